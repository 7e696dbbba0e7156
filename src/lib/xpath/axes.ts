/** The axes of §2.2: what lies where from a node, nearest first. None works by recursion. */
import type { Evaluation } from './Context.ts';
import type { Axis } from './Expression.ts';

type Walk = <N extends object>(node: N, evaluation: Evaluation<N>) => Iterable<N>;

export interface AxisDeclaration {
  readonly walk: Walk;
  /** Whether it goes against document order (§2.4). */
  readonly isReverse?: boolean;
  /** What a name test is about: §2.3, the principal node type. */
  readonly principal?: 'attribute' | 'namespace';
  /**
   * Whether what is found from nodes in document order, one after the other, is in document order
   * and each once: `flat` if no node lies within another. From one node it always is, once a
   * reverse axis is turned round.
   */
  readonly keepsOrder: 'always' | 'flat' | 'never';
  /** Whether no node that is found from one node lies within another such node. */
  readonly isFlat: boolean;
}

// prettier-ignore
export const axisTable: Readonly<Record<Axis, AxisDeclaration>> = {
  ancestor: { walk: ancestors, isReverse: true, keepsOrder: 'never', isFlat: false },
  'ancestor-or-self': { walk: ancestorsOrSelf, isReverse: true, keepsOrder: 'never', isFlat: false },
  attribute: { walk: attributes, principal: 'attribute', keepsOrder: 'always', isFlat: true },
  child: { walk: children, keepsOrder: 'flat', isFlat: true },
  descendant: { walk: descendants, keepsOrder: 'flat', isFlat: false },
  'descendant-or-self': { walk: descendantsOrSelf, keepsOrder: 'flat', isFlat: false },
  following: { walk: following, keepsOrder: 'never', isFlat: false },
  'following-sibling': { walk: followingSiblings, keepsOrder: 'never', isFlat: true },
  namespace: { walk: namespaces, principal: 'namespace', keepsOrder: 'always', isFlat: true },
  parent: { walk: parent, keepsOrder: 'never', isFlat: true },
  preceding: { walk: preceding, isReverse: true, keepsOrder: 'never', isFlat: false },
  'preceding-sibling': { walk: precedingSiblings, isReverse: true, keepsOrder: 'never', isFlat: true },
  self: { walk: self, keepsOrder: 'always', isFlat: true },
};

function self<N extends object>(node: N): N[] {
  return [node];
}

function attributes<N extends object>(node: N, { tree }: Evaluation<N>): readonly N[] {
  return tree.attributesOf(node);
}

function namespaces<N extends object>(node: N, { tree }: Evaluation<N>): readonly N[] {
  return tree.namespacesOf(node);
}

function parent<N extends object>(node: N, { tree }: Evaluation<N>): N[] {
  const found = tree.parentOf(node);
  return found ? [found] : [];
}

function* ancestors<N extends object>(node: N, { tree }: Evaluation<N>): Generator<N> {
  for (let at = tree.parentOf(node); at; at = tree.parentOf(at)) yield at;
}

function* ancestorsOrSelf<N extends object>(node: N, evaluation: Evaluation<N>): Generator<N> {
  yield node;
  yield* ancestors(node, evaluation);
}

function* children<N extends object>(node: N, { tree }: Evaluation<N>): Generator<N> {
  for (let at = tree.firstChildOf(node); at; at = tree.nextSiblingOf(at)) yield at;
}

function* descendants<N extends object>(top: N, { tree }: Evaluation<N>): Generator<N> {
  let at = tree.firstChildOf(top);
  while (at) {
    yield at;
    let next = tree.firstChildOf(at);
    for (let up: N | null = at; !next && up && up !== top; up = tree.parentOf(up)) {
      next = tree.nextSiblingOf(up);
    }
    at = next;
  }
}

function* descendantsOrSelf<N extends object>(node: N, evaluation: Evaluation<N>): Generator<N> {
  yield node;
  yield* descendants(node, evaluation);
}

function* followingSiblings<N extends object>(node: N, { tree }: Evaluation<N>): Generator<N> {
  for (let at = tree.nextSiblingOf(node); at; at = tree.nextSiblingOf(at)) yield at;
}

function* precedingSiblings<N extends object>(node: N, { tree }: Evaluation<N>): Generator<N> {
  for (let at = tree.previousSiblingOf(node); at; at = tree.previousSiblingOf(at)) yield at;
}

/** What begins after the node ends; of an attribute that includes what its element holds. */
function* following<N extends object>(node: N, evaluation: Evaluation<N>): Generator<N> {
  const { tree } = evaluation;
  let at: N | null = node;
  if (isBesideChildren(node, evaluation)) {
    at = tree.parentOf(node);
    if (at) yield* descendants(at, evaluation);
  }
  for (; at; at = tree.parentOf(at)) {
    for (const sibling of followingSiblings(at, evaluation)) {
      yield* descendantsOrSelf(sibling, evaluation);
    }
  }
}

/** What ends before the node begins, so no ancestors: the last first. */
function* preceding<N extends object>(node: N, evaluation: Evaluation<N>): Generator<N> {
  const { tree } = evaluation;
  let at = isBesideChildren(node, evaluation) ? tree.parentOf(node) : node;
  for (; at; at = tree.parentOf(at)) {
    for (const sibling of precedingSiblings(at, evaluation)) {
      yield* descendantsOrSelfBackwards(sibling, evaluation);
    }
  }
}

function* descendantsOrSelfBackwards<N extends object>(
  top: N,
  { tree }: Evaluation<N>,
): Generator<N> {
  let at = deepestLast(top);
  while (at !== top) {
    yield at;
    const previous = tree.previousSiblingOf(at);
    if (previous) {
      at = deepestLast(previous);
      continue;
    }
    const up = tree.parentOf(at);
    if (!up) return;
    at = up;
  }
  yield top;

  function deepestLast(node: N): N {
    let deepest = node;
    for (let last = tree.lastChildOf(node); last; last = tree.lastChildOf(last)) deepest = last;
    return deepest;
  }
}

/** Whether a node belongs to an element without being a child of it. */
function isBesideChildren<N extends object>(node: N, { tree }: Evaluation<N>): boolean {
  const kind = tree.kindOf(node);
  return kind === 'attribute' || kind === 'namespace';
}
