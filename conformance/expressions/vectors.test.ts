import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { evaluate } from '../../src/cli/evaluation/evaluate.ts';

/** What a real C# compiler and runtime answered; tools/csharp-oracle writes these files. */
interface Vector {
  readonly id: string;
  readonly expression: string;
  readonly type?: string | null;
  readonly text?: string;
  readonly exception?: string;
}

const folder = new URL('.', import.meta.url);
/** When C# answered: a time without a date is one of that day. */
const { at: now } = JSON.parse(readFileSync(new URL('answered.json', folder), 'utf8')) as {
  readonly at: string;
};

for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))) {
  test(`${file}: expressions are worth what C# says`, () => {
    const failures = vectorsIn(file).flatMap((vector) => {
      const answer = answerOf(vector.expression);
      return answer === expected(vector)
        ? []
        : [`${vector.id} ${vector.expression}\n  is ${answer}\n not ${expected(vector)}`];
    });
    assert.deepEqual(failures, []);
  });
}

function vectorsIn(file: string): Vector[] {
  const lines = gunzipSync(readFileSync(new URL(file, folder)))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Vector);
}

function answerOf(expression: string): string {
  const result = evaluate({ expression, now });
  if (result.kind === 'exception') return `throws ${result.error}`;
  if (result.kind === 'value') return shown(result.type, result.text);
  return result.diagnostics.map(({ message }) => message).join(' ');
}

function expected({ type = null, text = '', exception }: Vector): string {
  return exception === undefined ? shown(type, text) : `throws ${exception}`;
}

/** Line ends are those of the system. */
function shown(type: string | null, text: string): string {
  return `${type}: ${text.replaceAll('\r\n', '\n')}`;
}
