import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import type { Diagnostic } from '../source/Diagnostic.ts';
import { SourceText } from '../source/SourceText.ts';
import { spanAt, toJson, usualLimits } from './DocumentNode.ts';
import { parseYaml } from './parseYaml.ts';

function parse(text: string, limits = usualLimits) {
  const problems: Diagnostic[] = [];
  const source = new SourceText('a.yaml', text);
  const { root } = parseYaml(source, (each) => problems.push(each), limits);
  const said = problems.map(({ code, span, message }) => {
    const { line, column } = source.positionAt(span.start);
    return `${line}:${column} ${code} ${message}`;
  });
  return { root, value: root && toJson(root), said };
}

test('JSON is YAML: it gives the value that JSON.parse gives', () => {
  // -0 is a number of its own in JSON.parse and 0 in YAML's core schema.
  const json = fc.json({ maxDepth: 4, depthSize: 'small' }).filter((text) => !/-0\b/.test(text));
  fc.assert(
    fc.property(json, (text) => {
      assert.deepEqual(parse(text).value, JSON.parse(text));
    }),
  );
});

test('keys are texts, even where they look like numbers or words', () => {
  assert.deepEqual(parse('200: a\n007: b\nyes: c\nnull: d').value, {
    200: 'a',
    '007': 'b',
    yes: 'c',
    null: 'd',
  });
});

test('values follow the core schema of YAML 1.2', () => {
  const { value } = parse('a: no\nb: 2026-01-01\nc: 0x10\nd: ~\ne: true\nf: "1"');
  assert.deepEqual(value, { a: 'no', b: '2026-01-01', c: 16, d: null, e: true, f: '1' });
});

test('a value is found by its path', () => {
  const { root } = parse('paths:\n  /a:\n    get: {}\n');
  assert.deepEqual(spanAt(root!, ['paths', '/a', 'get']), { start: 22, end: 23 });
});

test('every syntax error is told with line and column', () => {
  const { root, said } = parse('a: [1\nb: "x');
  assert.equal(root, undefined);
  assert.match(said[0]!, /^2:1 YAML1001 /);
  assert.ok(said.length > 1);
  assert.match(parse('a: 1\n---\nb: 2').said[0]!, /^2:1 YAML1001 .*multiple documents/);
});

test('aliases and merge keys repeat what their anchor holds', () => {
  const { value } = parse('a: &x {p: 1, q: 2}\nb: *x\nc:\n  <<: *x\n  q: 3\n');
  assert.deepEqual(value, { a: { p: 1, q: 2 }, b: { p: 1, q: 2 }, c: { p: 1, q: 3 } });
});

test('an alias without anchor, or inside its own anchor, is told', () => {
  assert.match(parse('a: *nowhere').said[0]!, /^1:4 YAML100[14] /);
  assert.match(parse('a: &x [*x]').said[0]!, /^1:8 YAML1004 /);
});

test('what aliases would expand to is bounded', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) {
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  }
  const { root, said } = parse(lines.join('\n'));
  assert.equal(root, undefined);
  assert.match(said.join(), /^6:\d+ YAML1003 /);
});

test('length and depth are bounded', () => {
  const limits = { length: 40, nodes: 100, depth: 5 };
  assert.match(parse('x'.repeat(41), limits).said.join(), /YAML1003 .*longer than 40/);
  assert.match(parse('[[[[[[[1]]]]]]]', limits).said.join(), /YAML1003/);
  assert.match(parse('['.repeat(20_000)).said.join(), /YAML100[13]/);
});

test('a key that stands twice is told, and the last one counts', () => {
  const { value, said } = parse('a: 1\na: 2');
  assert.deepEqual(value, { a: 2 });
  assert.deepEqual(said, ["2:1 YAML1002 'a' stands here twice; the last one counts."]);
});
