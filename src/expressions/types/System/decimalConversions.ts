import { fromInteger, toDouble, toInteger } from '../../../lib/decimal/convert.ts';
import { decimalOf, powerOfTen } from '../../../lib/decimal/Decimal.ts';
import type { Decimal } from '../../../lib/decimal/Decimal.ts';
import { MidpointRounding, round } from '../../../lib/decimal/round.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { decimalOfDouble, decimalOfSingle, inRange } from './decimalArithmetic.ts';
import { integerKinds, ofKind } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';
import { tooLarge } from './numberTexts.ts';

/** The integer part as a value of an integer type. @throws OverflowException */
export function integerOfDecimal(value: Decimal, kind: IntegerKind): number | bigint {
  const integer = toInteger(value);
  if (integer < kind.minimum || integer > kind.maximum) throw tooLarge(kind.called);
  return ofKind(integer, kind);
}

const maximumChar = 0xffffn;

function charOfDecimal(value: Decimal): number {
  const integer = toInteger(value);
  if (integer < 0n || integer > maximumChar) throw tooLarge('a character');
  return Number(integer);
}

function declare(
  signature: string,
  implementation: unknown,
  ...examples: readonly string[]
): MemberDeclaration {
  return { signature, implementation, examples };
}

function integerConversions(kind: IntegerKind): readonly MemberDeclaration[] {
  const { keyword, name } = kind;
  const convert = (value: Decimal): number | bigint => integerOfDecimal(value, kind);
  const five = `(${keyword})5`;
  return [
    declare(
      `static implicit operator decimal(${keyword} value)`,
      (value: number | bigint) => fromInteger(value),
      `(decimal)${five} // 5m`,
    ),
    declare(
      `static explicit operator ${keyword}(decimal value)`,
      convert,
      `(${keyword})5.9m // ${five}`,
      `(${keyword})decimal.Parse("99999999999999999999") // throws System.OverflowException`,
    ),
    declare(
      `static ${keyword} To${name}(decimal value)`,
      convert,
      `decimal.To${name}(5.9m) // ${five}`,
    ),
  ];
}

const member = membersOf<Decimal>();

/** OLE Automation currency counts in ten-thousandths. */
const currencyScale = 4;

/** @throws OverflowException */
function toCurrency(value: Decimal): bigint {
  const rounded = round(value, currencyScale, MidpointRounding.ToEven);
  const units = rounded.signed * powerOfTen(currencyScale - rounded.scale);
  const { minimum, maximum } = integerKinds.long;
  if (units < minimum || units > maximum) throw tooLarge('an OleAut Currency');
  return units;
}

function ofCurrency(units: bigint): Decimal {
  const magnitude = units < 0n ? -units : units;
  const value = inRange(decimalOf(units < 0n, magnitude, currencyScale));
  return value.isZero ? value : value.normalized();
}

/** The conversions of System.Decimal: implicit where nothing is lost, explicit otherwise. */
export const decimalConversions: readonly MemberDeclaration[] = [
  ...Object.values(integerKinds).flatMap(integerConversions),
  member('static implicit operator decimal(char value)', fromInteger, "(decimal)'A' // 65m"),
  member('static explicit operator char(decimal value)', charOfDecimal, "(char)65.9m // 'A'"),
  member('static explicit operator decimal(float value)', decimalOfSingle, '(decimal)0.1f // 0.1m'),
  member(
    'static explicit operator decimal(double value)',
    decimalOfDouble,
    '(decimal)0.1 // 0.1m',
    '(decimal)double.Parse("Infinity") // throws System.OverflowException',
  ),
  member(
    'static explicit operator float(decimal value)',
    (value) => Math.fround(toDouble(value)),
    '(float)0.5m // 0.5f',
  ),
  member('static explicit operator double(decimal value)', toDouble, '(double)1.25m // 1.25'),
  member(
    'static float ToSingle(decimal d)',
    (d) => Math.fround(toDouble(d)),
    'decimal.ToSingle(0.5m) // 0.5f',
  ),
  member('static double ToDouble(decimal d)', toDouble, 'decimal.ToDouble(1.25m) // 1.25'),
  member(
    'static long ToOACurrency(decimal value)',
    toCurrency,
    'decimal.ToOACurrency(1.5m) // 15000L',
  ),
  member(
    'static decimal FromOACurrency(long cy)',
    ofCurrency,
    'decimal.FromOACurrency(15000L) // 1.5m',
  ),
];
