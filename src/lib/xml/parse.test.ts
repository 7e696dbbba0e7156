import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import type { XmlAttribute, XmlElement, XmlNode } from './nodes.ts';
import type { XmlOptions } from './options.ts';
import { parseXml } from './parse.ts';

function read(text: string, options?: XmlOptions) {
  return parseXml(new SourceText('test.xml', text), options);
}

/** The nodes at the top of a text without problems. */
function nodesOf(text: string, options?: XmlOptions): readonly XmlNode[] {
  const { document, problems } = read(text, options);
  assert.deepEqual(problems, []);
  return document?.children ?? [];
}

function rootOf(text: string, options?: XmlOptions): XmlElement {
  const root = nodesOf(text, options).find((node) => node.kind === 'element');
  assert.ok(root !== undefined);
  return root;
}

function attributeOf(text: string, options?: XmlOptions): XmlAttribute {
  const [attribute] = rootOf(text, options).attributes;
  assert.ok(attribute !== undefined);
  return attribute;
}

test('every kind of node is kept, in the order of the text', () => {
  const text = '<?xml version="1.0"?>\n<!--c--><?p i?><a>t<b/><![CDATA[d]]>u</a>\n';
  const nodes = nodesOf(text);
  assert.deepEqual(
    nodes.map(({ kind }) => kind),
    ['declaration', 'text', 'comment', 'instruction', 'element', 'text'],
  );
  assert.deepEqual(
    rootOf(text).children.map(({ kind }) => kind),
    ['text', 'element', 'cdata', 'text'],
  );
});

test('an element tells where it, its name and its tags stand', () => {
  const { children, ...element } = rootOf('<a\n x="1" >t</a >');
  assert.equal(children.length, 1);
  assert.deepEqual(element.span, { start: 0, end: 17 });
  assert.deepEqual(element.nameSpan, { start: 1, end: 2 });
  assert.deepEqual(element.startTagSpan, { start: 0, end: 11 });
  assert.deepEqual(element.endTagSpan, { start: 12, end: 17 });
  assert.equal(element.startTagSpace, ' ');
  assert.equal(element.endTagSpace, ' ');
  assert.equal(element.selfClosing, false);
});

test('an empty-element tag has no end tag', () => {
  const { selfClosing, endTagSpan, startTagSpace, span } = rootOf('<a />');
  assert.deepEqual([selfClosing, endTagSpan, startTagSpace, span.end], [true, undefined, ' ', 5]);
});

test('an attribute keeps its quote, its white space and its raw text apart from its value', () => {
  const attribute = attributeOf(`<a  x =\n'1 &lt; "2"'/>`);
  assert.deepEqual(attribute.span, { start: 4, end: 20 });
  assert.deepEqual(attribute.nameSpan, { start: 4, end: 5 });
  assert.deepEqual(attribute.valueSpan, { start: 9, end: 19 });
  assert.equal(attribute.space, '  ');
  assert.equal(attribute.equals, ' =\n');
  assert.equal(attribute.quote, "'");
  assert.equal(attribute.raw, '1 &lt; "2"');
  assert.equal(attribute.value.text, '1 < "2"');
  assert.equal(attribute.value.sourceOffset(3), 15, 'the space behind &lt;');
});

test('line breaks in values stay as they were written', () => {
  assert.equal(attributeOf('<a x="1 // one\r\n+ 2"/>').value.text, '1 // one\r\n+ 2');
  const [text] = rootOf('<a>1\r\n2</a>').children;
  assert.ok(text?.kind === 'text');
  assert.equal(text.value.text, '1\r\n2');
});

test('XML 1.0 §2.11, §3.3.3: normalized values have line feeds in text and spaces in attributes', () => {
  const normalize = { normalize: true };
  assert.equal(attributeOf('<a x="1\r\n2\t3&#10;4"/>', normalize).value.text, '1 2 3\n4');
  const kinds = rootOf('<a>1\r\n2\r3&#13;<![CDATA[4\r\n5]]><!--6\r\n7--><?p 8\r9?></a>', normalize);
  const values = kinds.children.map((node) =>
    node.kind === 'text' || node.kind === 'cdata' ? node.value.text : 'value' in node && node.value,
  );
  assert.deepEqual(values, ['1\n2\n3\r', '4\n5', '6\n7', '8\n9']);
});

test('a CDATA section is taken literally and maps to its source', () => {
  const [section] = rootOf('<a><![CDATA[<&amp;]] >]]></a>').children;
  assert.ok(section?.kind === 'cdata');
  assert.equal(section.value.text, '<&amp;]] >');
  assert.equal(section.value.sourceOffset(0), 12);
});

test('an XML declaration gives version, encoding and standalone', () => {
  const [declaration] = nodesOf(`<?xml version="1.0" encoding='utf-8' standalone="no" ?><a/>`);
  assert.ok(declaration?.kind === 'declaration');
  assert.equal(declaration.version, '1.0');
  assert.equal(declaration.encoding, 'utf-8');
  assert.equal(declaration.standalone, 'no');
});

test('a processing instruction gives its target and what follows it', () => {
  const [instruction] = nodesOf('<?xml-stylesheet  href="a" ?><a/>');
  assert.ok(instruction?.kind === 'instruction');
  assert.equal(instruction.target, 'xml-stylesheet');
  assert.equal(instruction.value, 'href="a" ');
});

test('a document type declaration is kept with its identifiers and internal subset', () => {
  const subset = `<!ENTITY e "]>"><!-- ' ]> --><?p ]>?>%pe;`;
  const [doctype] = nodesOf(`<!DOCTYPE a PUBLIC "-//X" 'a.dtd' [${subset}] ><a/>`, {
    doctype: 'keep',
  });
  assert.ok(doctype?.kind === 'doctype');
  assert.equal(doctype.name, 'a');
  assert.equal(doctype.publicId, '-//X');
  assert.equal(doctype.systemId, 'a.dtd');
  assert.equal(doctype.internalSubset, subset);
});

test('entities that a DTD declares are never expanded', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  const { document, problems } = read(bomb, { doctype: 'keep' });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['XML1103'],
  );
  const [text] = document?.root?.children ?? [];
  assert.ok(text?.kind === 'text');
  assert.equal(text.value.text, '&c;');
});

test('a byte order mark is not part of the document', () => {
  const { document, problems } = read('\u{feff}<?xml version="1.0"?><a/>');
  assert.deepEqual(problems, []);
  assert.equal(document?.byteOrderMark, true);
  assert.equal(document?.children[0]?.kind, 'declaration');
});

test('a fragment may have several elements, and text around them', () => {
  const fragment = { fragment: true };
  assert.equal(nodesOf('one<a/>two<b/><![CDATA[3]]>', fragment).length, 5);
  assert.deepEqual(nodesOf('', fragment), []);
});

test('names may hold every character that the fifth edition allows', () => {
  assert.equal(rootOf('<É·\u{10400}-1.x:_ \u{2c00}="1"/>').name, 'É·\u{10400}-1.x:_');
});

test('a name may begin with what only looks like a space (production [4])', () => {
  for (const name of ['\u{feff}b', '\u{1680}b']) {
    const { document, problems } = read(`<a ${name}="1"/>`);
    assert.deepEqual(problems, []);
    const [element] = document?.children ?? [];
    assert.ok(element?.kind === 'element');
    assert.equal(element.attributes[0]?.name, name);
  }
});
