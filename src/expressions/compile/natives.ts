import type { BoundExpression } from '../check/bound.ts';
import { ArgumentNullException, NullReferenceException } from '../runtime/exceptions.ts';
import { isOpen, isReferenceType } from '../typeSystem/kinds.ts';
import type { Parameter } from '../typeSystem/Member.ts';
import { withoutNames } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { compileReference } from './calls.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate, Frame } from './Frame.ts';
import type { Scope } from './Scope.ts';

/** Behaviour of a member, seen from the call: `(self?, ...args, typeArguments, environment)`. */
export type Native = (...args: unknown[]) => unknown;

/** What must not be null: the receiver, or an argument by the name of its parameter. */
type Guarded = { readonly parameter: string | undefined };

export interface Operand {
  readonly evaluate: Evaluate;
  readonly guard: Guarded | undefined;
}

const receiverGuard: Guarded = { parameter: undefined };

/** All operands are evaluated before any is found to be null, as callees do it. */
export function compileOperands(
  receiver: BoundExpression | undefined,
  args: readonly BoundExpression[],
  parameters: readonly Parameter[],
  scope: Scope,
): Operand[] {
  const operands = args.map((arg, index) => compileArgument(arg, parameters[index], scope));
  if (!receiver) return operands;
  const guard = canBeNullReceiver(receiver) ? receiverGuard : undefined;
  return [{ evaluate: compileExpression(receiver, scope), guard }, ...operands];
}

/** Whether a receiver has to be checked. */
export function canBeNullReceiver({ type, kind }: BoundExpression): boolean {
  return isReferenceType(type) && kind !== 'Context';
}

/** An argument, with the check that its parameter asks for. */
function compileArgument(
  arg: BoundExpression,
  parameter: Parameter | undefined,
  scope: Scope,
): Operand {
  if (arg.kind === 'Ref') return { evaluate: compileReference(arg, scope), guard: undefined };
  const evaluate = compileExpression(arg, scope);
  const takesNull = !parameter || parameter.acceptsNull || !isReferenceType(parameter.type);
  const isKnown = arg.kind === 'Constant' && arg.value !== null;
  return { evaluate, guard: takesNull || isKnown ? undefined : { parameter: parameter.name } };
}

function nullFailure({ parameter }: Guarded): NullReferenceException | ArgumentNullException {
  return parameter === undefined
    ? new NullReferenceException()
    : new ArgumentNullException(parameter);
}

export function evaluateAll(operands: readonly Operand[], frame: Frame): unknown[] {
  const values = operands.map(({ evaluate }) => evaluate(frame));
  for (const [at, { guard }] of operands.entries()) {
    if (guard && values[at] === null) throw nullFailure(guard);
  }
  return values;
}

/** Calls with up to three operands have closures of their own: they are nearly all. */
export function compileNative(
  native: Native,
  operands: readonly Operand[],
  typeArguments: readonly NetType[],
  scope: Scope,
): Evaluate {
  const types = typeArguments.map(withoutNames);
  if (operands.length > 3 || types.some(isOpen)) {
    const generic = scope.typesAt(types);
    return (frame) => native(...evaluateAll(operands, frame), generic(frame), frame.environment);
  }
  const [a, b, c] = operands;
  if (!a) return (frame) => native(types, frame.environment);
  const { evaluate: first, guard: firstGuard } = a;
  if (!b) {
    return (frame) => {
      const one = first(frame);
      if (one === null && firstGuard) throw nullFailure(firstGuard);
      return native(one, types, frame.environment);
    };
  }
  const { evaluate: second, guard: secondGuard } = b;
  if (!c) {
    return (frame) => {
      const one = first(frame);
      const two = second(frame);
      if (one === null && firstGuard) throw nullFailure(firstGuard);
      if (two === null && secondGuard) throw nullFailure(secondGuard);
      return native(one, two, types, frame.environment);
    };
  }
  const { evaluate: third, guard: thirdGuard } = c;
  return (frame) => {
    const one = first(frame);
    const two = second(frame);
    const three = third(frame);
    if (one === null && firstGuard) throw nullFailure(firstGuard);
    if (two === null && secondGuard) throw nullFailure(secondGuard);
    if (three === null && thirdGuard) throw nullFailure(thirdGuard);
    return native(one, two, three, types, frame.environment);
  };
}
