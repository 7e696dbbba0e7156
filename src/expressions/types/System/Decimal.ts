import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { fromInteger, fromParts, toBits } from '../../../lib/decimal/convert.ts';
import { ceiling, floor, truncate } from '../../../lib/decimal/round.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import {
  addDecimals,
  decimalOfDouble,
  decimalOfSingle,
  divideDecimals,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from './decimalArithmetic.ts';
import { decimalConversions } from './decimalConversions.ts';
import { decimalFunctions } from './decimalFunctions.ts';
import { decimalOperators } from './decimalOperators.ts';
import { decimalText, decimalTexts } from './decimalTexts.ts';
import { SystemInt32 } from './Int32.ts';
import { numberInterfaces } from './integerMembers.ts';
import { roundDecimal } from './rounding.ts';
import { TypeCode } from './TypeCode.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    decimal: Decimal;
  }
}

const member = membersOf<Decimal>();

/** https://learn.microsoft.com/dotnet/api/system.decimal */
export const SystemDecimal = defineType({
  name: 'System.Decimal',
  keyword: 'decimal',
  kind: 'struct',
  implements: numberInterfaces('decimal'),
  represents: Decimal,
  behaviour: {
    text: (value: Decimal, format, culture) => decimalText(value, format, culture),
    equals: (value: Decimal, other) => other instanceof Decimal && value.equals(other),
    key: (value: Decimal) => value.key,
    compare: (value: Decimal, other: Decimal) => value.compareTo(other),
    zero: () => Decimal.zero,
  },
  members: [
    member('Decimal(int value)', fromInteger, 'new decimal(5) // 5m'),
    member('Decimal(uint value)', fromInteger, 'new decimal(5u) // 5m'),
    member('Decimal(long value)', fromInteger, 'new decimal(-5L) // -5m'),
    member('Decimal(ulong value)', fromInteger, 'new decimal(5ul) // 5m'),
    member('Decimal(float value)', decimalOfSingle, 'new decimal(0.1f) // 0.1m'),
    member(
      'Decimal(double value)',
      decimalOfDouble,
      'new decimal(0.1) // 0.1m',
      'new decimal(double.NaN) // throws System.OverflowException',
    ),
    member(
      'Decimal(int lo, int mid, int hi, bool isNegative, byte scale)',
      ofParts,
      'new decimal(15, 0, 0, true, 1) // -1.5m',
    ),
    member(
      'Decimal(int[] bits)',
      ofBits,
      'new decimal(decimal.GetBits(1.50m)).ToString() // "1.50"',
    ),
    member('const decimal Zero', Decimal.zero, 'decimal.Zero // 0m'),
    member('const decimal One', Decimal.one, 'decimal.One // 1m'),
    member('const decimal MinusOne', Decimal.minusOne, 'decimal.MinusOne // -1m'),
    member(
      'const decimal MaxValue',
      Decimal.maximum,
      'decimal.MaxValue // 79228162514264337593543950335m',
    ),
    member(
      'const decimal MinValue',
      Decimal.minimum,
      'decimal.MinValue // -79228162514264337593543950335m',
    ),
    member('byte Scale { get; }', (self) => self.scale, '1.50m.Scale // (byte)2'),
    member('static decimal Add(decimal d1, decimal d2)', addDecimals, 'decimal.Add(1m, 2m) // 3m'),
    member(
      'static decimal Subtract(decimal d1, decimal d2)',
      subtractDecimals,
      'decimal.Subtract(1m, 2m) // -1m',
    ),
    member(
      'static decimal Multiply(decimal d1, decimal d2)',
      multiplyDecimals,
      'decimal.Multiply(1.5m, 2m) // 3m',
      'decimal.Multiply(decimal.MaxValue, 2m) // throws System.OverflowException',
    ),
    member(
      'static decimal Divide(decimal d1, decimal d2)',
      divideDecimals,
      'decimal.Divide(1m, 8m) // 0.125m',
      'decimal.Divide(1m, 0m) // throws System.DivideByZeroException',
    ),
    member(
      'static decimal Remainder(decimal d1, decimal d2)',
      remainderOfDecimals,
      'decimal.Remainder(-7.5m, 2m) // -1.5m',
    ),
    member('static decimal Negate(decimal d)', (d) => d.negate(), 'decimal.Negate(1m) // -1m'),
    member('static decimal Floor(decimal d)', floor, 'decimal.Floor(-1.5m) // -2m'),
    member('static decimal Ceiling(decimal d)', ceiling, 'decimal.Ceiling(1.2m) // 2m'),
    member('static decimal Truncate(decimal d)', truncate, 'decimal.Truncate(-1.9m) // -1m'),
    member('static decimal Round(decimal d)', (d) => roundDecimal(d), 'decimal.Round(2.5m) // 2m'),
    member(
      'static decimal Round(decimal d, int decimals)',
      (d, decimals) => roundDecimal(d, decimals),
      'decimal.Round(1.25m, 1) // 1.2m',
      'decimal.Round(1m, 29) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static decimal Round(decimal d, MidpointRounding mode)',
      (d, mode) => roundDecimal(d, 0, mode),
      'decimal.Round(2.5m, MidpointRounding.AwayFromZero) // 3m',
    ),
    member(
      'static decimal Round(decimal d, int decimals, MidpointRounding mode)',
      (d, decimals, mode) => roundDecimal(d, decimals, mode),
      'decimal.Round(1.25m, 1, MidpointRounding.AwayFromZero) // 1.3m',
    ),
    member(
      'static int Compare(decimal d1, decimal d2)',
      (d1, d2) => d1.compareTo(d2),
      'decimal.Compare(1m, 2m) // -1',
    ),
    member(
      'static bool Equals(decimal d1, decimal d2)',
      (d1, d2) => d1.equals(d2),
      'decimal.Equals(1.0m, 1.00m) // true',
    ),
    member(
      'int CompareTo(decimal value)',
      (self, value) => self.compareTo(value),
      '1.5m.CompareTo(1m) // 1',
    ),
    member(
      'int CompareTo(object? value)',
      compareToObject,
      '1m.CompareTo(null) // 1',
      '1m.CompareTo((object)1) // throws System.ArgumentException',
    ),
    member(
      'bool Equals(decimal value)',
      (self, value) => self.equals(value),
      '1.0m.Equals(1m) // true',
    ),
    member(
      'TypeCode GetTypeCode()',
      () => TypeCode.Decimal,
      '1m.GetTypeCode() // TypeCode.Decimal',
    ),
    member(
      'static int[] GetBits(decimal d)',
      (d) => new NetArray(SystemInt32.construct(), [...toBits(d)]),
      'decimal.GetBits(1.5m)[0] // 15',
      'decimal.GetBits(1.5m)[3] // 65536',
    ),
    ...decimalTexts,
    ...decimalConversions,
    ...decimalOperators,
    ...decimalFunctions,
  ],
});

/** @throws ArgumentOutOfRangeException */
function ofParts(lo: number, mid: number, hi: number, isNegative: boolean, scale: number): Decimal {
  const value = fromParts([lo, mid, hi], isNegative, scale);
  if (value) return value;
  const message = "Decimal's scale value must be between 0 and 28, inclusive.";
  throw new ArgumentOutOfRangeException('scale', message);
}

const scaleMask = 0x00ff0000;
const signMask = 0x80000000;

/** @throws ArgumentException */
function ofBits({ items }: NetArray): Decimal {
  const [lo = 0, mid = 0, hi = 0, flags = 0] = Array.from(items, Number);
  const isValid = items.length === 4 && (flags & ~(scaleMask | signMask)) === 0;
  const value = fromParts([lo, mid, hi], flags < 0, (flags & scaleMask) >> 16);
  if (isValid && value) return value;
  throw new ArgumentException(
    'Decimal constructor requires an array or span of four valid decimal bytes.',
  );
}

function compareToObject(self: Decimal, value: unknown): number {
  if (value === null || value === undefined) return 1;
  if (value instanceof Decimal) return self.compareTo(value);
  throw new ArgumentException('Object must be of type Decimal.');
}
