/** What System.Convert converts between, and how: one entry a type. */
import { fromInteger, toDouble } from '../../../lib/decimal/convert.ts';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { MidpointRounding, round } from '../../../lib/decimal/round.ts';
import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { parseFloat, parseSingle } from '../../../lib/dotnet-format/parseNumber.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import { readDateTime } from '../../runtime/dateTexts.ts';
import type { World } from '../../runtime/Environment.ts';
import { ArgumentNullException } from '../../runtime/exceptions.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { parse as parseBoolean, SystemBoolean } from './Boolean.ts';
import { SystemByte } from './Byte.ts';
import { parseChar, SystemChar } from './Char.ts';
import { SystemDateTime } from './DateTime.ts';
import { SystemDecimal } from './Decimal.ts';
import { decimalOfDouble, decimalOfSingle } from './decimalArithmetic.ts';
import { integerOfDecimal } from './decimalConversions.ts';
import { decimalFrom } from './decimalTexts.ts';
import { SystemDouble } from './Double.ts';
import { SystemInt16 } from './Int16.ts';
import { SystemInt32 } from './Int32.ts';
import { SystemInt64 } from './Int64.ts';
import { integerKinds, ofKind } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';
import { integerOf, parsed, tooLarge } from './numberTexts.ts';
import { toEven } from './rounding.ts';
import { SystemSByte } from './SByte.ts';
import { SystemSingle } from './Single.ts';
import { TypeCode } from './TypeCode.ts';
import { SystemUInt16 } from './UInt16.ts';
import { SystemUInt32 } from './UInt32.ts';
import { SystemUInt64 } from './UInt64.ts';

/** What a conversion of a text depends on. */
export interface Surroundings {
  readonly culture: Culture;
  readonly world: World;
}

/** How values of other types become values of one; what is absent is an InvalidCastException. */
export interface Conversions {
  integer?(value: number | bigint): unknown;
  float?(value: number): unknown;
  double?(value: number): unknown;
  decimal?(value: Decimal): unknown;
  bool?(value: boolean): unknown;
  char?(value: number): unknown;
  DateTime?(value: DateTime): unknown;
  string?(value: string | null, surroundings: Surroundings): unknown;
}

export interface ConversionTarget {
  readonly keyword: string;
  /** Name of the struct in System. */
  readonly name: string;
  readonly typeCode: number;
  readonly definition: TypeDefinition;
  /** `default(T)`, into which null converts. */
  readonly zero: unknown;
  /** A C# expression of the type and an integer that converts into it. */
  readonly example: readonly [from: string, to: string];
  readonly conversions: Conversions;
}

const definitions: Readonly<Record<string, TypeDefinition>> = {
  byte: SystemByte,
  int: SystemInt32,
  long: SystemInt64,
  sbyte: SystemSByte,
  short: SystemInt16,
  uint: SystemUInt32,
  ulong: SystemUInt64,
  ushort: SystemUInt16,
};

function integerTarget(kind: IntegerKind): ConversionTarget {
  const { keyword, name, typeCode, minimum, maximum } = kind;
  const fitting = (value: bigint): number | bigint => {
    if (value < minimum || value > maximum) throw tooLarge(kind.called);
    return ofKind(value, kind);
  };
  const ofReal = (value: number): number | bigint => {
    if (!Number.isFinite(value)) throw tooLarge(kind.called);
    return fitting(BigInt(toEven(value)));
  };
  return {
    keyword,
    name,
    typeCode,
    definition: definitions[keyword]!,
    zero: ofKind(0n, kind),
    example: ['7', `(${keyword})7`],
    conversions: {
      integer: (value) =>
        typeof value === 'number' && !kind.isBig && value >= minimum && value <= maximum
          ? value
          : fitting(BigInt(value)),
      float: ofReal,
      double: ofReal,
      decimal: (value) => integerOfDecimal(round(value, 0, MidpointRounding.ToEven), kind),
      bool: (value) => ofKind(value ? 1n : 0n, kind),
      char: (value) => fitting(BigInt(value)),
      string: (value, { culture }) =>
        value === null ? ofKind(0n, kind) : integerOf(value, kind, NumberStyles.Integer, culture),
    },
  };
}

