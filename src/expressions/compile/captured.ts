import type {
  BoundLocal,
  BoundLocalCall,
  FunctionSymbol,
  LocalFunctionSymbol,
  Variable,
} from '../check/bound.ts';

/** What occupies a slot of a frame. */
export type Storage = Variable | LocalFunctionSymbol;

/** The function whose frames hold it. */
export function ownerOf(storage: Storage): FunctionSymbol | undefined {
  return 'owner' in storage ? storage.owner : storage.outer;
}

// Parts of bound nodes that hold no nodes.
const leaves = new Set([
  'type',
  'span',
  'member',
  'container',
  'typeArguments',
  'test',
  'of',
  'element',
]);

/**
 * The variables and local functions that are used by another function than their owner. They live in
 * cells, so that closures and their owner share them.
 */
export function capturedIn(root: unknown, symbol: FunctionSymbol): Set<Storage> {
  const captured = new Set<Storage>();
  const seen = new Set<unknown>();
  // With the functions that the nodes stand in; an explicit stack, since trees may lean far left.
  const pending: [node: unknown, inside: FunctionSymbol][] = [[root, symbol]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, inside] = next;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const each of node as unknown[]) pending.push([each, inside]);
      continue;
    }
    const used = usedBy(node);
    if (used && ownerOf(used) !== inside) captured.add(used);
    const within = functionIn(node) ?? inside;
    for (const [key, child] of Object.entries(node)) {
      if (isInner(key, node, child)) pending.push([child, within]);
    }
  }
  return captured;
}

function usedBy(node: object): Storage | undefined {
  const { kind } = node as { kind?: unknown };
  if (kind === 'Local') return (node as BoundLocal).variable;
  return kind === 'LocalCall' ? (node as BoundLocalCall).callee : undefined;
}

/** A BoundFunction is the border to another function. */
function functionIn(node: object): FunctionSymbol | undefined {
  return 'symbol' in node && 'body' in node && 'returns' in node
    ? (node.symbol as FunctionSymbol)
    : undefined;
}

function isInner(key: string, node: object, child: unknown): boolean {
  if (key === 'functions' || key === 'bound') return true;
  if (key === 'element') return !isTypeLike(child);
  if (leaves.has(key) || key === 'variable' || key === 'callee' || key === 'symbol') return false;
  // The outer function of a symbol leads out of the tree.
  return key !== 'outer' && key !== 'owner' && !('owner' in node);
}

function isTypeLike(child: unknown): boolean {
  return typeof child === 'object' && child !== null && 'arrayOf' in child;
}
