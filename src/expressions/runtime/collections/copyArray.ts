/** `Array.Copy`: elements from one array to another, converted where .NET converts them. */
import { isAssignable } from '../../typeSystem/assignability.ts';
import { isEnum, isReferenceType, isValueType } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { box, unbox, unboxAs } from '../boxing.ts';
import { defaultOf } from '../defaultOf.ts';
import type { Environment } from '../Environment.ts';
import {
  ArgumentException,
  ArrayTypeMismatchException,
  InvalidCastException,
  RankException,
} from '../exceptions.ts';
import { isInstance } from '../isInstance.ts';
import type { NetArray } from '../NetArray.ts';
import { typeOf } from '../typeOf.ts';
import { checkNonNegative } from './checks.ts';

/** A part of an array. */
export interface ArrayPart {
  readonly array: NetArray;
  readonly index: number;
}

/** @throws ArgumentException, ArrayTypeMismatchException, InvalidCastException, RankException */
export function copyArray(
  from: ArrayPart,
  to: ArrayPart,
  length: number,
  environment: Environment,
): void {
  if (from.array.lengths.length !== to.array.lengths.length) {
    throw new RankException('The specified arrays must have the same number of dimensions.');
  }
  checkNonNegative(length, 'length');
  checkNonNegative(from.index, 'sourceIndex');
  checkNonNegative(to.index, 'destinationIndex');
  checkPart(from, length, 'source');
  checkPart(to, length, 'destination');
  const convert = conversionOf(from.array.elementType, to.array.elementType);
  environment.spend(1 + (length >> 4));
  const items = from.array.items.slice(from.index, from.index + length);
  for (const [i, item] of items.entries()) to.array.setAt(to.index + i, convert(item));
}

/** `Array.CopyTo`: the whole array into another of one dimension. */
export function copyArrayTo(
  array: NetArray,
  target: NetArray,
  index: number,
  environment: Environment,
): void {
  requireOneDimension(target);
  copyArray({ array, index: 0 }, { array: target, index }, array.length, environment);
}

/** @throws ArgumentException */
export function requireOneDimension(array: NetArray): void {
  if (array.lengths.length === 1) return;
  throw new ArgumentException(
    'Only single dimensional arrays are supported for the requested action.',
  );
}

function checkPart({ array, index }: ArrayPart, length: number, end: string): void {
  if (array.length - index >= length) return;
  const name = `${end === 'source' ? 'Source' : 'Destination'} array`;
  throw new ArgumentException(
    `${name} was not long enough. Check the ${end} index, length, and the array's lower bounds.`,
    `${end}Array`,
  );
}

type Convert = (value: unknown) => unknown;

const same: Convert = (value) => value;

function conversionOf(from: NetType, to: NetType): Convert {
  if (from === to) return same;
  if (isReferenceType(from)) return castOrUnbox(from, to);
  const convert = isReferenceType(to) ? boxing(from, to) : widening(from, to);
  if (!convert) throw mismatch();
  return convert;
}

function boxing(from: NetType, to: NetType): Convert | undefined {
  return isAssignable(from, to) ? (value) => box(value, from) : undefined;
}

/** A boxed value as an element of a type. @throws InvalidCastException, ArgumentException */
export function elementFrom(value: unknown, type: NetType): unknown {
  if (value === null || value === undefined) return defaultOf(type);
  if (isInstance(value, type)) return unboxAs(value, type);
  const own = typeOf(value);
  const convert = own && isValueType(own) && isValueType(type) ? widening(own, type) : undefined;
  if (convert) return convert(unbox(value));
  if (own && isPrimitive(own) && isPrimitive(type)) {
    throw new ArgumentException('Cannot widen from source type to target type.');
  }
  throw new InvalidCastException('Object cannot be stored in an array of this type.');
}

function castOrUnbox(from: NetType, to: NetType): Convert {
  if (isAssignable(from, to)) return same;
  if (!isAssignable(to, from)) throw mismatch();
  return (value) => {
    if (value === null && isReferenceType(to)) return null;
    if (isInstance(value, to)) return unboxAs(value, to);
    const type = value === null || value === undefined ? undefined : typeOf(value);
    throw new InvalidCastException(
      type
        ? `Unable to cast object of type '${type.toString()}' to type '${to.toString()}'.`
        : 'Object cannot be cast to the element type of the array.',
    );
  };
}

const wideReals = ['Single', 'Double'];
const fromInt32 = ['Int64', ...wideReals];
const fromInt16 = ['Int32', ...fromInt32];
const fromUInt32 = ['Int64', 'UInt64', ...wideReals];
const fromUInt16 = ['Int32', 'UInt32', ...fromUInt32];

/** Widening of primitives that Array.Copy documents. */
const widenings: Readonly<Record<string, readonly string[]>> = {
  Byte: ['Char', 'Int16', 'UInt16', ...fromUInt16],
  SByte: ['Int16', ...fromInt16],
  Char: ['UInt16', ...fromUInt16],
  Int16: fromInt16,
  UInt16: fromUInt16,
  Int32: fromInt32,
  UInt32: fromUInt32,
  Int64: wideReals,
  UInt64: wideReals,
  Single: ['Double'],
};

/** Between value types; an enum is stored as its number. */
function widening(from: NetType, to: NetType): Convert | undefined {
  const [source, target] = [numberName(from), numberName(to)];
  if (source === target) return same;
  if (!widenings[source]?.includes(target)) return undefined;
  if (target === 'Int64' || target === 'UInt64') {
    return (value) => (typeof value === 'bigint' ? value : BigInt(value as number));
  }
  return target === 'Single' ? (value) => Math.fround(Number(value)) : (value) => Number(value);
}

/** Numbers, characters and Booleans. */
function isPrimitive(type: NetType): boolean {
  return type.kind === 'named' && isValueType(type) && type.definition.representation !== 'object';
}

function numberName(type: NetType): string {
  if (isEnum(type)) return 'Int32';
  if (type.kind !== 'named' || type.definition.namespace !== 'System') return type.toString();
  return type.args.length > 0 ? type.toString() : type.definition.simpleName;
}

function mismatch(): ArrayTypeMismatchException {
  return new ArrayTypeMismatchException(
    'Source array type cannot be assigned to destination array type.',
  );
}
