import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import { parseXml } from './parse.ts';
import { escapeAttribute, escapeText, printXml } from './print.ts';

function printed(text: string): string {
  const { document } = parseXml(new SourceText('test.xml', text), { doctype: 'keep' });
  assert.ok(document !== undefined);
  return printXml(document);
}

const texts = [
  '\u{feff}<?xml version="1.0" encoding="utf-8"?>\r\n<!DOCTYPE a [ <!ENTITY b "c"> ]>\r\n<a/>\r\n',
  `<a  x = "1"\n\ty='&quot;"' ></a  >`,
  '<a><b />\n  <![CDATA[ <c> ]]]]><!-- d --><?e  f ?>&amp;&#38;></a><!-- g -->\n',
];

for (const text of texts) {
  test(`prints as it was read: ${JSON.stringify(text)}`, () => assert.equal(printed(text), text));
}

test('missing end tags are written', () => {
  assert.equal(printed('<a><b>c</a>'), '<a><b>c</b></a>');
});

test('one node prints alone', () => {
  const { document } = parseXml(new SourceText('test.xml', '<a><b x="1">&lt;</b></a>'));
  const [element] = document?.root?.children ?? [];
  assert.ok(element?.kind === 'element' && element.attributes[0] !== undefined);
  assert.equal(printXml(element), '<b x="1">&lt;</b>');
  assert.equal(printXml(element.attributes[0]), ' x="1"');
});

test('texts and attribute values can be given other raw text', () => {
  const { document } = parseXml(new SourceText('test.xml', '<a x="1">2<b y="3"/></a>'));
  assert.ok(document !== undefined);
  assert.equal(
    printXml(document, ({ raw }) => `(${raw})`),
    '<a x="(1)">(2)<b y="(3)"/></a>',
  );
});

test('escaped values come back from any reader, whatever they hold', () => {
  const value = `<a b="c" d='e'>&amp;]]>\t\r\n`;
  const text = `<r x="${escapeAttribute(value)}" y='${escapeAttribute(value)}'>${escapeText(value)}</r>`;
  const { document, problems } = parseXml(new SourceText('test.xml', text), { normalize: true });
  assert.deepEqual(problems, []);
  const { attributes = [], children = [] } = document?.root ?? {};
  assert.deepEqual(
    attributes.map((attribute) => attribute.value.text),
    [value, value],
  );
  assert.ok(children[0]?.kind === 'text');
  assert.equal(children[0].value.text, value);
});
