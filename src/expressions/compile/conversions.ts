import type { BoundConvert } from '../check/bound.ts';
import { box, unboxAs } from '../runtime/boxing.ts';
import { rememberDelegateType } from '../runtime/delegates.ts';
import type { DelegateFunction } from '../runtime/delegates.ts';
import {
  InvalidCastException,
  InvalidOperationException,
  NullReferenceException,
} from '../runtime/exceptions.ts';
import { isInstance } from '../runtime/isInstance.ts';
import { typeOf } from '../runtime/typeOf.ts';
import {
  isDelegate,
  isEnum,
  isNullable,
  isReferenceType,
  underlyingOf,
} from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { numberConversion } from './convertNumber.ts';
import type { NumberKind } from './convertNumber.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate } from './Frame.ts';
import type { Scope } from './Scope.ts';

export function compileConvert(node: BoundConvert, scope: Scope): Evaluate {
  const operand = compileExpression(node.operand, scope);
  switch (node.by) {
    case 'nothing':
      return seenAsObject(node, operand);
    case 'number':
      return compileNumber(node, operand);
    case 'box':
      return compileBox(node, operand, scope);
    case 'unbox':
      return compileUnbox(node, operand, scope);
    case 'cast':
      return compileCast(node, operand, scope);
    case 'unwrap':
      return (frame) => {
        const value = operand(frame);
        if (value === null)
          throw new InvalidOperationException('Nullable object must have a value.');
        return value;
      };
  }
}

/** A function does not tell its delegate type, once it is only known as an object. */
function seenAsObject({ operand: { type }, type: to }: BoundConvert, operand: Evaluate): Evaluate {
  if (!isDelegate(type) || isDelegate(to)) return operand;
  return (frame) => {
    const value = operand(frame);
    if (typeof value === 'function') rememberDelegateType(value as DelegateFunction, type);
    return value;
  };
}

function compileNumber(node: BoundConvert, operand: Evaluate): Evaluate {
  const convert = numberConversion(kindOf(node.operand.type), kindOf(node.type), node.checked);
  if (!node.lifted) return (frame) => convert(operand(frame) as number);
  return (frame) => {
    const value = operand(frame);
    return value === null ? null : convert(value as number);
  };
}

/** Enums are kept as their number, which is an Int32. */
function kindOf(type: NetType): NumberKind {
  const own = underlyingOf(type);
  if (own.kind !== 'named') throw new Error(`${own.toString()} is no number`);
  const { kind, simpleName } = own.definition;
  return kind === 'enum' ? 'Int32' : (simpleName as NumberKind);
}

function compileBox(
  { operand: { type } }: BoundConvert,
  operand: Evaluate,
  scope: Scope,
): Evaluate {
  const own = scope.typeAt(type);
  return (frame) => box(operand(frame), own(frame));
}

/** What `typeof` tells of values that are their own boxes, see Box. */
const ownBoxes: Readonly<Record<string, string>> = {
  'System.String': 'string',
  'System.Boolean': 'boolean',
  'System.Int32': 'number',
  'System.Int64': 'bigint',
};

function ownBoxOf(type: NetType): string | undefined {
  return type.kind === 'named' ? ownBoxes[type.definition.fullName] : undefined;
}

/** C# 7.3 §unboxing-conversions: the box must hold exactly the type, or an enum over it. */
function compileUnbox({ type }: BoundConvert, operand: Evaluate, scope: Scope): Evaluate {
  const wanted = scope.typeAt(type);
  const own = ownBoxOf(type);
  return (frame) => {
    const value = operand(frame);
    if (typeof value === own) return value;
    const to = wanted(frame);
    if (value === null) {
      // A type parameter may stand for a reference type, to which null can be cast.
      if (isNullable(to) || isReferenceType(to)) return null;
      throw new NullReferenceException();
    }
    if (value === undefined || !holds(value, underlyingOf(to))) throw badCast(value, to);
    return unboxAs(value, to);
  };
}

function holds(value: NonNullable<unknown>, wanted: NetType): boolean {
  const own = typeOf(value);
  if (own === wanted) return true;
  if (!own) return false;
  // Unboxing an enum to its number and back is allowed by the runtime.
  if (isEnum(own) || isEnum(wanted)) return numberName(own) === numberName(wanted);
  return isInstance(value, wanted);
}

function numberName(type: NetType): string {
  return isEnum(type) ? 'System.Int32' : type.toString();
}

function compileCast({ type }: BoundConvert, operand: Evaluate, scope: Scope): Evaluate {
  const wanted = scope.typeAt(type);
  const own = ownBoxOf(type);
  return (frame) => {
    const value = operand(frame);
    if (value === null || typeof value === own) return value;
    const to = wanted(frame);
    if (!isInstance(value, to)) throw badCast(value, to);
    return value;
  };
}

function badCast(value: unknown, to: NetType): InvalidCastException {
  const own = value === undefined || value === null ? undefined : typeOf(value);
  const from = own?.toString() ?? 'System.Object';
  return new InvalidCastException(
    `Unable to cast object of type '${from}' to type '${underlyingOf(to).toString()}'.`,
  );
}