const floatStyles = NumberStyles.Float | NumberStyles.AllowThousands;

const double: ConversionTarget = {
  keyword: 'double',
  name: 'Double',
  typeCode: TypeCode.Double,
  definition: SystemDouble,
  zero: 0,
  example: ['7', '7.0'],
  conversions: {
    integer: Number,
    float: (value) => value,
    double: (value) => value,
    decimal: toDouble,
    bool: Number,
    string: (value, { culture }) =>
      value === null ? 0 : parsed(parseFloat(value, floatStyles, culture.numberFormat), 'a Double'),
  },
};

const single: ConversionTarget = {
  keyword: 'float',
  name: 'Single',
  typeCode: TypeCode.Single,
  definition: SystemSingle,
  zero: 0,
  example: ['7', '7f'],
  conversions: {
    integer: (value) => Math.fround(Number(value)),
    float: (value) => value,
    double: Math.fround,
    decimal: (value) => Math.fround(toDouble(value)),
    bool: Number,
    string: (value, { culture }) =>
      value === null
        ? 0
        : parsed(parseSingle(value, floatStyles, culture.numberFormat), 'a Single'),
  },
};

const decimal: ConversionTarget = {
  keyword: 'decimal',
  name: 'Decimal',
  typeCode: TypeCode.Decimal,
  definition: SystemDecimal,
  zero: Decimal.zero,
  example: ['7', '7m'],
  conversions: {
    integer: fromInteger,
    float: decimalOfSingle,
    double: decimalOfDouble,
    decimal: (value) => value,
    bool: (value) => (value ? Decimal.one : Decimal.zero),
    string: (value, { culture }) =>
      value === null ? Decimal.zero : decimalFrom(value, NumberStyles.Number, culture),
  },
};

const boolean: ConversionTarget = {
  keyword: 'bool',
  name: 'Boolean',
  typeCode: TypeCode.Boolean,
  definition: SystemBoolean,
  zero: false,
  example: ['7', 'true'],
  conversions: {
    integer: (value) => Number(value) !== 0,
    float: (value) => value !== 0,
    double: (value) => value !== 0,
    decimal: (value) => !value.isZero,
    bool: (value) => value,
    string: (value) => (value === null ? false : parseBoolean(value)),
  },
};

const maximumUnit = 0xffff;

const char: ConversionTarget = {
  keyword: 'char',
  name: 'Char',
  typeCode: TypeCode.Char,
  definition: SystemChar,
  zero: 0,
  example: ['65', "'A'"],
  conversions: {
    integer: (value) => {
      if (value < 0 || value > maximumUnit) throw tooLarge('a character');
      return Number(value);
    },
    char: (value) => value,
    string: (value) => {
      if (value === null) throw new ArgumentNullException('value');
      return parseChar(value);
    },
  },
};

const dateTime: ConversionTarget = {
  keyword: 'DateTime',
  name: 'DateTime',
  typeCode: TypeCode.DateTime,
  definition: SystemDateTime,
  zero: DateTime.minValue,
  example: ['"2024-01-02"', 'new DateTime(2024, 1, 2)'],
  conversions: {
    DateTime: (value) => value,
    string: (value, { culture, world }) =>
      value === null ? DateTime.minValue : readDateTime(value, culture, 0, world),
  },
};

/** All types into which `Convert.To…` converts, string apart. */
export const conversionTargets: readonly ConversionTarget[] = [
  boolean,
  integerTarget(integerKinds.byte),
  char,
  dateTime,
  decimal,
  double,
  integerTarget(integerKinds.short),
  integerTarget(integerKinds.int),
  integerTarget(integerKinds.long),
  integerTarget(integerKinds.sbyte),
  single,
  integerTarget(integerKinds.ushort),
  integerTarget(integerKinds.uint),
  integerTarget(integerKinds.ulong),
];
