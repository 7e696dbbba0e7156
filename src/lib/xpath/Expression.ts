/** The syntax tree of XPath 1.0 (https://www.w3.org/TR/1999/REC-xpath-19991116/). */

/** §2.2 */
export const axes = [
  'ancestor',
  'ancestor-or-self',
  'attribute',
  'child',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'namespace',
  'parent',
  'preceding',
  'preceding-sibling',
  'self',
] as const;

export type Axis = (typeof axes)[number];

/** §2.3; of a name test an absent part stands for the `*`. */
export type NodeTest =
  | { readonly kind: 'name'; readonly prefix: string; readonly localName?: string | undefined }
  | { readonly kind: 'node' | 'text' | 'comment' }
  | { readonly kind: 'processing-instruction'; readonly target?: string | undefined };

export interface Step {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}

/** Operators of one level of precedence, lowest first: §3.4, §3.5. They associate to the left. */
export const levels = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
] as const;

export type BinaryOperator = (typeof levels)[number][number];

/** `operand`, after an operator. */
export interface Link {
  readonly operator: BinaryOperator;
  readonly operand: Expression;
}

/** What is written side by side is kept side by side: only brackets make the tree deeper. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'variable'; readonly prefix: string; readonly name: string }
  | {
      readonly kind: 'call';
      readonly prefix: string;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | { readonly kind: 'chain'; readonly first: Expression; readonly links: readonly Link[] }
  | { readonly kind: 'union'; readonly members: readonly Expression[] }
  | {
      readonly kind: 'filter';
      readonly base: Expression;
      readonly predicates: readonly Expression[];
    }
  | {
      readonly kind: 'path';
      readonly start: 'root' | 'context' | Expression;
      readonly steps: readonly Step[];
    };
