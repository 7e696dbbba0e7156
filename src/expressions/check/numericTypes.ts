/** The numeric types of the language and which convert into which (C# 7.3 §implicit numeric conversions). */
import { isEnum } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';

export type NumericName =
  | 'sbyte'
  | 'byte'
  | 'short'
  | 'ushort'
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'char'
  | 'float'
  | 'double'
  | 'decimal';

const names: Readonly<Record<string, NumericName>> = {
  'System.SByte': 'sbyte',
  'System.Byte': 'byte',
  'System.Int16': 'short',
  'System.UInt16': 'ushort',
  'System.Int32': 'int',
  'System.UInt32': 'uint',
  'System.Int64': 'long',
  'System.UInt64': 'ulong',
  'System.Char': 'char',
  'System.Single': 'float',
  'System.Double': 'double',
  'System.Decimal': 'decimal',
};

/** The C# keyword of a numeric type or of char; undefined of other types, enums too. */
export function numericName(type: NetType): NumericName | undefined {
  return type.kind === 'named' ? names[type.definition.fullName] : undefined;
}

/** The same; an enum counts as its number, which is an int for all that expressions know. */
export function numberName(type: NetType): NumericName | undefined {
  return isEnum(type) ? 'int' : numericName(type);
}

const real = ['float', 'double', 'decimal'] as const;

const widening: Readonly<Record<NumericName, readonly NumericName[]>> = {
  sbyte: ['short', 'int', 'long', ...real],
  byte: ['short', 'ushort', 'int', 'uint', 'long', 'ulong', ...real],
  short: ['int', 'long', ...real],
  ushort: ['int', 'uint', 'long', 'ulong', ...real],
  int: ['long', ...real],
  uint: ['long', 'ulong', ...real],
  long: real,
  ulong: real,
  char: ['ushort', 'int', 'uint', 'long', 'ulong', ...real],
  float: ['double'],
  double: [],
  decimal: [],
};

export function isWidening(from: NumericName, to: NumericName): boolean {
  return widening[from].includes(to);
}

/** Least and greatest value of the integral types. */
export const integralRanges: Readonly<Partial<Record<NumericName, readonly [bigint, bigint]>>> = {
  sbyte: [-0x80n, 0x7fn],
  byte: [0n, 0xffn],
  short: [-0x8000n, 0x7fffn],
  ushort: [0n, 0xffffn],
  char: [0n, 0xffffn],
  int: [-0x80000000n, 0x7fffffffn],
  uint: [0n, 0xffffffffn],
  long: [-0x8000000000000000n, 0x7fffffffffffffffn],
  ulong: [0n, 0xffffffffffffffffn],
};

export function isIntegral(name: NumericName): boolean {
  return integralRanges[name] !== undefined;
}

/** Whether a constant fits an integral type. */
export function fits(value: number | bigint, name: NumericName): boolean {
  const range = integralRanges[name];
  if (!range) return false;
  const wide = BigInt(value);
  return wide >= range[0] && wide <= range[1];
}
