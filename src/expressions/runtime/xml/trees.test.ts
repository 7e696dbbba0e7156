import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitExceeded } from '../Environment.ts';
import { cloneNode, ownNode } from './cloneNode.ts';
import { NodeEqualityComparer } from './comparers.ts';
import { deepEquals } from './deepEquals.ts';
import { compareDocumentOrder } from './documentOrder.ts';
import { elementText } from './elementText.ts';
import { parseElement } from './readXml.ts';
import { environmentWith } from './testing/environment.ts';
import { descendants } from './walk.ts';
import { saveOptions, xmlText } from './writeNode.ts';
import { XElement } from './XElement.ts';
import { nameOf } from './XName.ts';
import { XText } from './XText.ts';

const environment = environmentWith();
const { DisableFormatting } = saveOptions;

function read(xml: string): XElement {
  return parseElement(xml, 1, environmentWith());
}

/** `<a><a>…</a></a>` */
function deepTree(depth: number): { readonly top: XElement; readonly bottom: XElement } {
  const bottom = new XElement(nameOf('a'));
  let top = bottom;
  for (let i = 1; i < depth; i++) {
    const outer = new XElement(nameOf('a'));
    outer.append(top);
    top = outer;
  }
  return { top, bottom };
}

test('trees deeper than the stack are copied, compared, searched and ordered', () => {
  const { top, bottom } = deepTree(30_000);
  bottom.append(new XText('x'));
  const copy = cloneNode(top, environment);
  assert.equal([...descendants(copy, environment)].length, 30_000);
  assert.ok(deepEquals(top, copy, environment));
  assert.equal(elementText(copy, environment), 'x');
  assert.equal(compareDocumentOrder(top, bottom, environment), -1);
  const comparer = new NodeEqualityComparer();
  assert.equal(comparer.keyOf(top), comparer.keyOf(copy));
});

test('a copy has all of the original and none of its surroundings', () => {
  const xml = '<a b="1"><c></c><d />t<!--u--><?v w?><![CDATA[x]]><e><f>y</f></e></a>';
  const outer = read(`<z>${xml}<z /></z>`);
  const copy = cloneNode(outer.nodes.first!, environment);
  assert.equal(xmlText(copy, DisableFormatting), xml);
  assert.equal(copy.container, null);
  assert.equal(copy.next, null);
});

test('a node that stands somewhere, or holds the container, is copied before it is put in', () => {
  const outer = read('<a><b><c /></b></a>');
  const inner = outer.nodes.first;
  assert.ok(inner instanceof XElement);
  const free = new XElement(nameOf('d'));
  assert.equal(ownNode(free, outer, environment), free);
  assert.notEqual(ownNode(inner, outer, environment), inner);
  assert.notEqual(ownNode(outer, inner, environment), outer);
  assert.notEqual(ownNode(outer, outer, environment), outer);
});

test('a copy is charged by the node', () => {
  const small = environmentWith({ maxSteps: 100 });
  const { top } = deepTree(1000);
  assert.throws(() => cloneNode(top, small), LimitExceeded);
});

const unequal: readonly (readonly [one: string, other: string])[] = [
  ['<a />', '<a></a>'],
  ['<a />', '<b />'],
  ['<a xmlns="u" />', '<a xmlns="v" />'],
  ['<a b="1" />', '<a b="2" />'],
  ['<a b="1" c="2" />', '<a c="2" b="1" />'],
  ['<a b="1" />', '<a />'],
  ['<a>t</a>', '<a><![CDATA[t]]></a>'],
  ['<a>t<b /></a>', '<a><b />t</a>'],
  ['<a><b /><b /></a>', '<a><b /></a>'],
  ['<a><b /></a>', '<a><b /><!--c--></a>'],
  ['<a><b><c /></b></a>', '<a><b /><c /></a>'],
  ['<a><?p 1?></a>', '<a><?p 2?></a>'],
];

test('nodes are equal when all in them is, and have one key exactly then', () => {
  const comparer = new NodeEqualityComparer();
  const all = [...new Set(unequal.flat())];
  for (const one of all) {
    for (const other of all) {
      const [left, right] = [read(one), read(other)];
      assert.equal(deepEquals(left, right, environment), one === other, `${one} ${other}`);
      assert.equal(
        comparer.keyOf(left) === comparer.keyOf(right),
        one === other,
        `${one} ${other}`,
      );
    }
  }
});

test('texts side by side are equal to one text', () => {
  const [one, other] = [read('<a>12<b /></a>'), new XElement(nameOf('a'))];
  for (const node of [new XText('1'), new XText('2'), new XElement(nameOf('b'))])
    other.append(node);
  assert.ok(deepEquals(one, other, environment));
  assert.equal(new NodeEqualityComparer().keyOf(one), new NodeEqualityComparer().keyOf(other));
});

test('document order is that of start tags', () => {
  const tree = read('<a><b><c /></b>t<d /></a>');
  const nodes = [tree, ...descendants(tree, environment)];
  for (const [i, one] of nodes.entries()) {
    for (const [j, other] of nodes.entries()) {
      assert.equal(compareDocumentOrder(one, other, environment), Math.sign(i - j));
    }
  }
});
