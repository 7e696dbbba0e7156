import { TextNumbers } from '../../lib/collections/TextNumbers.ts';

/** Parent, segment and child of an edge. */
const width = 3;
const free = -1;

/**
 * Values at the ends of paths, segment by segment, in numbers: nodes and segments are counted, and
 * edges stand in one open table. A tree of objects and Maps misses every cache of the processor for
 * each of them on the way, which among ten thousand APIs takes longer than all else of routing.
 */
export class SegmentTree<T> {
  /** Segments that stand in some path. */
  readonly #segments = new TextNumbers();
  /** By the node. */
  readonly #values: (T | undefined)[] = [];
  #edges = new Int32Array(16 * width).fill(free);
  #edgeCount = 0;

  /** A node that no segment leads to. */
  addNode(): number {
    return this.#values.push(undefined) - 1;
  }

  valueAt(node: number): T | undefined {
    return this.#values[node];
  }

  setValueAt(node: number, value: T): void {
    this.#values[node] = value;
  }

  /** The node that a segment leads to; undefined when there is none. */
  child(node: number, segment: string): number | undefined {
    const number = this.#segments.get(segment);
    if (number === undefined) return undefined;
    const child = this.#edges[placeOf(this.#edges, node, number) + 2]!;
    return child === free ? undefined : child;
  }

  /** The node that a segment leads to from now on. */
  addChild(node: number, segment: string): number {
    const number = this.#segments.add(segment);
    const at = placeOf(this.#edges, node, number);
    const known = this.#edges[at + 2]!;
    if (known !== free) return known;
    const child = this.addNode();
    this.#edges.set([node, number, child], at);
    // Half of the places stay free, so that most edges are the first that is looked at.
    if (++this.#edgeCount * 2 * width > this.#edges.length) this.#edges = doubled(this.#edges);
    return child;
  }
}

/** Where an edge stands, or else the free place where it would. */
function placeOf(edges: Int32Array, node: number, segment: number): number {
  const last = edges.length / width - 1;
  let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(segment, 0x85ebca6b);
  hash ^= hash >>> 15;
  for (let place = hash & last; ; place = (place + 1) & last) {
    const at = place * width;
    if (edges[at + 2] === free || (edges[at] === node && edges[at + 1] === segment)) return at;
  }
}

function doubled(edges: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(edges.length * 2).fill(free);
  for (let at = 0; at < edges.length; at += width) {
    if (edges[at + 2] === free) continue;
    const edge = edges.subarray(at, at + width);
    larger.set(edge, placeOf(larger, edge[0]!, edge[1]!));
  }
  return larger;
}
