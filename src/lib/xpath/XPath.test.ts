import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { axes } from './Expression.ts';
import { shownValue, unlimited, valueOf } from './testing/evaluate.ts';
import { samples, sampleTree } from './testing/SampleTree.ts';
import { compileXPath } from './XPath.ts';
import { XPathError } from './XPathError.ts';

const root = sampleTree(
  '<a id="r"><!--c--><b id="x" k="1"><c/>t<c id="y"><b/><b k="2"/></c></b><?p d?><b><c>u</c></b>v</a>',
);

test('numbers are written without exponents and with no more digits than they need (§4.2)', () => {
  const cases = [
    ['1 div 3', '0.3333333333333333'],
    ['1000000000000000000000', '1000000000000000000000'],
    ['123000000000000000000000', '123000000000000000000000'],
    ['0.00001', '0.00001'],
    ['-0.000000125', '-0.000000125'],
    ['-0', '0'],
    ['5.0', '5'],
    ['-1 div 0', '-Infinity'],
  ] as const;
  for (const [expression, text] of cases) {
    assert.equal(valueOf(`string(${expression})`, root), text, expression);
  }
});

test('only what looks like a number is read as one (§4.4)', () => {
  for (const text of ['Infinity', '1e3', '+1', '0x1', '- 1', '1,5', '\u00a01']) {
    assert.equal(valueOf(`number('${text}')`, root), NaN, text);
  }
});

test('an even number of minus signs still makes a number (§3.5)', () => {
  assert.equal(valueOf("--'7'", root), 7);
});

test('id() finds elements by the IDs in strings and nodes, in document order (§4.1)', () => {
  assert.equal(shownValue("id('y  x nothing y')/@id", root), 'nodes @id=x @id=y');
  assert.equal(shownValue('id(//@id)/@id', root), 'nodes @id=r @id=x @id=y');
  assert.equal(shownValue("id('y')/b", root), 'nodes <b> <b>');
  assert.equal(shownValue('id(1)', root), 'nodes ');
});

test('variables have the values they are given, and none but those', () => {
  const values: Readonly<Record<string, boolean | number | string>> = { n: 2, s: 'x', t: true };
  const options = { variable: (_prefix: string, name: string) => values[name] };
  assert.equal(shownValue('(//b)[$n]/@k', root, options), 'nodes ');
  assert.equal(shownValue('//b[@id = $s]/@k', root, options), 'nodes @k=1');
  assert.equal(shownValue('$t and $n = 2', root, options), 'boolean true');
  assert.match(shownValue('$other', root, options), /^error Namespace Manager/);
  assert.match(shownValue('$s/b', root, options), /^error Expression must evaluate/);
});

test('an expression is evaluated from any node', () => {
  const [second] = valueOf('/a/b[2]', root) as readonly (typeof root)[];
  assert.ok(second);
  assert.equal(shownValue('..', second), 'nodes <a>');
  assert.equal(shownValue('/', second), 'nodes /');
  assert.equal(shownValue('preceding-sibling::*/c[2]/@id', second), 'nodes @id=y');
});

test('side by side, any number of operators and steps may stand', () => {
  const many = 5_000;
  assert.equal(valueOf(`0${'+1'.repeat(many)}`, root), many);
  assert.equal(valueOf(`1${'=1'.repeat(many)}`, root), true);
  assert.equal(valueOf(`${'-'.repeat(many)}1`, root), 1);
  assert.equal(shownValue(`/a${'/.'.repeat(many)}`, root), 'nodes <a>');
  assert.equal(shownValue(`/a${'[1]'.repeat(many)}`, root), 'nodes <a>');
  assert.equal(shownValue(`/a${'|/a'.repeat(many)}`, root), 'nodes <a>');
});

test('what is too long or too deep is refused before it is evaluated', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
  assert.equal(valueOf(nested(199), root), 1);
  for (const text of [nested(200), 'a['.repeat(10_000), `'${'x'.repeat(70_000)}'`]) {
    assert.throws(() => compileXPath(text), { name: 'XPathError', problem: 'tooComplex' });
  }
  const deep = `${'a['.repeat(199)}1${']'.repeat(199)}`;
  assert.equal(shownValue(deep, root), 'nodes ');
});

test('an evaluation takes as many steps as nodes it looks at, and ends when they are spent', () => {
  const wide = sampleTree(`<a>${'<b/>'.repeat(1_000)}</a>`);
  const xpath = compileXPath<typeof wide>('//b[count(preceding-sibling::b) > count(//b)]');
  let left = 20_000;
  const allowance = {
    ...unlimited,
    spend(steps: number) {
      left -= steps;
      if (left < 0) throw new RangeError('spent');
    },
  };
  assert.throws(() => xpath.evaluate(wide, samples, allowance), RangeError);
});

test('a step that needs one node looks no further', () => {
  const wide = sampleTree(`<a>${'<b/>'.repeat(300)}</a>`);
  for (const path of ['//b[following-sibling::b[1]]', 'count(//b[following-sibling::b])']) {
    let spent = 0;
    const allowance = { ...unlimited, spend: (steps: number) => void (spent += steps) };
    compileXPath<typeof wide>(path).evaluate(wide, samples, allowance);
    assert.ok(spent < 1_500, `${path}: ${spent}`);
  }
});

test('a string is refused before it is made', () => {
  const xpath = compileXPath<typeof root>(`concat('abc', 'def')`);
  const allowance = {
    ...unlimited,
    allowLength(length: number) {
      if (length > 5) throw new RangeError('long');
    },
  };
  assert.throws(() => xpath.evaluate(root, samples, allowance), RangeError);
});

const steps = fc
  .record({
    axis: fc.constantFrom(...axes),
    test: fc.constantFrom('*', 'b', 'c', 'node()', 'text()'),
    predicate: fc.constantFrom('', '', '', '[1]', '[last()]', '[@k]', '[position() > 1]', '[c]'),
  })
  .map(({ axis, test: nodeTest, predicate }) => `${axis}::${nodeTest}${predicate}`);

test('every path gives each node once, in document order', () => {
  const paths = fc
    .array(fc.tuple(fc.constantFrom('/', '//'), steps), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(paths, (path) => {
      // The nodes of a union are always sorted.
      const sorted = valueOf(`${path} | ${path}`, root);
      assert.deepEqual(valueOf(path, root), sorted);
      assert.equal(valueOf(`boolean(${path})`, root), valueOf(`count(${path}) > 0`, root));
    }),
    { numRuns: 200 },
  );
});

test('no text makes anything but a value or an XPathError', () => {
  const tokens = fc.constantFrom(
    ...'/ // . .. @ * ( ) [ ] , | + - = != < > <= >= :: : $ # \' " a b p:c p:* child:: self::'.split(
      ' ',
    ),
    ...'ancestor:: count( string( last() position() id( text() node() and or div mod'.split(' '),
    "'x'",
    ' ',
    '\u0000',
    '\ud800',
    '\u{1f600}',
    ...'1 .5 é __proto__ constructor('.split(' '),
  );
  const texts = fc.array(tokens, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), (text) => {
      try {
        valueOf(text, root, { namespaceOf: (prefix) => (prefix === 'p' ? 'urn:p' : null) });
      } catch (error) {
        assert.ok(error instanceof XPathError, text);
      }
    }),
    { numRuns: 500 },
  );
});
