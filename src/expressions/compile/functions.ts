import type {
  BoundFunction,
  BoundLambda,
  BoundLocalCall,
  LocalFunctionSymbol,
} from '../check/bound.ts';
import type { Environment } from '../runtime/Environment.ts';
import { LimitExceeded } from '../runtime/Environment.ts';
import type { Ref } from '../runtime/Ref.ts';
import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import { compileReference, writeBacksOf } from './calls.ts';
import { compileExpression } from './expressions.ts';
import { Frame } from './Frame.ts';
import type { Cell, Evaluate } from './Frame.ts';
import type { Scope } from './Scope.ts';
import { compileBody } from './statements.ts';

/** A callable made by the expression: parameters and result in their static representation. */
export type Closure = (args: readonly unknown[], types?: readonly NetType[]) => unknown;

/** Makes the closure of a function that stands in `scope`. */
export function compileFunction(bound: BoundFunction, scope: Scope): (frame: Frame) => Closure {
  const inner = scope.inner(bound.symbol);
  // The first slots are the parameters, in order.
  const cells = bound.parameters.map((parameter) => {
    inner.slotOf(parameter);
    return parameter.kind !== 'ref' && parameter.kind !== 'out' && inner.isCell(parameter);
  });
  const enter = inner.enter(bound.locals);
  const body = compileBody(bound.body, inner);
  const captures = inner.captures.map(
    (storage) => [scope.slotOf(storage), inner.slotOf(storage)] as const,
  );
  const empty: unknown[] = Array.from({ length: inner.size });
  const { typeParameters } = bound.symbol;
  const hasCells = cells.includes(true);
  return (creator) => {
    const { environment } = creator;
    // What is captured is in the slots of every call from the start.
    const start = captures.length === 0 ? empty : empty.slice();
    for (const [from, to] of captures) start[to] = creator.slots[from];
    return (args, types) => {
      begin(environment);
      const slots = start.slice();
      for (let at = 0; at < cells.length; at++) slots[at] = args[at];
      if (hasCells) putIntoCells(slots, cells);
      const given = typesOf(creator, typeParameters, types);
      const frame = new Frame(slots, creator.context, environment, given);
      enter?.(frame);
      try {
        return body(frame);
      } finally {
        environment.depth--;
      }
    };
  };
}

/** Parameters that closures share. */
function putIntoCells(slots: unknown[], cells: readonly boolean[]): void {
  for (const [at, isCell] of cells.entries()) {
    if (isCell) slots[at] = { value: slots[at] } satisfies Cell;
  }
}

function begin(environment: Environment): void {
  environment.spend();
  if (++environment.depth > environment.limits.maxDepth) {
    environment.depth--;
    throw new LimitExceeded('nested calls', environment.limits.maxDepth);
  }
}

function typesOf(
  { types: outer }: Frame,
  parameters: readonly TypeParameter[],
  types: readonly NetType[] | undefined,
): ReadonlyMap<TypeParameter, NetType> | undefined {
  if (parameters.length === 0 || !types) return outer;
  return new Map([...(outer ?? []), ...parameters.map((each, at) => [each, types[at]!] as const)]);
}

/** A lambda: a delegate that calls its closure. */
export function compileLambda({ function: bound }: BoundLambda, scope: Scope): Evaluate {
  const make = compileFunction(bound, scope);
  return (frame) => {
    const closure = make(frame);
    return (...args: unknown[]) => closure(args);
  };
}

export function compileLocalCall(node: BoundLocalCall, scope: Scope): Evaluate {
  const { callee, args, typeArguments } = node;
  const find = scope.read(callee);
  const operands = args.map((arg) =>
    arg.kind === 'Ref' ? compileReference(arg, scope) : compileExpression(arg, scope),
  );
  const types = scope.typesAt(typeArguments);
  const writeBacks = writeBacksOf(args, scope);
  return (frame) => {
    const values = operands.map((operand) => operand(frame));
    const result = (find(frame) as Closure)(values, types(frame));
    for (const { index, write } of writeBacks) write(frame, (values[index] as Ref).value);
    return result;
  };
}

/** Makes local functions known at the start of their scope; they may call each other. */
export function compileLocalFunctions(
  symbols: readonly LocalFunctionSymbol[],
  scope: Scope,
): ((frame: Frame) => void) | undefined {
  if (symbols.length === 0) return undefined;
  const enter = scope.enter(symbols);
  const makers = symbols.map((symbol) => {
    if (!symbol.bound) throw new Error(`the local function ${symbol.name} has no body`);
    return [scope.write(symbol), compileFunction(symbol.bound, scope)] as const;
  });
  return (frame) => {
    enter?.(frame);
    for (const [write, make] of makers) write(frame, make(frame));
  };
}
