/** When two nodes are equal by value: XNode.DeepEquals and XNodeEqualityComparer. */
import type { Allowance } from './OwedWork.ts';
import { isContainer, isDocumentType, isElement, isPlainText, isText } from './kindsOfNodes.ts';
import { visit } from './walk.ts';
import type { XAttribute } from './XAttribute.ts';
import { XComment } from './XComment.ts';
import type { XContainer } from './XContainer.ts';
import type { XElement } from './XElement.ts';
import { XName } from './XName.ts';
import type { XNode } from './XNode.ts';
import { XProcessingInstruction } from './XProcessingInstruction.ts';

type Pair = readonly [one: XNode, other: XNode];

/** Texts side by side count as one; attributes count in their order. */
export function deepEquals(one: XNode | null, other: XNode | null, work: Allowance): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  const open: Pair[] = [[one, other]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    work.spend();
    if (!isEqualItself(pair, work)) return false;
    const [left, right] = pair;
    if (!isContainer(left) || !isContainer(right)) continue;
    const parts = pairsOf(left, right, work);
    if (!parts) return false;
    for (const part of parts) open.push(part);
  }
  return true;
}

/** Whether two nodes are equal, whatever they hold. */
function isEqualItself([one, other]: Pair, work: Allowance): boolean {
  if (one.nodeType !== other.nodeType) return false;
  if (isElement(one) && isElement(other)) {
    return XName.areEqual(one.name, other.name) && hasEqualAttributes(one, other, work);
  }
  return ownText(one) === ownText(other);
}

/** What a node that is no element says itself. */
function ownText(node: XNode): string {
  if (isText(node) || node instanceof XComment) return node.value;
  if (node instanceof XProcessingInstruction) return `${node.target} ${node.data}`;
  if (!isDocumentType(node)) return '';
  return JSON.stringify([node.name, node.publicId, node.systemId, node.internalSubset]);
}

function hasEqualAttributes(one: XElement, other: XElement, work: Allowance): boolean {
  if (one.attributes.size !== other.attributes.size) return false;
  work.spend(one.attributes.size >> 3);
  let right = other.attributes.first;
  for (let left = one.attributes.first; left; left = left.next) {
    if (!right || !isEqualAttribute(left, right)) return false;
    right = right.next;
  }
  return true;
}

function isEqualAttribute(one: XAttribute, other: XAttribute): boolean {
  return XName.areEqual(one.name, other.name) && one.value === other.value;
}

/** The children that must be equal; undefined when the contents differ already. */
function pairsOf(one: XContainer, other: XContainer, work: Allowance): Pair[] | undefined {
  if (one.isEmpty !== other.isEmpty) return undefined;
  const pairs: Pair[] = [];
  let left = one.nodes.first;
  let right = other.nodes.first;
  for (;;) {
    work.spend();
    const texts = [takeText(left), takeText(right)] as const;
    if (texts[0].text !== texts[1].text) return undefined;
    [left, right] = [texts[0].next, texts[1].next];
    if (!left || !right) return left === right ? pairs : undefined;
    pairs.push([left, right]);
    [left, right] = [left.next, right.next];
  }
}

function takeText(node: XNode | null): { readonly text: string; readonly next: XNode | null } {
  let text = '';
  let next = node;
  for (; isPlainText(next); next = next.next) text += next.value;
  return { text, next };
}

/**
 * A text that two nodes share exactly when they are equal: the key under which they are found.
 * @throws LimitExceeded
 */
export function equalityKey(node: XNode, work: Allowance): string {
  let key = '';
  let text = '';
  const put = (mark: string, value: string): void => {
    key += `${mark}${value.length}:${value}`;
    work.allowLength(key.length + text.length);
  };
  const putText = (): void => {
    if (text !== '') put('t', text);
    text = '';
  };
  const enter = (each: XNode): void => {
    work.spend();
    if (isPlainText(each) && each !== node) {
      text += each.value;
      return;
    }
    putText();
    put(`${each.nodeType}`, isElement(each) ? headOf(each, work) : ownText(each));
    if (isContainer(each) && each.isEmpty) key += '-';
  };
  visit(node, enter, () => {
    putText();
    key += ')';
  });
  return key;
}

/** The name and attributes of an element. */
function headOf({ name, attributes }: XElement, work: Allowance): string {
  let head = name.expanded;
  for (let at = attributes.first; at; at = at.next) {
    const attribute = at.name.expanded;
    head += ` ${attribute.length}:${attribute}=${at.value.length}:${at.value}`;
    work.allowLength(head.length);
  }
  return head;
}
