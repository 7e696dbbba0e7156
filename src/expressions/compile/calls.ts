import type {
  BoundCall,
  BoundExpression,
  BoundInvoke,
  BoundNew,
  BoundProperty,
  BoundRef,
  BoundUserOperator,
} from '../check/bound.ts';
import { NullReferenceException } from '../runtime/exceptions.ts';
import type { Environment } from '../runtime/Environment.ts';
import type { Ref } from '../runtime/Ref.ts';
import { isNullable } from '../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { compileExpression } from './expressions.ts';
import type { Cell, Evaluate, Frame } from './Frame.ts';
import { compileNative, compileOperands, evaluateAll } from './natives.ts';
import type { Native, Operand } from './natives.ts';
import { lifted } from './operators.ts';
import type { Scope } from './Scope.ts';
import { compileTarget } from './targets.ts';
import { countingText } from './textWork.ts';

export function compileCall(node: BoundCall, scope: Scope): Evaluate {
  const { member, container, receiver, args, typeArguments } = node;
  const operands = compileOperands(receiver, args, member.parameters, scope);
  const types = typesFor(container, member.isStatic, typeArguments);
  const native = countingText(member, member.implementation as Native);
  const result = args.some(({ kind }) => kind === 'Ref')
    ? withReferences(node, native, operands, scope.typesAt(types), scope)
    : compileNative(native, operands, types, scope);
  return isText(node.type) ? boundedText(result) : result;
}

export function compileNew(node: BoundNew, scope: Scope): Evaluate {
  const { member, type, args } = node;
  const operands = compileOperands(undefined, args, member.parameters, scope);
  const native = countingText(member, member.implementation as Native);
  const made = compileNative(native, operands, type.args, scope);
  return isText(type) ? boundedText(made) : made;
}

export function compileProperty(node: BoundProperty, scope: Scope): Evaluate {
  const { member, container, receiver, indexes } = node;
  if (member.constant) {
    const { value } = member.constant;
    return () => value;
  }
  noteBody(node, scope);
  const operands = compileOperands(receiver, indexes, member.parameters, scope);
  const types = typesFor(container, member.isStatic, []);
  const native = countingText(member, member.get as Native);
  return compileNative(native, operands, types, scope);
}

/** The engine buffers a body before it evaluates an expression that may read it. */
function noteBody({ member, receiver }: BoundProperty, { reads }: Scope): void {
  if (member.name !== 'Body') return;
  if (member.owner.simpleName === 'IRequest') reads.requestBody = true;
  // A response in a variable came whole; only that of the context arrives over time.
  const isFromVariable = /^(Convert|As|Call)$/.test(receiver?.kind ?? '');
  if (member.owner.simpleName === 'IResponse' && !isFromVariable) reads.responseBody = true;
}

export function compileUserOperator(node: BoundUserOperator, scope: Scope): Evaluate {
  const { member, container, args } = node;
  // Equality takes null on either side, whatever the signature says.
  const takesNull = node.lifted || (member.kind === 'operator' && /^[!=]=$/.test(member.operator));
  const native = member.implementation as Native;
  const generic = scope.typesAt(container.args);
  const operands = compileOperands(undefined, args, takesNull ? [] : member.parameters, scope);
  if (!node.lifted) return compileNative(native, operands, container.args, scope);
  const [left, right] = operands.map(({ evaluate }) => evaluate);
  const token = member.kind === 'operator' ? member.operator : '';
  if (!left) throw new Error('an operator without operands');
  if (!right) {
    return (frame) => {
      const operand = left(frame);
      return operand === null ? null : native(operand, generic(frame), frame.environment);
    };
  }
  return (frame) => {
    const operation = lifted(
      (a: unknown, b: unknown) => native(a, b, generic(frame), frame.environment),
      token,
      'user',
    );
    return operation(left(frame), right(frame));
  };
}

export function compileInvoke({ delegate, args }: BoundInvoke, scope: Scope): Evaluate {
  const callee = compileExpression(delegate, scope);
  const operands = args.map((arg) =>
    arg.kind === 'Ref' ? compileReference(arg, scope) : compileExpression(arg, scope),
  );
  const writeBacks = writeBacksOf(args, scope);
  const [first] = operands;
  if (first && operands.length === 1 && writeBacks.length === 0) {
    return (frame) => {
      const target = callee(frame) as Native | null;
      const value = first(frame);
      if (target === null) throw new NullReferenceException();
      return target(value);
    };
  }
  return (frame) => {
    const target = callee(frame) as Native | null;
    const values = operands.map((operand) => operand(frame));
    if (target === null) throw new NullReferenceException();
    const result = target(...values);
    for (const { index, write } of writeBacks) write(frame, (values[index] as Ref).value);
    return result;
  };
}

/**
 * Static members of generic types, and those of nullables, whose values do not carry their type,
 * get the arguments of the type in front of those of the method.
 */
function typesFor(
  container: NamedType,
  isStatic: boolean,
  typeArguments: readonly NetType[],
): readonly NetType[] {
  const own = isStatic || isNullable(container) ? container.args : [];
  return own.length === 0 ? typeArguments : [...own, ...typeArguments];
}

/** A cell is passed as it is; for other targets a reference is made, and written back after the call. */
export function compileReference({ target, mode }: BoundRef, scope: Scope): Evaluate {
  if (!target) return () => ({ value: null }) satisfies Cell;
  if (target.kind === 'Local' && scope.isCell(target.variable)) {
    const slot = scope.slotOf(target.variable);
    return ({ slots }) => slots[slot];
  }
  if (mode === 'out') return () => ({ value: null }) satisfies Cell;
  const read = compileExpression(target, scope);
  return (frame) => ({ value: read(frame) }) satisfies Cell;
}

function withReferences(
  { args, receiver }: BoundCall,
  native: Native,
  operands: readonly Operand[],
  generic: (frame: Frame) => readonly NetType[],
  scope: Scope,
): Evaluate {
  const offset = receiver ? 1 : 0;
  const writeBacks = writeBacksOf(args, scope);
  return (frame) => {
    const values = evaluateAll(operands, frame);
    const result = native(...values, generic(frame), frame.environment);
    for (const { index, write } of writeBacks) {
      write(frame, (values[index + offset] as Ref).value);
    }
    return result;
  };
}

/** What must be stored after a call, since it could not be passed as a cell. */
export function writeBacksOf(
  args: readonly BoundExpression[],
  scope: Scope,
): { readonly index: number; readonly write: (frame: Frame, value: unknown) => void }[] {
  return args.flatMap((arg, index) => {
    if (arg.kind !== 'Ref' || !arg.target) return [];
    const { target } = arg;
    if (target.kind === 'Local' && scope.isCell(target.variable)) return [];
    return [{ index, write: compileTarget(target, scope).write }];
  });
}

function isText(type: NetType): boolean {
  return type.kind === 'named' && type.definition.representation === 'string';
}

function boundedText(evaluate: Evaluate): Evaluate {
  return (frame) => checkLength(evaluate(frame), frame.environment);
}

export function checkLength(text: unknown, environment: Environment): unknown {
  if (typeof text === 'string') environment.allowLength(text.length);
  return text;
}
