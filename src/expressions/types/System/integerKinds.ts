/** What tells .NET's integer types apart. */
export interface IntegerKind {
  readonly keyword: IntegerKeyword;
  /** Name of the struct in System. */
  readonly name: string;
  readonly bits: 8 | 16 | 32 | 64;
  /** Decimal digits of the largest value. */
  readonly digits: number;
  readonly minimum: bigint;
  readonly maximum: bigint;
  /** Whether values are kept as bigint. */
  readonly isBig: boolean;
  /** Number of its TypeCode. */
  readonly typeCode: number;
  /** What it is called in "Value was either too large or too small for …". */
  readonly called: string;
}

export type IntegerKeyword =
  | 'sbyte'
  | 'byte'
  | 'short'
  | 'ushort'
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong';

function signed(
  keyword: IntegerKeyword,
  name: string,
  bits: IntegerKind['bits'],
  typeCode: number,
  called: string,
): IntegerKind {
  const maximum = (1n << BigInt(bits - 1)) - 1n;
  const digits = String(maximum).length;
  const isBig = bits === 64;
  return { keyword, name, bits, digits, minimum: -maximum - 1n, maximum, isBig, typeCode, called };
}

function unsigned(
  keyword: IntegerKeyword,
  name: string,
  bits: IntegerKind['bits'],
  typeCode: number,
  called: string,
): IntegerKind {
  const maximum = (1n << BigInt(bits)) - 1n;
  const digits = String(maximum).length;
  const isBig = bits === 64;
  return { keyword, name, bits, digits, minimum: 0n, maximum, isBig, typeCode, called };
}

export const integerKinds: Readonly<Record<IntegerKeyword, IntegerKind>> = {
  sbyte: signed('sbyte', 'SByte', 8, 5, 'a signed byte'),
  byte: unsigned('byte', 'Byte', 8, 6, 'an unsigned byte'),
  short: signed('short', 'Int16', 16, 7, 'an Int16'),
  ushort: unsigned('ushort', 'UInt16', 16, 8, 'a UInt16'),
  int: signed('int', 'Int32', 32, 9, 'an Int32'),
  uint: unsigned('uint', 'UInt32', 32, 10, 'a UInt32'),
  long: signed('long', 'Int64', 64, 11, 'an Int64'),
  ulong: unsigned('ulong', 'UInt64', 64, 12, 'a UInt64'),
};

/** An integer in the static representation of its kind. */
export function ofKind(value: bigint, kind: IntegerKind): number | bigint {
  return kind.isBig ? value : Number(value);
}
