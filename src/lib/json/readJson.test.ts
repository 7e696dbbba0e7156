import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { readJson, readJsonBytes, readJsonWith } from './readJson.ts';

const limits = { maxDepth: 8 };

function problemOf(text: string): string | undefined {
  const result = readJson(text, limits);
  return result.ok ? undefined : result.problem;
}

test('agrees with JSON.parse on everything JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 7 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = readJson(text, { maxDepth: 64 });
      assert.ok(read.ok);
      assert.equal(JSON.stringify(read.value), JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('accepts no text that JSON.parse refuses, and never throws', () => {
  const noise = fc.string({
    unit: fc.constantFrom(...'{}[]",:\\ u0d1-+.eEtrufalsn\n\u0001é'.split('')),
  });
  fc.assert(
    fc.property(noise, (text) => {
      if (readJson(text, limits).ok) JSON.parse(text);
    }),
    { numRuns: 2000 },
  );
});

test('refuses a member that appears twice, however its name is written', () => {
  assert.equal(problemOf('{"a":1,"b":2,"a":1}'), 'a member name appears twice');
  assert.equal(problemOf('{"a":1,"\\u0061":2}'), 'a member name appears twice');
  assert.equal(problemOf('{"x":{"__proto__":1,"__proto__":1}}'), 'a member name appears twice');
  assert.equal(problemOf('{"a":1,"A":2}'), undefined);
});

test('objects have no prototype, so names of Object.prototype are ordinary members', () => {
  const read = readJson('{"__proto__":{"admin":true},"constructor":1,"toString":2}', limits);
  assert.ok(read.ok);
  assert.equal(Object.getPrototypeOf(read.value), null);
  assert.deepEqual(Object.keys(Object(read.value)), ['__proto__', 'constructor', 'toString']);
  assert.equal(Reflect.get(Object(read.value), 'admin'), undefined);
});

test('bounds nesting without using up the stack', () => {
  assert.equal(problemOf('[[[[[[[[1]]]]]]]]'), undefined);
  assert.equal(problemOf('[[[[[[[[[1]]]]]]]]]'), 'values are nested more than 8 deep');
  assert.equal(problemOf('{"a":'.repeat(100_000)), 'values are nested more than 8 deep');
});

for (const [text, problem] of [
  ['', 'a value is expected'],
  ['{"a":1,}', 'a member name is expected'],
  ['[1,]', 'a value is expected'],
  ['[1 2]', "',' or ']' is expected"],
  ['{"a" 1}', "':' is expected"],
  ['{"a":1 "b"', "',' or '}' is expected"],
  ["{'a':1}", 'a member name is expected'],
  ['01', 'there is text after the value'],
  ['+1', 'a value is expected'],
  ['.5', 'a value is expected'],
  ['1.', 'there is text after the value'],
  ['NaN', 'a value is expected'],
  ['nul', 'a value is expected'],
  ['1e999', 'a number is too large'],
  ['"a', 'a string is not closed'],
  ['"a\\"', 'a string is not closed'],
  ['"\\x41"', 'a string holds an unknown escape'],
  ['"\\u12"', 'a string holds an unknown escape'],
  ['"a\tb"', 'a string holds a control character'],
  ['{} {}', 'there is text after the value'],
  ['{}\u00a0', 'there is text after the value'],
  ['\ufeff{}', 'a value is expected'],
  ['/**/1', 'a value is expected'],
] as const) {
  test(`refuses ${JSON.stringify(text)}`, () => {
    assert.equal(problemOf(text), problem);
  });
}

test('says where the problem is', () => {
  assert.deepEqual(readJson('{"a":1, "a":2}', limits), {
    ok: false,
    problem: 'a member name appears twice',
    offset: 8,
  });
});

test('keeps the exact text of numbers for whoever asks', () => {
  const read = readJsonWith('[1.50,12345678901234567890,-0]', limits, (text) => ({ text }));
  assert.ok(read.ok);
  assert.deepEqual(read.value, [
    { text: '1.50' },
    { text: '12345678901234567890' },
    { text: '-0' },
  ]);
});

test('refuses bytes that are not UTF-8, and a byte order mark', () => {
  assert.equal(readJsonBytes(Buffer.from([0x22, 0xc0, 0xaf, 0x22]), limits).ok, false);
  assert.equal(readJsonBytes(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), limits).ok, false);
  assert.equal(readJsonBytes(Buffer.from('\ufeff1'), limits).ok, false);
  assert.deepEqual(readJsonBytes(Buffer.from('"é"'), limits), { ok: true, value: 'é' });
});
