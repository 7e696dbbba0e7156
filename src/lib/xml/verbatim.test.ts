import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import type { XmlElement } from './nodes.ts';
import { parseXml } from './parse.ts';
import { escapeHoles, printXml } from './print.ts';

/** Takes `@(…)` with balanced brackets, as a stand-in for a language with brackets. */
function brackets(text: string, offset: number): number | undefined {
  if (!text.startsWith('@(', offset)) return undefined;
  let depth = 0;
  for (let at = offset + 1; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

function read(text: string, verbatim = brackets) {
  return parseXml(new SourceText('test.xml', text), { verbatim });
}

function rootOf(text: string, verbatim = brackets): XmlElement {
  const { document, problems } = read(text, verbatim);
  assert.deepEqual(problems, []);
  assert.ok(document?.root !== undefined);
  return document.root;
}

const raw = `<a x="@(b["c"] < 1 && d)" y='@('e')'>@(f<g>("]]>") & '"')</a>`;

test('quotes, < and & within a verbatim stretch are not markup', () => {
  const { attributes, children } = rootOf(raw);
  const values = attributes.map(({ value }) => value.text);
  assert.deepEqual(values, ['@(b["c"] < 1 && d)', "@('e')"]);
  assert.ok(children[0]?.kind === 'text');
  assert.equal(children[0].value.text, `@(f<g>("]]>") & '"')`);
  assert.equal(children.length, 1);
});

test('verbatim stretches are told as spans of the source', () => {
  const text = '<a x="1 @(2) 3 @(4)">5@(6)</a>';
  const { attributes, children } = rootOf(text);
  const stretches = [...attributes, ...children].flatMap((node) =>
    'holes' in node ? node.holes : [],
  );
  assert.deepEqual(
    stretches.map(({ start, end }) => text.slice(start, end)),
    ['@(2)', '@(4)', '@(6)'],
  );
});

test('complete references within a verbatim stretch are decoded, and map to their source', () => {
  const text = '<a x="@(&quot;b&quot; &lt; c && d &e)"/>';
  const value = rootOf(text).attributes[0]?.value;
  assert.equal(value?.text, '@("b" < c && d &e)');
  assert.equal(value?.sourceOffset(value.text.indexOf('c')), text.indexOf('c &&'));
});

test('what the hook does not take is read as XML', () => {
  const { problems } = read('<a x="me@b.c @(" y="&"/>');
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['XML1102'],
  );
});

test('the hook is asked at the start of a value and at each @ in values and text, nowhere else', () => {
  const asked: number[] = [];
  const text = '<a x="1@" y=""><!--@--><?p @?><![CDATA[@]]>2@3</a>';
  rootOf(text, (_, offset) => {
    asked.push(offset);
    return undefined;
  });
  const [value, sign] = [text.indexOf('1@'), text.indexOf('@"')];
  assert.deepEqual(asked, [value, sign, text.indexOf('""') + 1, text.indexOf('@3')]);
});

test('a stretch that begins without @ is taken at the start of a value', () => {
  const whole = (text: string, offset: number): number | undefined =>
    text.startsWith('{"', offset) ? text.indexOf('}', offset) + 1 : undefined;
  const [attribute] = rootOf('<a x="{"b" & "c"}"/>', whole).attributes;
  assert.equal(attribute?.value.text, '{"b" & "c"}');
});

test('answers that do not lie ahead and within the text are none', () => {
  for (const answer of [-1, 0, 6, 7.5, 10_000, NaN, Infinity]) {
    const { attributes } = rootOf('<a x="@b" y="c"/>', () => answer);
    assert.deepEqual(
      attributes.map(({ value, holes }) => [value.text, holes]),
      [
        ['@b', []],
        ['c', []],
      ],
      String(answer),
    );
  }
});

test('a verbatim stretch up to the end of the text leaves the tag open, and is reported', () => {
  const { problems } = read('<a x="@b', (text) => text.length);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['XML1209', 'XML1205'],
  );
});

test('a raw text prints as it was, and as well-formed XML with the same values', () => {
  const { document } = read(raw);
  assert.ok(document !== undefined);
  assert.equal(printXml(document), raw);
  const escaped = printXml(document, escapeHoles);
  const again = parseXml(new SourceText('escaped.xml', escaped));
  assert.deepEqual(again.problems, []);
  const values = (root: XmlElement | undefined) => root?.attributes.map(({ value }) => value.text);
  assert.deepEqual(values(again.document?.root), values(document.root));
});

test('escaping verbatim stretches leaves what is around them as it was', () => {
  const { document } = read('<a x="&lt;@(1 < 2 &amp;\n)&gt;"/>');
  assert.ok(document !== undefined);
  assert.equal(printXml(document, escapeHoles), '<a x="&lt;@(1 &lt; 2 &amp;&#10;)&gt;"/>');
});
