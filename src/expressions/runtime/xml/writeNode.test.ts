import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../../lib/testing/properties.ts';
import { LimitExceeded, owed } from '../Environment.ts';
import { ArgumentException, XmlException } from '../exceptions.ts';
import { deepEquals } from './deepEquals.ts';
import { loadOptions, parseElement } from './readXml.ts';
import { environmentWith } from './testing/environment.ts';
import { attributesOf, descendantsAndSelf } from './walk.ts';
import { attributeText, saveOptions, savedText, xmlText } from './writeNode.ts';
import { XAttribute } from './XAttribute.ts';
import { XComment } from './XComment.ts';
import { XElement } from './XElement.ts';
import { nameOf } from './XName.ts';
import { XNamespace } from './XNamespace.ts';
import { XCData, XText } from './XText.ts';

const environment = environmentWith();

/** An element of an expanded name; texts become nodes. */
function element(name: string, ...content: (XAttribute | XElement | string)[]): XElement {
  const made = new XElement(nameOf(name));
  for (const each of content) {
    if (each instanceof XAttribute) made.addAttribute(each, environment);
    else made.append(typeof each === 'string' ? new XText(each) : each);
  }
  return made;
}

function attribute(name: string, value = ''): XAttribute {
  return new XAttribute(nameOf(name), value);
}

const declare = (prefix: string, namespace: string): XAttribute =>
  attribute(`{${XNamespace.xmlns.name}}${prefix}`, namespace);

const cases: readonly (readonly [what: string, node: XElement, text: string])[] = [
  [
    'elements stand on lines of their own',
    element('a', element('b', element('c'))),
    '<a>\n  <b>\n    <c />\n  </b>\n</a>',
  ],
  [
    'behind text nothing is put on a line of its own',
    element('a', 'x', element('b', element('c'))),
    '<a>x<b><c /></b></a>',
  ],
  [
    'in front of text the first element still is',
    element('a', element('b'), 'x'),
    '<a>\n  <b />x</a>',
  ],
  [
    'text holds only in its own element',
    element('a', element('b', 'x', element('c')), element('d')),
    '<a>\n  <b>x<c /></b>\n  <d />\n</a>',
  ],
  ['text is escaped where it must be', element('a', `<&>"'`), `<a>&lt;&amp;&gt;"'</a>`],
  [
    'line breaks of text are those of the platform',
    element('a', '1\r\n2\r3\n4'),
    '<a>1\n2\n3\n4</a>',
  ],
  [
    'values of attributes keep white space',
    element('a', attribute('b', `<&>"'\t\r\n`)),
    `<a b="&lt;&amp;&gt;&quot;'&#x9;&#xD;&#xA;" />`,
  ],
  [
    'a namespace is declared where it begins',
    element('{u}a', element('{u}b'), element('{v}c')),
    '<a xmlns="u">\n  <b />\n  <c xmlns="v" />\n</a>',
  ],
  [
    'no namespace is declared anew within one',
    element('{u}a', element('b')),
    '<a xmlns="u">\n  <b xmlns="" />\n</a>',
  ],
  [
    'declared prefixes are used',
    element('{u}a', declare('p', 'u'), element('{u}b', attribute('{u}c', '1'))),
    '<p:a xmlns:p="u">\n  <p:b p:c="1" />\n</p:a>',
  ],
  [
    'of two prefixes the last is',
    element('{u}a', declare('p', 'u'), declare('q', 'u')),
    '<q:a xmlns:p="u" xmlns:q="u" />',
  ],
  [
    'a hidden prefix is not',
    element('{u}a', declare('p', 'u'), element('b', declare('p', 'v'), element('{u}c'))),
    '<p:a xmlns:p="u">\n  <b xmlns:p="v">\n    <c xmlns="u" />\n  </b>\n</p:a>',
  ],
  [
    'an attribute gets a prefix that counts what is bound',
    element('a', attribute('{u}b', '1')),
    '<a p1:b="1" xmlns:p1="u" />',
  ],
  [
    'a default namespace does not serve attributes',
    element('{u}a', attribute('xmlns', 'u'), attribute('{u}b', '1')),
    '<a xmlns="u" p1:b="1" xmlns:p1="u" />',
  ],
  [
    'xml is a prefix always',
    element('a', attribute(`{${XNamespace.xml.name}}lang`, 'en')),
    '<a xml:lang="en" />',
  ],
];

for (const [what, node, text] of cases) {
  test(what, () => assert.equal(xmlText(node), text));
}

