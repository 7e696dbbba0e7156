import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaint } from '../Complaint.ts';
import { evaluate } from './evaluate.ts';

const x = 'context.Variables["x"]';

function valueOf(expression: string, context: unknown = {}): string {
  const result = evaluate({ expression, context });
  assert.equal(result.kind, 'value');
  return `${result.type}: ${result.text}`;
}

test('sequences print as JSON, other values as ToString has them', () => {
  assert.equal(valueOf('new[] { "a", null }'), 'System.String[]: ["a",null]');
  assert.equal(
    valueOf('new[] { 1 }.Select(n => n + 1)'),
    'System.Collections.Generic.IEnumerable`1[System.Int32]: [2]',
  );
  assert.equal(valueOf('"abc"'), 'System.String: abc');
});

test('what a lazy sequence throws is the answer', () => {
  const result = evaluate({ expression: 'new[] { 0 }.Select(n => 1 / n)' });
  assert.deepEqual(result.kind === 'exception' && result.error, 'System.DivideByZeroException');
});

for (const [json, expected] of [
  [1, 'System.Int32: 1'],
  [-2147483648, 'System.Int32: -2147483648'],
  [2147483648, 'System.Int64: 2147483648'],
  [1.5, 'System.Double: 1.5'],
  [
    { $type: 'System.Guid', value: '00000000-0000-0000-0000-00000000000A' },
    'System.Guid: 00000000-0000-0000-0000-00000000000a',
  ],
  [{ $type: 'JObject[]', value: [{ a: 1 }] }, 'Newtonsoft.Json.Linq.JObject[]: [{"a":1}]'],
  [{ $type: 'List<int>', value: [1, 2] }, 'System.Collections.Generic.List`1[System.Int32]: [1,2]'],
] as const) {
  test(`a variable can be ${JSON.stringify(json)}`, () => {
    assert.equal(valueOf(x, { variables: { x: json } }), expected);
  });
}

test('a response in a variable has its parts', () => {
  const value = { statusCode: 404, headers: { A: ['1', '2'] }, body: 'text' };
  const variables = { x: { $type: 'IResponse', value } };
  const code = `((IResponse)${x}).StatusCode + ((IResponse)${x}).Headers["a"][1] + ((IResponse)${x}).Body.As<string>()`;
  assert.equal(valueOf(code, { variables }), 'System.String: 4042text');
});

for (const [context, complaint] of [
  [[], 'The context must be a JSON object.'],
  [{ user: { email: 5 } }, "The context's 'user.email' must be a string."],
  [
    { api: { isCurrentRevision: 'no' } },
    "The context's 'api.isCurrentRevision' must be true or false.",
  ],
  [{ response: { statusCode: '200' } }, "The context's 'response.statusCode' must be an integer."],
  [{ request: { headers: { a: [1] } } }, "The context's 'request.headers.a' must be a string."],
  [{ request: { url: '/orders' } }, "The context's '/orders' is no absolute URL."],
  [{ variables: { x: [1] } }, "The context's 'variables.x' needs a type."],
  [
    { variables: { x: { $type: 'Foo', value: 1 } } },
    "The context's 'variables.x' has an unknown type 'Foo'.",
  ],
  [
    { variables: { x: { $type: 'int[]', value: 3 } } },
    "The context's 'variables.x' must be a JSON array.",
  ],
  [{ timestamp: 'now' }, "The context's 'timestamp' is no date."],
] as const) {
  test(`complains: ${complaint}`, () => {
    assert.throws(
      () => evaluate({ expression: '1', context }),
      (error: unknown) => error instanceof Complaint && error.message === complaint,
    );
  });
}

test('limits can be other ones than the usual, also for what is printed of a lazy sequence', () => {
  const expression = 'Enumerable.Range(0, 100).Select(n => n * 2)';
  assert.equal(evaluate({ expression }).kind, 'value');
  const limited = evaluate({ expression }, { limits: { maxSteps: 50 } });
  assert.equal(limited.kind === 'exception' && limited.error, 'LimitExceeded');
  const deep = '{ int F(int n) { return n == 0 ? 0 : F(n - 1); } return F(300); }';
  const { kind } = evaluate({ expression: `@${deep}` });
  assert.equal(kind, 'exception');
  assert.equal(evaluate({ expression: `@${deep}` }, { limits: { maxDepth: 400 } }).kind, 'value');
});
