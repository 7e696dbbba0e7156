import assert from 'node:assert/strict';
import type { HeaderMap } from '../../src/lib/http/HeaderMap.ts';
import type { Message } from './readCase.ts';

/**
 * Holds a message against what a case expects: the first line, the headers that the case names
 * (`(absent)` for none, one line for each of several), and the body if the case has one. Bodies that
 * are JSON are compared as JSON, since spacing carries no meaning.
 */
export function expectMessage(
  expected: Message,
  actual: { readonly first: string; readonly headers: HeaderMap; readonly body: string },
): void {
  assert.equal(actual.first, expected.first);
  for (const [name] of expected.headers) {
    const wanted = expected.headers.filter((each) => each[0].toLowerCase() === name.toLowerCase());
    const values = wanted.map(([, value]) => value);
    const isAbsent = values.length === 1 && values[0] === '(absent)';
    assert.deepEqual(actual.headers.values(name), isAbsent ? [] : values, `header ${name}`);
  }
  if (expected.body === undefined) return;
  const [wanted, got] = [json(expected.body), json(actual.body)];
  if (wanted !== undefined && got !== undefined) assert.deepEqual(got, wanted);
  else assert.equal(actual.body, expected.body);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
