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

test('members stay in the order in which they are written, whatever their names are', () => {
  const json = '{"b":1,"10":{"3":1,"2":2},"2":[{"1":1,"0":0}],"a":1,"__proto__":{"x":1}}';
  const context = `{"request": {"body": ${json}}, "variables": {
    "object": {"$type": "JObject", "value": ${json}},
    "dictionary": {"$type": "Dictionary<string,string>", "value": {"9": "x", "10": "y", "1": "z"}}}}`;
  for (const [expression, text] of [
    ['@(context.Request.Body.As<string>())', `System.String ${json}`],
    [
      '@(((JObject)context.Variables["object"]).ToString(Formatting.None))',
      `System.String ${json}`,
    ],
    [
      '@(string.Join(",", ((Dictionary<string, string>)context.Variables["dictionary"]).Keys))',
      'System.String 9,10,1',
    ],
  ] as const)
    assert.equal(answer(expression, context), text);
});

test('of a member that stands there twice the last one counts, as everywhere in JSON', () => {
  const context = '{"request": {"body": {"10": 1, "2": 2, "10": 3}}}';
  assert.equal(
    answer('@(context.Request.Body.As<string>())', context),
    'System.String {"10":3,"2":2}',
  );
});

test('what is no JSON is refused with its place', () => {
  assert.throws(() => parseJson('{\n  "a": 01}'), /^SyntaxError: 2:8 /);
  assert.throws(() => parseJson(''), SyntaxError);
  assert.throws(() => parseJson('['.repeat(100_000)), SyntaxError);
});
