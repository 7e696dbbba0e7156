import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './evaluate.ts';
import { parseJson } from './parseJson.ts';

function answer(expression: string, context: string): unknown {
  const result = evaluate({ expression, context: parseJson(context) });
  return result.kind === 'value' ? `${result.type} ${result.text}` : result;
}

test('numbers of a context are what their text says', () => {
  const numbers = '{"variables": {"a": 1, "b": 1.0, "c": 9007199254740993, "d": -0, "e": 1e3}}';
  const typed = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    answer(`@(context.Variables["${name}"].GetType().Name)`, numbers),
  );
  const names = ['Int32', 'Double', 'Int64', 'Int32', 'Double'];
  assert.deepEqual(
    typed,
    names.map((name) => `System.String ${name}`),
  );
  assert.equal(answer('@(context.Variables["c"])', numbers), 'System.Int64 9007199254740993');
});

test('a body given as JSON keeps the digits that it is written with', () => {
  const context = '{"request": {"body": {"price": 1.50, "id": 12345678901234567890}}}';
  const text = answer('@(context.Request.Body.As<string>())', context);
  assert.equal(text, 'System.String {"price":1.50,"id":12345678901234567890}');
});

test('an integer beyond Int64 asks for a type', () => {
  assert.throws(
    () => answer('@(context.Variables["a"])', '{"variables": {"a": 12345678901234567890}}'),
    /too large for a System\.Int64/,
  );
});
