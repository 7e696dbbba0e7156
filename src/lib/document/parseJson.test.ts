import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import type { Diagnostic } from '../source/Diagnostic.ts';
import { SourceText } from '../source/SourceText.ts';
import { spanAt, toJson, usualLimits } from './DocumentNode.ts';
import { parseJson } from './parseJson.ts';

function parse(text: string, limits = usualLimits) {
  const problems: Diagnostic[] = [];
  const source = new SourceText('a.json', text);
  const { root } = parseJson(source, (each) => problems.push(each), limits);
  const said = problems.map(({ code, span, message }) => {
    const { line, column } = source.positionAt(span.start);
    return `${line}:${column} ${code} ${message}`;
  });
  return { root, value: root && toJson(root), said };
}

test('every JSON text gives the value that JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      assert.deepEqual(parse(text).value, JSON.parse(text));
    }),
  );
});

test('a text is accepted exactly when JSON.parse accepts it', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    'a',
    '0',
    '01',
    '-',
    '1e',
    '.5',
    'true',
    'nul',
    ' ',
    '\\',
    '\\u12',
    '\n',
    '\t',
    '"k"',
    '1.5e+3',
    '//',
    "'",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      let accepted = true;
      try {
        JSON.parse(text);
      } catch {
        accepted = false;
      }
      assert.equal(parse(text).root !== undefined, accepted, text);
    }),
    { numRuns: 3000 },
  );
});

test('a value is found by its path, a missing one is shown on its object', () => {
  const text = '{\n  "a": [1, {"b": "x"}]\n}';
  const { root } = parse(text);
  assert.deepEqual(spanAt(root!, ['a', 1, 'b']), { start: 19, end: 22 });
  assert.deepEqual(spanAt(root!, ['a', 1, 'c', 'd']), { start: 13, end: 14 });
});

test('a syntax error is told with line, column and what should stand there', () => {
  assert.deepEqual(parse('{\n  "a": 1,\n}').said, [
    "3:1 JSON1001 Here should be a member name in double quotes, but there is '}'.",
  ]);
  assert.deepEqual(parse('{"a": 1 "b": 2}').said, [
    "1:9 JSON1001 Here should be ',' or '}', but there is '\"'.",
  ]);
  assert.deepEqual(parse('[1').said, [
    "1:3 JSON1001 Here should be ',' or ']', but the document ends.",
  ]);
  assert.deepEqual(parse('{} x').said, [
    "1:4 JSON1001 Here should be the end of the document, but there is 'x'.",
  ]);
  assert.deepEqual(parse('["a\nb"]').said, [
    '1:4 JSON1001 A line break or control character must be escaped here.',
  ]);
  assert.deepEqual(parse('"abc').said, ['1:1 JSON1001 This string is not closed.']);
});

test('a member that stands twice is told, and the last one counts', () => {
  const { value, said } = parse('{"a": 1, "a": 2}');
  assert.deepEqual(value, { a: 2 });
  assert.deepEqual(said, ["1:10 JSON1002 'a' stands here twice; the last one counts."]);
});

test('a member called __proto__ changes no prototype', () => {
  const { value } = parse('{"__proto__": {"polluted": true}}');
  assert.equal(Object.hasOwn(value as object, '__proto__'), true);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
});

test('length, depth and number of values are bounded', () => {
  const limits = { length: 50, nodes: 10, depth: 5 };
  assert.match(parse('1'.repeat(51), limits).said.join(), /1:1 JSON1003 .*longer than 50/);
  assert.match(parse('[[[[[[[1]]]]]]]', limits).said.join(), /1:7 JSON1003/);
  assert.match(parse('[1,1,1,1,1,1,1,1,1,1,1]', limits).said.join(), /JSON1003/);
  assert.match(parse('['.repeat(100_000)).said.join(), /JSON1003/);
});

test('a byte order mark is passed over', () => {
  assert.deepEqual(parse('\uFEFF{"a":1}').value, { a: 1 });
});
