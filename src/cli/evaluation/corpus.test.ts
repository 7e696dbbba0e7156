import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Complaint } from '../Complaint.ts';
import { evaluate } from './evaluate.ts';

/** Real expressions under made contexts, and what a real C# compiler and runtime answered. */
const file = new URL('../../../../shared/corpus/vectors.jsonl.gz', import.meta.url);
const skip = existsSync(file) ? false : 'the corpus is not here';

interface Vector {
  readonly id: string;
  readonly expression: string;
  readonly context: unknown;
  readonly now?: string;
  /** Why a right engine may differ. */
  readonly maybe?: unknown;
  readonly expect: Expected;
}

type Expected =
  | { readonly ok: true; readonly type: string | null; readonly text: string; readonly r?: string }
  | { readonly ok: false; readonly exception: string };

/** Vectors that a bounded engine must answer otherwise. */
const refused: Readonly<Record<string, string>> = {
  'E01270.6': 'asks for an array of 2 GB; the limit on items refuses it',
};

test('real expressions give the type, the text or the exception that C# gives', { skip }, () => {
  const failures = vectors().flatMap((vector) => {
    if (vector.maybe !== undefined || vector.id in refused) return [];
    const answer = answerOf(vector);
    return isExpected(answer, vector.expect) ? [] : [`${vector.id}: ${answer}`];
  });
  assert.deepEqual(failures, []);
});

function vectors(): Vector[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Vector);
}

function answerOf(vector: Vector): string {
  try {
    // What is drawn by chance is the same each time.
    const result = evaluate(vector, { randomBytes: (count) => new Uint8Array(count) });
    if (result.kind === 'exception') return result.error;
    if (result.kind === 'value') return shown(result.type, result.text);
    return result.diagnostics.map(({ code, message }) => `${code} ${message}`).join('; ');
  } catch (error) {
    if (error instanceof Complaint) return error.message;
    throw error;
  }
}

function isExpected(answer: string, expect: Expected): boolean {
  if (!expect.ok) return answer === expect.exception;
  return [expect.text, expect.r].some(
    (text) => text !== undefined && answer === shown(expect.type, text),
  );
}

function shown(type: string | null, text: string): string {
  return `${type}: ${text.replaceAll('\r\n', '\n')}`;
}
