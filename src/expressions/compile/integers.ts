/** Arithmetic of the integral types as C# has it: wrapping, or throwing where `checked`. */
import { DivideByZeroException, OverflowException } from '../runtime/exceptions.ts';

type Operation<T> = (left: T, right: T) => T;

const minInt = -0x8000_0000;
const maxInt = 0x7fff_ffff;
const maxUint = 0xffff_ffff;
const minLong = -(2n ** 63n);

export function toInt(value: number): number {
  return value | 0;
}

export function toUint(value: number): number {
  return value >>> 0;
}

export function toLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

export function toUlong(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function fitInt(value: number): number {
  if (value < minInt || value > maxInt) throw new OverflowException();
  return value;
}

function fitUint(value: number): number {
  if (value < 0 || value > maxUint) throw new OverflowException();
  return value;
}

function fitLong(value: bigint): bigint {
  if (value !== BigInt.asIntN(64, value)) throw new OverflowException();
  return value;
}

function fitUlong(value: bigint): bigint {
  if (value !== BigInt.asUintN(64, value)) throw new OverflowException();
  return value;
}

function divideInts(left: number, right: number): number {
  if (right === 0) throw new DivideByZeroException();
  // Also when unchecked (C# 7.3 §division-operator): the result does not exist.
  if (left === minInt && right === -1) throw new OverflowException();
  return (left / right) | 0;
}

function remainderOfInts(left: number, right: number): number {
  if (right === 0) throw new DivideByZeroException();
  if (left === minInt && right === -1) throw new OverflowException();
  return (left % right) | 0;
}

function divideLongs(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new DivideByZeroException();
  if (left === minLong && right === -1n) throw new OverflowException();
  return left / right;
}

function remainderOfLongs(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new DivideByZeroException();
  if (left === minLong && right === -1n) throw new OverflowException();
  return left % right;
}

type Token = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^';
type Table<T> = Readonly<Record<Token, Operation<T>>>;

export const ints: Table<number> = {
  '+': (a, b) => (a + b) | 0,
  '-': (a, b) => (a - b) | 0,
  '*': (a, b) => Math.imul(a, b),
  '/': divideInts,
  '%': remainderOfInts,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
};

export const checkedInts: Table<number> = {
  ...ints,
  '+': (a, b) => fitInt(a + b),
  '-': (a, b) => fitInt(a - b),
  // Products of two Int32 may need more than 53 bits to be told from their neighbours.
  '*': (a, b) => Number(checkedIntOf(BigInt(a) * BigInt(b))),
};

function checkedIntOf(value: bigint): bigint {
  if (value !== BigInt.asIntN(32, value)) throw new OverflowException();
  return value;
}

export const uints: Table<number> = {
  '+': (a, b) => (a + b) >>> 0,
  '-': (a, b) => (a - b) >>> 0,
  '*': (a, b) => Math.imul(a, b) >>> 0,
  '/': (a, b) => {
    if (b === 0) throw new DivideByZeroException();
    return Math.trunc(a / b);
  },
  '%': (a, b) => {
    if (b === 0) throw new DivideByZeroException();
    return a % b;
  },
  '&': (a, b) => (a & b) >>> 0,
  '|': (a, b) => (a | b) >>> 0,
  '^': (a, b) => (a ^ b) >>> 0,
};

export const checkedUints: Table<number> = {
  ...uints,
  '+': (a, b) => fitUint(a + b),
  '-': (a, b) => fitUint(a - b),
  '*': (a, b) => {
    const product = BigInt(a) * BigInt(b);
    if (product > 0xffff_ffffn) throw new OverflowException();
    return Number(product);
  },
};

export const longs: Table<bigint> = {
  '+': (a, b) => toLong(a + b),
  '-': (a, b) => toLong(a - b),
  '*': (a, b) => toLong(a * b),
  '/': divideLongs,
  '%': remainderOfLongs,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
};

export const checkedLongs: Table<bigint> = {
  ...longs,
  '+': (a, b) => fitLong(a + b),
  '-': (a, b) => fitLong(a - b),
  '*': (a, b) => fitLong(a * b),
};

export const ulongs: Table<bigint> = {
  ...longs,
  '+': (a, b) => toUlong(a + b),
  '-': (a, b) => toUlong(a - b),
  '*': (a, b) => toUlong(a * b),
};

export const checkedUlongs: Table<bigint> = {
  ...ulongs,
  '+': (a, b) => fitUlong(a + b),
  '-': (a, b) => fitUlong(a - b),
  '*': (a, b) => fitUlong(a * b),
};

/** `-x`, by kind; unsigned operands have been widened before. */
export function negateInt(value: number, checked: boolean): number {
  return checked ? fitInt(-value) : -value | 0;
}

export function negateLong(value: bigint, checked: boolean): bigint {
  return checked ? fitLong(-value) : toLong(-value);
}