test('a namespace that is declared again is written again, unless that is to be omitted', () => {
  const xml = '<a xmlns="u" xmlns:p="v"><b xmlns="u" xmlns:p="v"><p:c /></b></a>';
  const tree = parseElement(xml, loadOptions.None, environment);
  const { DisableFormatting, OmitDuplicateNamespaces } = saveOptions;
  assert.equal(xmlText(tree, DisableFormatting), xml);
  assert.equal(
    xmlText(tree, DisableFormatting | OmitDuplicateNamespaces),
    '<a xmlns="u" xmlns:p="v"><b><p:c /></b></a>',
  );
});

test('an element is written with the prefixes around it', () => {
  const tree = parseElement('<p:a xmlns:p="u"><p:b p:c="1"/></p:a>', 0, environment);
  const inner = tree.nodes.first;
  assert.ok(inner instanceof XElement && inner.attributes.first);
  assert.equal(xmlText(inner), '<p:b p:c="1" xmlns:p="u" />');
  assert.equal(attributeText(inner.attributes.first), 'p:c="1"');
});

test('an element that declares another default namespace than its own is refused', () => {
  assert.throws(() => xmlText(element('{u}a', attribute('xmlns', 'v'))), XmlException);
});

test('xml:space says default or preserve, and binds nothing', () => {
  const space = `{${XNamespace.xml.name}}space`;
  const inner = element('b', attribute('{u}c', '1'));
  assert.equal(
    xmlText(element('a', attribute(space, 'preserve'), inner), saveOptions.DisableFormatting),
    '<a xml:space="preserve"><b p2:c="1" xmlns:p2="u" /></a>',
  );
  assert.throws(() => xmlText(element('a', attribute(space, 'no'))), ArgumentException);
});

test('characters that XML cannot hold are refused', () => {
  for (const text of ['\0', '\u{b}', '\u{ffff}', '\ud800', '\udc00x']) {
    assert.throws(() => xmlText(element('a', text)), ArgumentException, JSON.stringify(text));
    assert.throws(() => xmlText(element('a', attribute('b', text))), ArgumentException);
  }
  assert.equal(xmlText(element('a', '\u{1f600}')), '<a>\u{1f600}</a>');
});

test('sections, comments and instructions cannot be ended from within', () => {
  assert.equal(xmlText(new XCData('a]]>b')), '<![CDATA[a]]]]><![CDATA[>b]]>');
  assert.equal(xmlText(new XComment('a--b-')), '<!--a- -b- -->');
});

test('Save puts a declaration in front', () => {
  assert.equal(
    savedText(element('a'), saveOptions.None, 'utf-16', 'yes'),
    '<?xml version="1.0" encoding="utf-16" standalone="yes"?>\n<a />',
  );
});

test('a tree of any depth is written, as far as its text may be long', () => {
  let tree = element('a');
  for (let i = 0; i < 20_000; i++) tree = element('a', tree);
  const text = xmlText(tree, saveOptions.DisableFormatting);
  assert.equal(text.length, 20_000 * '<a></a>'.length + '<a />'.length);
  // Indentation grows with the square of the depth.
  assert.throws(() => xmlText(tree), LimitExceeded);
  owed.steps = 0;
});

test('writing is charged with the next steps', () => {
  owed.steps = 0;
  xmlText(element('a', ...Array.from({ length: 800 }, () => element('b'))));
  assert.ok(owed.steps >= 100);
  owed.steps = 0;
});

interface Plan {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly content: readonly (Plan | string)[];
}

const name = fc.constantFrom('a', 'b', '{u}a', '{v}b');
const value = fc.string({
  unit: fc.constantFrom('x', '<', '&', '>', '"', "'", ' ', ']', '\u{1f600}'),
});
const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.record({
    name,
    attributes: fc.uniqueArray(fc.record({ name, value }), { selector: (each) => each.name }),
    content: fc.array(fc.oneof({ depthSize: 'small' }, value, tie('plan')), { maxLength: 4 }),
  }),
}));

function build({ name: own, attributes, content }: Plan): XElement {
  return element(
    own,
    ...attributes.map((each) => attribute(each.name, each.value)),
    ...content.map((each) => (typeof each === 'string' ? each : build(each))),
  );
}

function withoutDeclarations(tree: XElement): XElement {
  for (const node of descendantsAndSelf(tree, environmentWith())) {
    if (!(node instanceof XElement)) continue;
    const declarations = [...attributesOf(node, environmentWith())].filter(
      (each) => each.isNamespaceDeclaration,
    );
    for (const each of declarations) each.remove();
  }
  return tree;
}

test('what is written without formatting reads as what it was, but for declarations it needed', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const original = build(given);
      const written = xmlText(original, saveOptions.DisableFormatting);
      const read = parseElement(written, loadOptions.PreserveWhitespace, environmentWith());
      assert.ok(deepEquals(withoutDeclarations(read), original, environmentWith()), written);
    }),
    { numRuns: 200 },
  );
});
