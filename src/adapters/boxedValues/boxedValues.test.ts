import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detached } from '../../engine/run/detached.ts';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { compileExpression } from '../../expressions/evaluate.ts';
import { JArray } from '../../expressions/runtime/json/JArray.ts';
import { JToken } from '../../expressions/runtime/json/JToken.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';
import { toText } from '../../expressions/runtime/toText.ts';
import { typeOf } from '../../expressions/runtime/typeOf.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { stillEnvironment } from '../../expressions/types/testing/callMember.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { decodeBoxed, encodeBoxed } from './boxedValues.ts';

function valueOf(code: string): unknown {
  const source = new SourceText('test', code);
  const { expression } = compileExpression(source, 'expression', { registry: netTypes });
  assert.ok(expression, code);
  return detached(expression.evaluate(null, stillEnvironment()), stillEnvironment());
}

function again(value: unknown): unknown {
  const bytes = encodeBoxed(value);
  assert.ok(bytes);
  return decodeBoxed(bytes, netTypes);
}

/** Type and text of a value, and of all within it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  const own = `${typeOf(value)?.toString()} ${toText(value)}`;
  const list = (values: readonly unknown[]): string => `[${values.map(shown).join()}]`;
  if (value instanceof NetArray) return `${own} ${value.lengths.join()} ${list([...value])}`;
  if (value instanceof JToken) return `${own} ${value.type} ${list(value.children)}`;
  return own;
}

for (const code of [
  'null',
  '"text"',
  '"string"',
  '"\\ud800 ü"',
  'true',
  '42',
  '42L',
  '42ul',
  '(byte)7',
  "'c'",
  '1.5',
  'double.NaN',
  '1.5f',
  '1.50m',
  '-0.0m',
  'DayOfWeek.Friday',
  'new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)',
  'new DateTime(2026, 1, 2)',
  'new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(90))',
  'TimeSpan.FromDays(-2)',
  'new Guid("0123456789abcdef0123456789abcdef")',
  'new byte[] { 1, 2, 255 }',
  'new int[0]',
  'new string[] { "a", null, "string" }',
  'new object[] { 1, 2L, "three", new Guid(), null }',
  'new int[][] { new int[] { 1 }, null }',
  'new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }',
  'new DateTime[] { new DateTime(2026, 1, 2) }',
  'JObject.Parse("{\\"a\\": [1, 2.5, null, true, \\"x\\", {}], \\"b\\": {\\"c\\": \\"2026-01-02T03:04:05Z\\"}}")',
  'JToken.Parse("[new Date(0), 123456789012345678901234567890]")',
  'new JValue(TimeSpan.FromSeconds(1))',
  'new JProperty("name", 1)',
]) {
  test(`${code} is the same after it was kept as bytes`, () => {
    const value = valueOf(code);
    assert.equal(shown(again(value)), shown(value));
  });
}

test('a response is the same after it was kept as bytes, and shares nothing with them', () => {
  const headers = new HeaderMap([
    ['Content-Type', 'text/plain'],
    ['X-A', '1'],
    ['x-a', '2'],
  ]);
  const bytes = encodeBoxed(new ReceivedResponse(201, 'Made', headers, Body.ofText('body')));
  const kept = decodeBoxed(bytes!, netTypes);
  bytes!.fill(0);
  assert.ok(kept instanceof ReceivedResponse);
  assert.deepEqual([kept.statusCode, kept.statusReason], [201, 'Made']);
  assert.deepEqual(kept.headers.values('X-A'), ['1', '2']);
  assert.equal(Buffer.from(kept.body!.read(true)).toString(), 'body');
  const empty = again(new ReceivedResponse(204, '', new HeaderMap(), null));
  assert.equal(empty instanceof ReceivedResponse && empty.body, null);
});

test('bytes of an array are its own', () => {
  const bytes = encodeBoxed(new NetArray(netTypes.named('System.Byte'), Buffer.from([1, 2])));
  const array = decodeBoxed(bytes!, netTypes);
  assert.ok(array instanceof NetArray);
  const copy = array.items.slice();
  array.setAt(0, 9);
  assert.deepEqual([...copy], [1, 2]);
});

test('tokens may nest deeper than functions', () => {
  let token: JToken = new JArray();
  for (let i = 0; i < 50_000; i++) {
    const around = new JArray();
    around.append(token);
    token = around;
  }
  let depth = 0;
  for (let at: unknown = again(token); at instanceof JToken; at = at.children[0]) depth++;
  assert.equal(depth, 50_001);
});

test('what has no form is told, also within others', () => {
  for (const code of ['new KeyValuePair<string, int>("a", 1)', '(1, "a")'])
    assert.equal(encodeBoxed(valueOf(code)), undefined, code);
  const pairs = [valueOf('new KeyValuePair<string, int>("a", 1)')];
  assert.equal(encodeBoxed(new NetArray(netTypes.named('System.Object'), pairs)), undefined);
});

test('bytes that are something else are refused', () => {
  for (const bytes of [new Uint8Array(0), Uint8Array.of(1, 2, 3)])
    assert.throws(() => decodeBoxed(bytes, netTypes));
});
