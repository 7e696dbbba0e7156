import type { DocumentOrder } from './DocumentOrder.ts';
import type { XPathTree } from './XPathTree.ts';

/** Nodes of a tree, each once, in document order. */
export type NodeSet<N> = readonly N[];

/** The four types of §1, by name. */
export interface Values<N> {
  boolean: boolean;
  number: number;
  string: string;
  'node-set': NodeSet<N>;
}

export type XPathType = keyof Values<unknown>;

export type XPathValue<N> = Values<N>[XPathType];

/** How work is counted; both throw to end an evaluation. */
export interface XPathAllowance {
  /** Called with every few nodes that are looked at. */
  spend(steps: number): void;
  /** Called before a string of that many UTF-16 units is made. */
  allowLength(length: number): void;
}

/** How numbers are written and read: §4.2 and §4.4 unless a host does otherwise. */
export interface NumberFormat {
  write(value: number): string;
  read(text: string): number;
}

/** What is the same throughout an evaluation. */
export interface Evaluation<N extends object> {
  readonly tree: XPathTree<N>;
  readonly allowance: XPathAllowance;
  readonly numbers: NumberFormat;
  readonly order: DocumentOrder<N>;
}

/** What an expression is evaluated in (§1). */
export interface Context<N extends object> {
  readonly evaluation: Evaluation<N>;
  readonly node: N;
  /** Counted from 1. */
  readonly position: number;
  readonly size: number;
}
