/** Ways through a tree of nodes, none of them by recursion. They follow the tree as it changes. */
import { NullReferenceException } from '../exceptions.ts';
import type { Allowance } from './OwedWork.ts';
import { isContainer, isElement } from './kindsOfNodes.ts';
import type { XAttribute } from './XAttribute.ts';
import type { XContainer } from './XContainer.ts';
import type { XElement } from './XElement.ts';
import { XName } from './XName.ts';
import type { XNode } from './XNode.ts';
import type { XObject } from './XObject.ts';

/**
 * Goes through a tree: `enter` sees each node before, `leave` each container after what it holds.
 * The tree must not change meanwhile.
 */
export function visit(
  top: XNode,
  enter: (node: XNode) => void,
  leave: (container: XContainer) => void,
): void {
  let at: XNode = top;
  for (;;) {
    enter(at);
    if (isContainer(at)) {
      if (at.nodes.first) {
        at = at.nodes.first;
        continue;
      }
      leave(at);
    }
    while (at !== top && !at.next) {
      const container = at.requireContainer();
      leave(container);
      at = container;
    }
    if (at === top || !at.next) return;
    at = at.next;
  }
}

/** From the element around it outwards. */
export function* ancestors(object: XObject, work: Allowance): Generator<XElement> {
  for (let at = object.parent; at; at = at.parent) {
    work.spend();
    yield at;
  }
}

export function* ancestorsAndSelf(element: XElement, work: Allowance): Generator<XElement> {
  yield element;
  yield* ancestors(element, work);
}

export function* children(container: XContainer, work: Allowance): Generator<XNode> {
  const { nodes } = container;
  for (let at = nodes.first; at && at.container === container; at = at.next) {
    work.spend();
    yield at;
  }
}

/** In document order. @throws NullReferenceException when the node last given was removed */
export function* descendants(top: XContainer, work: Allowance): Generator<XNode> {
  let at: XNode | null = top.nodes.first;
  while (at) {
    work.spend();
    yield at;
    at = (isContainer(at) ? at.nodes.first : null) ?? following(at, top);
  }
}

/** The next node in document order that is outside `node`. */
function following(node: XNode, top: XContainer): XNode | null {
  let at: XNode = node;
  while (at !== top) {
    if (at.next) return at.next;
    if (!at.container) throw new NullReferenceException();
    at = at.container;
  }
  return null;
}

export function* descendantsAndSelf(top: XContainer, work: Allowance): Generator<XNode> {
  yield top;
  yield* descendants(top, work);
}

export function* afterSelf(node: XNode, work: Allowance): Generator<XNode> {
  const { container } = node;
  for (let at = node.next; at && at.container === container; at = at.next) {
    work.spend();
    yield at;
  }
}

export function* beforeSelf(node: XNode, work: Allowance): Generator<XNode> {
  const { container } = node;
  if (!container) return;
  for (let at = container.nodes.first; at && at !== node; at = at.next) {
    work.spend();
    yield at;
    if (at.container !== container) return;
  }
}

export function* attributesOf(element: XElement, work: Allowance): Generator<XAttribute> {
  const { attributes } = element;
  for (let at = attributes.first; at && at.container === element; at = at.next) {
    work.spend();
    yield at;
  }
}

/** Of some nodes the elements; with a name, those of the name. */
export function* elementsIn(nodes: Iterable<XNode>, name?: XName): Generator<XElement> {
  for (const node of nodes) {
    if (isElement(node) && (name === undefined || XName.areEqual(node.name, name))) yield node;
  }
}
