import type { Environment } from '../Environment.ts';
import { isContainer, isElement } from './kindsOfNodes.ts';
import type { XContainer } from './XContainer.ts';
import type { XNode } from './XNode.ts';

/** A deep copy without parent; made without recursion, as trees may be of any depth. */
export function cloneNode<T extends XNode>(node: T, environment: Environment): T {
  const copy = copyOne(node, environment);
  if (!isContainer(node) || !isContainer(copy)) return copy as T;
  let from: XContainer = node;
  let into: XContainer = copy;
  let at = node.nodes.first;
  while (at) {
    const own = copyOne(at, environment);
    into.append(own);
    if (isContainer(at) && isContainer(own) && at.nodes.first) {
      [from, into] = [at, own];
      at = at.nodes.first;
      continue;
    }
    // Out of every container that ends here, in both trees alike.
    while (at && !at.next && from !== node) {
      [at, from, into] = [from, from.container ?? node, into.container ?? copy];
    }
    at = at?.next ?? null;
  }
  return copy as unknown as T;
}

function copyOne(node: XNode, environment: Environment): XNode {
  environment.spend(1 + (isElement(node) ? node.attributes.size >> 3 : 0));
  return node.copy();
}

/** The node itself, or a copy when it stands somewhere already or holds the container itself. */
export function ownNode(node: XNode, container: XContainer, environment: Environment): XNode {
  const isTaken =
    node.container !== null || node === container || holds(node, container, environment);
  return isTaken ? cloneNode(node, environment) : node;
}

/** Whether a node without parent is the top of the tree that a container is part of. */
function holds(node: XNode, container: XContainer, environment: Environment): boolean {
  if (!isContainer(node) || node.nodes.first === null) return false;
  let height = 0;
  let at: XContainer = container;
  for (; at.container; at = at.container) height++;
  environment.spend(1 + (height >> 4));
  return at === node;
}
