import type { UnitSet } from './UnitSet.ts';

/** What `max` of a loop is when there is no limit. */
export const unlimited = 0x7fff_ffff;

/** Places that match without taking anything, by their .NET escape. */
export type Anchor =
  | 'lineStart'
  | 'lineEnd'
  | 'start'
  | 'previousEnd'
  | 'endOrLastLine'
  | 'end'
  | 'boundary'
  | 'noBoundary'
  | 'ecmaBoundary'
  | 'noEcmaBoundary';

/** A pattern, understood. What reads text says in which direction. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly leftwards: boolean }
  | { readonly kind: 'unit'; readonly set: UnitSet; readonly leftwards: boolean }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | BackReference
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | Loop
  | Capturing
  | { readonly kind: 'atomic'; readonly node: Node }
  | { readonly kind: 'look'; readonly node: Node; readonly isNegative: boolean }
  | { readonly kind: 'ifGroup'; readonly slot: number; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'ifMatch'; readonly condition: Node; readonly yes: Node; readonly no: Node };

export interface BackReference {
  readonly kind: 'reference';
  readonly slot: number;
  readonly ignoreCase: boolean;
  readonly leftwards: boolean;
  /** ECMAScript: a group that took no part matches as the empty text. */
  readonly isEmptyWhenUnset: boolean;
}

export interface Loop {
  readonly kind: 'loop';
  readonly node: Node;
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
}

export interface Capturing {
  readonly kind: 'capture';
  /** Undefined of `(?<-name>…)`, which only takes a capture away. */
  readonly slot: number | undefined;
  /** The group of `(?<a-b>…)` whose last capture is taken away. */
  readonly balanced: number | undefined;
  readonly node: Node;
}

/** The groups of a pattern. A slot is the place of a group in a match; slot 0 is the whole. */
export interface Groups {
  /** Numbers by slot, ascending. */
  readonly numbers: readonly number[];
  /** Names by slot; a group without one is named by its number. */
  readonly names: readonly string[];
  /** Where they begin in the pattern, by slot. */
  readonly starts: readonly number[];
  slotOfNumber(number: number): number | undefined;
  slotOfName(name: string): number | undefined;
}

export function oneOf(nodes: readonly Node[]): Node {
  return nodes.length === 1 ? nodes[0]! : { kind: 'choice', nodes };
}

export function sequenceOf(nodes: readonly Node[]): Node {
  if (nodes.length === 0) return { kind: 'empty' };
  return nodes.length === 1 ? nodes[0]! : { kind: 'sequence', nodes };
}
