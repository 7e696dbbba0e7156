import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { SourceText } from '../lib/source/SourceText.ts';
import { compileExpression } from './evaluate.ts';
import { Environment } from './runtime/Environment.ts';
import { NetException } from './runtime/exceptions.ts';
import { toText } from './runtime/toText.ts';
import { typeOf } from './runtime/typeOf.ts';
import { netTypes } from './types/index.ts';

/** What a real C# compiler and runtime answered, see VECTORS.md beside it. */
const file = new URL('../../../shared/corpus/vectors.jsonl.gz', import.meta.url);

interface Vector {
  readonly id: string;
  readonly expression: string;
  readonly now?: string;
  readonly maybe?: unknown;
  readonly expect: Expected;
}

type Expected =
  | {
      readonly ok: true;
      readonly type: string | null;
      readonly text: string;
      readonly json?: boolean;
      readonly r?: string;
    }
  | { readonly ok: false; readonly exception: string };

const skip = existsSync(file) ? false : 'the corpus is not here';

test('every expression of the corpus compiles', { skip }, () => {
  const failures: string[] = [];
  for (const [expression, id] of new Map(vectors().map((each) => [each.expression, each.id]))) {
    const { diagnostics } = compile(expression);
    const first = diagnostics.find(({ severity }) => severity === 'error');
    if (first) failures.push(`${id} ${first.code} ${first.message}`);
  }
  assert.deepEqual(failures, []);
});

test('expressions that ask nothing of the context give what C# gives', { skip }, () => {
  const failures = vectors()
    .filter(({ expression, maybe }) => !/\bcontext\b/.test(expression) && !maybe)
    .flatMap((vector) => {
      const failure = failureOf(vector);
      return failure === undefined ? [] : [`${vector.id} ${failure}`];
    });
  assert.deepEqual(failures, []);
});

function vectors(): Vector[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Vector);
}

function compile(text: string): ReturnType<typeof compileExpression> {
  const code = text.trim();
  const source = new SourceText('corpus', code.slice(2, -1));
  const form = code.startsWith('@{') ? 'statements' : 'expression';
  return compileExpression(source, form, { registry: netTypes });
}

function failureOf({ expression: text, expect, now }: Vector): string | undefined {
  const { expression, diagnostics } = compile(text);
  if (!expression) return diagnostics[0]?.code;
  const instant = Date.parse(now ?? '2026-03-04T05:06:07Z');
  const world = { now: () => instant, randomBytes: (count: number) => new Uint8Array(count) };
  try {
    const value = expression.evaluate(null, new Environment(world));
    if (!expect.ok) return `gave a value, not ${expect.exception}`;
    return differenceOf(value, expect);
  } catch (error) {
    if (!(error instanceof NetException)) return String(error);
    const isExpected = !expect.ok && expect.exception === error.typeName;
    return isExpected ? undefined : `threw ${error.typeName}`;
  }
}

function differenceOf(value: unknown, expect: Expected & { ok: true }): string | undefined {
  if (value === null || value === undefined) return expect.type === null ? undefined : 'is null';
  const type = typeOf(value)?.toString();
  if (!expect.json && type !== expect.type) return `is ${type}, not ${expect.type}`;
  if (expect.json) return undefined;
  const text = toText(value).replaceAll('\r\n', '\n');
  return text === expect.text || text === expect.r ? undefined : `reads ${text}`;
}
