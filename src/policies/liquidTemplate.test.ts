import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenIdProviders } from '../engine/ports/OpenIdProviders.ts';
import { checkDocument } from '../engine/snapshot/checkDocument.ts';
import { netTypes } from '../expressions/types/index.ts';
import { OpenIdConfiguration } from '../lib/jwt/discovery.ts';
import { VerifiedTokens } from '../lib/jwt/verifiedTokens.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { policies } from './index.ts';

const world = { fetch: () => Promise.reject(new Error('no network')), now: () => 0 };
const openIdProviders: OpenIdProviders = {
  verified: new VerifiedTokens(),
  now: () => 0,
  at: (metadataUrl) => new OpenIdConfiguration(metadataUrl, world),
};

/** What is said about a document, as `severity line:column message [hint]`. */
function checked(document: string): string[] {
  return checkDocument(
    { source: new SourceText('policy.xml', document), format: 'rawxml' },
    { policies, types: netTypes, openIdProviders, assumeReferences: true },
  ).map(({ severity, source, span, message, hint = '' }) => {
    const { line, column } = source.positionAt(span.start);
    return `${severity} ${line}:${column} ${message} [${hint}]`;
  });
}

test('a template of text is judged where it stands, references decoded', () => {
  assert.deepEqual(
    checked('<set-body template="liquid">\n  &lt;b&gt; {{ body.n | upcase }}\n</set-body>'),
    [
      "warning 2:13 Liquid: There is no Liquid filter 'upcase': it changes nothing. [Write 'Upcase': names of filters are in Pascal case here, as in Azure.]",
    ],
  );
});

test('a template of markup is judged where it stands', () => {
  assert.deepEqual(
    checked('<set-body template="liquid">\n<a>\n  <b>{% iff body %}</b></a></set-body>'),
    ["error 3:6 Liquid: Unknown tag 'iff'. [Did you mean 'if'?]"],
  );
});

test('a template of an element within a policy is judged, too', () => {
  assert.deepEqual(
    checked(
      '<return-response>\n<set-body template="Liquid">{{ body.a</set-body></return-response>',
    ),
    [
      'error 2:29 Liquid: The output was not properly terminated. [Write }} where it ends, and close its quotes.]',
    ],
  );
});

test('variables that are nothing for sure are warned of', () => {
  assert.deepEqual(
    checked(
      '<set-body template="liquid">{{ boddy.a }}{{maybe-named}}{{ x | Default: "y" }}</set-body>',
    ),
    [
      "warning 1:29 Liquid: There is no variable 'boddy': it is nothing. [Did you mean 'body'?]",
      "warning 1:57 Liquid: There is no variable 'x': it is nothing. [A template has 'body' and 'context'.]",
    ],
  );
});

test('a template that says what it means is not spoken of', () => {
  assert.deepEqual(
    checked(
      '<set-body template="liquid">{% assign a = body.b %}{{ a | Upcase }}{{context.Variables["x"]}}</set-body>',
    ),
    [],
  );
});
