import type { NodeSet, XPathAllowance } from './Context.ts';
import type { XPathTree } from './XPathTree.ts';

/** Nodes for which one step is counted while a tree is numbered. */
const nodesPerStep = 4;

/**
 * Document order (§5). The tree is numbered when an order is asked for the first time; namespace
 * nodes and attributes are placed by their element and their rank in it.
 */
export class DocumentOrder<N extends object> {
  readonly #tree: XPathTree<N>;
  readonly #allowance: XPathAllowance;
  #numbers: ReadonlyMap<N, number> | undefined;

  constructor(tree: XPathTree<N>, allowance: XPathAllowance) {
    this.#tree = tree;
    this.#allowance = allowance;
  }

  /** Each node once, in order. The nodes are of one tree. */
  sort(nodes: Iterable<N>): NodeSet<N> {
    const distinct = [...new Set(nodes)];
    if (distinct.length < 2) return distinct;
    this.#allowance.spend(distinct.length);
    const numbers = (this.#numbers ??= this.#number(distinct[0]!));
    const places = new Map(distinct.map((node) => [node, this.#placeOf(node, numbers)]));
    return distinct.toSorted((one, other) => compare(places.get(one)!, places.get(other)!));
  }

  #placeOf(node: N, numbers: ReadonlyMap<N, number>): Place {
    const tree = this.#tree;
    const number = numbers.get(node);
    if (number !== undefined) return [number, 0];
    const element = tree.parentOf(node);
    if (!element) return [-1, 0];
    const [namespaces, attributes] = [tree.namespacesOf(element), tree.attributesOf(element)];
    this.#allowance.spend(1 + ((namespaces.length + attributes.length) >> 4));
    const rank = namespaces.indexOf(node);
    return [
      numbers.get(element) ?? -1,
      1 + (rank >= 0 ? rank : namespaces.length + attributes.indexOf(node)),
    ];
  }

  #number(member: N): ReadonlyMap<N, number> {
    const tree = this.#tree;
    const numbers = new Map<N, number>();
    let at: N | null = topOf(member, tree, this.#allowance);
    while (at) {
      numbers.set(at, numbers.size);
      if (numbers.size % nodesPerStep === 0) this.#allowance.spend(1);
      at = tree.firstChildOf(at) ?? this.#after(at);
    }
    return numbers;
  }

  #after(node: N): N | null {
    const tree = this.#tree;
    for (let at: N | null = node; at; at = tree.parentOf(at)) {
      const next = tree.nextSiblingOf(at);
      if (next) return next;
    }
    return null;
  }
}

/** The number of the element or other node, and the rank among what belongs to the element. */
type Place = readonly [number: number, rank: number];

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** The root node, or what stands at the top of a tree without one. */
export function topOf<N extends object>(node: N, tree: XPathTree<N>, allowance: XPathAllowance): N {
  let top = node;
  for (let at = tree.parentOf(top); at; at = tree.parentOf(at)) {
    allowance.spend(1);
    top = at;
  }
  return top;
}
