import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { escapeData, escapeUri, unescapeData } from '../encoding/percent.ts';
import { isUri, readUri, uriPartial } from './DotNetUri.ts';
import type { AbsoluteUri, DotNetUri, Kind } from './DotNetUri.ts';
import { isBaseOf, relativeTo, resolveUri } from './resolve.ts';
import { isWellFormed } from './wellFormed.ts';

/**
 * Random URIs, and what .NET Framework says of them: kind of question, one or two texts, answers.
 * Other than printable ASCII stands as `\uXXXX`; `!` is an exception.
 */
const rows = readFileSync(new URL('testing/agreed.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t').map(unescape));

function unescape(field: string): string {
  return field.replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const kinds: Readonly<Record<string, Kind>> = { abs: 'absolute', any: 'any', rel: 'relative' };
const hostKinds = { unknown: 'Unknown', basic: 'Basic', dns: 'Dns', ipv4: 'IPv4', ipv6: 'IPv6' };
const truth = (value: boolean): string => (value ? 'True' : 'False');

function uriOf(text: string): DotNetUri {
  const uri = readUri(text, 'absolute');
  assert.ok(isUri(uri), text);
  return uri;
}

function absolute({ absolute: own }: DotNetUri): AbsoluteUri {
  assert.ok(own);
  return own;
}

function facts(uri: DotNetUri): string[] {
  const { absolute: own } = uri;
  const parts = own && [
    own.absoluteUri,
    own.localPath,
    own.authority,
    String(own.port),
    own.query,
    own.fragment,
    own.segments.join('|'),
    own.userInfo,
    hostKinds[own.hostKind],
    own.leftPart(uriPartial.Authority),
  ];
  return [
    uri.toString(),
    ...(parts ?? Array.from({ length: 10 }, () => '!')),
    truth(isWellFormed(uri)),
  ];
}

const answers: Readonly<Record<string, (one: string, other: string) => string[]>> = {
  esc: (text) => [
    escapeData(text),
    escapeUri(text),
    unescapeData(text),
    truth(isWellFormedAs(text, 'absolute')),
    truth(isWellFormedAs(text, 'relative')),
  ],
  make: (from, to) => {
    const [base, other] = [uriOf(from), uriOf(to)];
    return [
      relativeTo(absolute(base), other).toString(),
      truth(isBaseOf(absolute(base), absolute(other))),
      truth(base.key === other.key),
    ];
  },
  base: (base, relative) => told(resolveUri(absolute(uriOf(base)), relative)),
};

function isWellFormedAs(text: string, kind: Kind): boolean {
  const uri = readUri(text, kind);
  return isUri(uri) && isWellFormed(uri);
}

function told(result: ReturnType<typeof readUri>): string[] {
  return isUri(result) ? facts(result) : ['!'];
}

test('random URIs have the parts that .NET Framework gives them', () => {
  for (const [question = '', one = '', other = '', ...expected] of rows) {
    const kind = kinds[question];
    const found = kind ? told(readUri(one, kind)) : answers[question]!(one, other);
    assert.deepEqual(found, expected, JSON.stringify([question, one, other]));
  }
});
