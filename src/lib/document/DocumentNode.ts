import type { SourceText, Span } from '../source/SourceText.ts';

/** A value of a JSON or YAML document that knows where it was written. */
export type DocumentNode = ScalarNode | ListNode | ObjectNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly DocumentNode[];
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly span: Span;
  readonly members: ReadonlyMap<string, Member>;
}

export interface Member {
  readonly key: Span;
  readonly value: DocumentNode;
}

/** What one document may cost; a document that exceeds it is refused. */
export interface DocumentLimits {
  /** UTF-16 units of text. */
  readonly length: number;
  /** Values, counted again wherever a YAML alias repeats them. */
  readonly nodes: number;
  /** Values inside values. */
  readonly depth: number;
}

export const usualLimits: DocumentLimits = { length: 10_000_000, nodes: 500_000, depth: 100 };

/** A parsed document; every problem of it was reported, and `root` is absent when it is broken. */
export interface ParsedDocument {
  readonly source: SourceText;
  readonly root: DocumentNode | undefined;
}

/** The plain JSON value of a node. A member called `__proto__` is a member like any other. */
export function toJson(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toJson);
    case 'object':
      return Object.fromEntries(
        Array.from(node.members, ([name, { value }]) => [name, toJson(value)]),
      );
  }
}

/**
 * The span of the value at `path`, or of the nearest value above it when the path leads out of the
 * document: a missing member is shown on its object.
 */
export function spanAt(root: DocumentNode, path: readonly (string | number)[]): Span {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return spanOfHead(node);
    node = next;
  }
  return spanOfHead(node);
}

/** The child of a node by member name or index. */
export function childOf(node: DocumentNode, step: string | number): DocumentNode | undefined {
  if (node.kind === 'object') return node.members.get(String(step))?.value;
  if (node.kind === 'list') return node.items[Number(step)];
  return undefined;
}

/** An object or a list spans many lines; its first character is enough to point at. */
function spanOfHead(node: DocumentNode): Span {
  if (node.kind === 'scalar') return node.span;
  return { start: node.span.start, end: Math.min(node.span.start + 1, node.span.end) };
}
