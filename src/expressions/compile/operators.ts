import type { BinaryToken, BoundBinary, BoundUnary, OperandKind } from '../check/bound.ts';
import { owed } from '../runtime/Environment.ts';
import { areDelegatesEqual, combineDelegates, removeDelegate } from '../runtime/delegates.ts';
import type { DelegateFunction } from '../runtime/delegates.ts';
import {
  checkedInts,
  checkedLongs,
  checkedUints,
  checkedUlongs,
  ints,
  longs,
  negateInt,
  negateLong,
  toUlong,
  uints,
  ulongs,
} from './integers.ts';

/** An operation of the language over values in their static representation. */
export type Operation = (left: any, right: any) => unknown;

const comparisons: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

const doubles: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '%': (a: number, b: number) => a % b,
};

const floats: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '+': (a: number, b: number) => Math.fround(a + b),
  '-': (a: number, b: number) => Math.fround(a - b),
  '*': (a: number, b: number) => Math.fround(a * b),
  '/': (a: number, b: number) => Math.fround(a / b),
  '%': (a: number, b: number) => Math.fround(a % b),
};

const bools: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '&': (a, b) => a && b,
  '|': (a, b) => a || b,
  '^': (a, b) => a !== b,
};

const delegates: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '+': combineDelegates,
  '-': removeDelegate,
  '==': (a: DelegateFunction | null, b: DelegateFunction | null) => areDelegatesEqual(a, b),
  '!=': (a: DelegateFunction | null, b: DelegateFunction | null) => !areDelegatesEqual(a, b),
};

/**
 * Boxed numbers are objects of their own, and so are texts that were made at run time; only the empty
 * text is always the same object.
 */
function isSameObject(a: unknown, b: unknown): boolean {
  if (a !== b) return false;
  if (typeof a === 'string') return a === '';
  return a === null || typeof a === 'object' || typeof a === 'function';
}

const references: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '==': isSameObject,
  '!=': (a, b) => !isSameObject(a, b),
};

/** Of long texts the comparison counts. */
function areSameTexts(a: string | null, b: string | null): boolean {
  if (a !== null && b !== null && a.length > freeUnits && a.length === b.length)
    owed.steps += Math.floor(a.length / comparedUnitsPerStep);
  return a === b;
}

const freeUnits = 4096;
const comparedUnitsPerStep = 512;

const texts: Readonly<Partial<Record<BinaryToken, Operation>>> = {
  '==': areSameTexts,
  '!=': (a, b) => !areSameTexts(a, b),
};

// C# 7.3 §shift-operators: the count is taken modulo the width.
const shifts: Readonly<
  Partial<Record<OperandKind, Readonly<Partial<Record<BinaryToken, Operation>>>>>
> = {
  int: { '<<': (a, b) => a << (b & 31), '>>': (a, b) => a >> (b & 31) },
  uint: { '<<': (a, b) => (a << (b & 31)) >>> 0, '>>': (a, b) => a >>> (b & 31) },
  long: {
    '<<': (a: bigint, b: number) => BigInt.asIntN(64, a << BigInt(b & 63)),
    '>>': (a: bigint, b: number) => a >> BigInt(b & 63),
  },
  ulong: {
    '<<': (a: bigint, b: number) => toUlong(a << BigInt(b & 63)),
    '>>': (a: bigint, b: number) => a >> BigInt(b & 63),
  },
};

type Tables = Readonly<Record<string, Readonly<Partial<Record<BinaryToken, Operation>>>>>;

const unchecked: Tables = {
  int: ints,
  uint: uints,
  long: longs,
  ulong: ulongs,
  float: floats,
  double: doubles,
  bool: bools,
  delegate: delegates,
  reference: references,
  string: texts,
};

const checked: Tables = {
  ...unchecked,
  int: checkedInts,
  uint: checkedUints,
  long: checkedLongs,
  ulong: checkedUlongs,
};

/** The operation of a binary node; decimals are the business of their type. */
export function binaryOperation(node: BoundBinary): Operation {
  const { operator, on } = node;
  const tables = node.checked ? checked : unchecked;
  const found =
    tables[on]?.[operator] ?? shifts[on as OperandKind]?.[operator] ?? comparisons[operator];
  if (!found) throw new Error(`no operation ${operator} on ${on}`);
  return node.lifted ? lifted(found, operator, on) : found;
}

/** C# 7.3 §lifted-operators. */
export function lifted(operation: Operation, operator: string, on: string): Operation {
  if (on === 'bool' && operator === '&') return andNullable;
  if (on === 'bool' && operator === '|') return orNullable;
  switch (operator) {
    case '==':
      return (a, b) => (a === null || b === null ? a === b : operation(a, b));
    case '!=':
      return (a, b) => (a === null || b === null ? a !== b : operation(a, b));
    case '<':
    case '>':
    case '<=':
    case '>=':
      return (a, b) => a !== null && b !== null && operation(a, b);
    default:
      return (a, b) => (a === null || b === null ? null : operation(a, b));
  }
}

/** Three-valued logic: false decides, then null. */
function andNullable(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function orNullable(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

/** The operation of a unary node. */
export function unaryOperation(node: BoundUnary): (operand: any) => unknown {
  const plain = unary(node);
  return node.lifted ? (operand) => (operand === null ? null : plain(operand)) : plain;
}

function unary({ operator, on, checked: isChecked }: BoundUnary): (operand: any) => unknown {
  if (operator === '!') return (operand: boolean) => !operand;
  if (operator === '~') return complements[on]!;
  switch (on) {
    case 'int':
      return (operand: number) => negateInt(operand, isChecked);
    case 'long':
      return (operand: bigint) => negateLong(operand, isChecked);
    default:
      return (operand: number) => -operand;
  }
}

const complements: Readonly<Partial<Record<OperandKind, (operand: any) => unknown>>> = {
  int: (operand: number) => ~operand,
  uint: (operand: number) => ~operand >>> 0,
  long: (operand: bigint) => ~operand,
  ulong: (operand: bigint) => toUlong(~operand),
};
