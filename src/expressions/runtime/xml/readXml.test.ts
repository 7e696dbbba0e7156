import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitExceeded } from '../Environment.ts';
import { XmlException } from '../exceptions.ts';
import { nodeTypes } from './nodeTypes.ts';
import { loadOptions, parseDocument, parseElement } from './readXml.ts';
import { environmentWith } from './testing/environment.ts';
import { saveOptions, xmlText } from './writeNode.ts';

function parsed(xml: string, options: number = loadOptions.None): string {
  return xmlText(parseElement(xml, options, environmentWith()), saveOptions.DisableFormatting);
}

function problemOf(xml: string): string {
  try {
    parseElement(xml, loadOptions.None, environmentWith());
  } catch (error) {
    assert.ok(error instanceof XmlException);
    return error.message;
  }
  return 'none';
}

const problems: readonly (readonly [xml: string, message: string])[] = [
  ['', 'Root element is missing.'],
  [' <!-- a --> ', 'Root element is missing.'],
  ['{"a":1}', 'Data at the root level is invalid. Line 1, position 1.'],
  ['<a/>\n b', 'Data at the root level is invalid. Line 2, position 2.'],
  ['\u{feff}<a/>', 'Data at the root level is invalid. Line 1, position 1.'],
  ['<a/><b/>', 'There are multiple root elements. Line 1, position 6.'],
  [
    '<a><b>',
    'Unexpected end of file has occurred. The following elements are not closed: b, a. Line 1, position 7.',
  ],
  ['<a>&b;', "Reference to undeclared entity 'b'. Line 1, position 5."],
  ['<a b="" b=""/>', "'b' is a duplicate attribute name. Line 1, position 9."],
  ['<a>b & c</a>', 'An error occurred while parsing EntityName. Line 1, position 7.'],
  ['<a>\u{1}</a>', "'\u{1}', hexadecimal value 0x01, is an invalid character. Line 1, position 4."],
  ['<?xml version="1.1"?><a/>', "Version number '1.1' is invalid. Line 1, position 16."],
  ['<p:a/>', "'p' is an undeclared prefix. Line 1, position 2."],
  ['<a><!-- ', 'Unexpected end of file while parsing Comment has occurred. Line 1, position 4.'],
];

for (const [xml, message] of problems) {
  test(`${JSON.stringify(xml)} is refused with .NET's words and place`, () => {
    assert.equal(problemOf(xml), message);
  });
}

test('white space between tags is left out, unless it is asked for or xml:space preserves it', () => {
  const xml = '<a> <b xml:space="preserve"> <c xml:space="default"> </c></b> x </a>';
  assert.equal(parsed(xml), xml.replace('<a> ', '<a>').replace('> </c>', '></c>'));
  assert.equal(parsed(xml, loadOptions.PreserveWhitespace), xml);
});

test('an element that was written with two tags is not empty, one written with one is', () => {
  assert.equal(parsed('<a><b></b><c/><d> </d></a>'), '<a><b></b><c /><d></d></a>');
});

test('texts around comments and CDATA sections are nodes of their own', () => {
  const element = parseElement('<a>1<!--2-->3<![CDATA[4]]>&#53;</a>', 0, environmentWith());
  const types: number[] = [];
  for (let at = element.nodes.first; at; at = at.next) types.push(at.nodeType);
  const { Text, Comment, CDATA } = nodeTypes;
  assert.deepEqual(types, [Text, Comment, Text, CDATA, Text]);
});

test('a document keeps its declaration, type, comments and instructions', () => {
  const xml = '<!DOCTYPE a SYSTEM "s"[<!ENTITY b "c">]><!--1--><?p 2?><a />';
  const document = parseDocument(`<?xml version="1.0"?>${xml}`, 0, environmentWith());
  assert.equal(document.declaration?.text, '<?xml version="1.0"?>');
  assert.equal(xmlText(document, saveOptions.DisableFormatting), xml);
});

test('no declared entity is expanded, inside or outside', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  assert.match(problemOf(bomb), /^Reference to undeclared entity 'c'\./);
  const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
  assert.match(problemOf(outside), /^Reference to undeclared entity 'b'\./);
  const parameter = '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://h/"> %b;]><a/>';
  assert.equal(parsed(parameter), '<a />');
});

test('what is too deep, too long or too much is refused by the limits, not by the stack', () => {
  const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  assert.equal(parsed(nested(1000)).length, 7000);
  const refused = (xml: string, environment = environmentWith()): void =>
    assert.throws(() => parseElement(xml, 0, environment), LimitExceeded);
  refused(nested(1001));
  refused(nested(20_000));
  refused('<a>12345</a>', environmentWith({ maxStringLength: 10 }));
  refused('<a><b/><b/><b/></a>', environmentWith({ maxItems: 3 }));
  refused(`<a>${' '.repeat(1000)}</a>`, environmentWith({ maxSteps: 10 }));
});

test('one name of many elements is one object', () => {
  const element = parseElement('<p:a xmlns:p="u"><p:b/><p:b/></p:a>', 0, environmentWith());
  const [first, last] = [element.nodes.first, element.nodes.last];
  assert.ok(first && 'name' in first && last && 'name' in last);
  assert.equal(first.name, last.name);
});
