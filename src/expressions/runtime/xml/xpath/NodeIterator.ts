import { enumerateAs } from '../../iterate.ts';
import type { Enumerable } from '../../iterate.ts';
import type { LinqNode } from './LinqTree.ts';
import type { Navigator } from './Navigator.ts';

/** System.Xml.XPath.XPathNodeIterator: one pass over nodes, with a navigator that goes along. */
export class NodeIterator implements Enumerable {
  /** Before the first step it stands where the nodes were asked for. */
  readonly current: Navigator;
  position = 0;
  readonly #start: Navigator;
  readonly #find: () => readonly LinqNode[];
  #nodes: readonly LinqNode[] | undefined;

  /** The nodes are looked for when they are needed. */
  constructor(start: Navigator, find: () => readonly LinqNode[]) {
    this.#start = start.clone();
    this.current = start.clone();
    this.#find = find;
  }

  get nodes(): readonly LinqNode[] {
    return (this.#nodes ??= this.#find());
  }

  get count(): number {
    return this.nodes.length;
  }

  moveNext(): boolean {
    if (!this.current.moveTo(this.nodes[this.position])) return false;
    this.position++;
    return true;
  }

  clone(): NodeIterator {
    const clone = new NodeIterator(this.#start, this.#find);
    clone.#nodes = this.#nodes;
    clone.position = this.position;
    clone.current.node = this.current.node;
    return clone;
  }

  /** What is left, with a navigator for each. */
  *[enumerateAs](): Generator<Navigator> {
    for (const node of this.nodes.slice(this.position)) yield this.#start.at(node);
  }
}
