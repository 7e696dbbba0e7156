import { ceiling, floor, truncate } from '../../../lib/decimal/round.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { DivideByZeroException, OverflowException } from '../../runtime/exceptions.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { integerKinds } from './integerKinds.ts';
import { mathFunctions } from './mathFunctions.ts';
import { mathNumbers } from './mathNumbers.ts';
import { roundDecimal, roundDouble } from './rounding.ts';

const member = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.math */
export const SystemMath = defineType({
  name: 'System.Math',
  kind: 'class',
  members: [
    ...mathFunctions,
    ...mathNumbers,
    member('static double Ceiling(double a)', Math.ceil, 'Math.Ceiling(1.2) // 2.0'),
    member('static decimal Ceiling(decimal d)', ceiling, 'Math.Ceiling(1.2m) // 2m'),
    member('static double Floor(double d)', Math.floor, 'Math.Floor(-1.2) // -2.0'),
    member('static decimal Floor(decimal d)', floor, 'Math.Floor(-1.2m) // -2m'),
    member('static double Truncate(double d)', Math.trunc, 'Math.Truncate(-1.9) // -1.0'),
    member('static decimal Truncate(decimal d)', truncate, 'Math.Truncate(-1.9m) // -1m'),
    member(
      'static double Round(double a)',
      (a) => roundDouble(a),
      'Math.Round(2.5) // 2.0',
      'Math.Round(3.5) // 4.0',
    ),
    member(
      'static double Round(double value, int digits)',
      (value, digits) => roundDouble(value, digits),
      'Math.Round(3.14159, 2) // 3.14',
      'Math.Round(1.0, 16) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static double Round(double value, MidpointRounding mode)',
      (value, mode) => roundDouble(value, 0, mode),
      'Math.Round(2.5, MidpointRounding.AwayFromZero) // 3.0',
    ),
    member(
      'static double Round(double value, int digits, MidpointRounding mode)',
      (value, digits, mode) => roundDouble(value, digits, mode),
      'Math.Round(0.125, 2, MidpointRounding.AwayFromZero) // 0.13',
    ),
    member('static decimal Round(decimal d)', (d) => roundDecimal(d), 'Math.Round(2.5m) // 2m'),
    member(
      'static decimal Round(decimal d, int decimals)',
      (d, decimals) => roundDecimal(d, decimals),
      'Math.Round(2.345m, 2) // 2.34m',
    ),
    member(
      'static decimal Round(decimal d, MidpointRounding mode)',
      (d, mode) => roundDecimal(d, 0, mode),
      'Math.Round(2.5m, MidpointRounding.AwayFromZero) // 3m',
    ),
    member(
      'static decimal Round(decimal d, int decimals, MidpointRounding mode)',
      (d, decimals, mode) => roundDecimal(d, decimals, mode),
      'Math.Round(2.345m, 2, MidpointRounding.AwayFromZero) // 2.35m',
    ),
    member(
      'static long BigMul(int a, int b)',
      (a, b) => BigInt(a) * BigInt(b),
      'Math.BigMul(int.MaxValue, 2) // 4294967294L',
    ),
    member(
      'static ulong BigMul(uint a, uint b)',
      (a, b) => BigInt(a) * BigInt(b),
      'Math.BigMul(uint.MaxValue, 2u) // 8589934590ul',
    ),
    member(
      'static int DivRem(int a, int b, out int result)',
      (a, b, result) => {
        const [quotient, remainder] = divide(BigInt(a), BigInt(b), integerKinds.int.maximum);
        result.value = Number(remainder);
        return Number(quotient);
      },
      'Math.DivRem(-7, 2, out var r) // -3',
      'Math.DivRem(1, 0, out var r) // throws System.DivideByZeroException',
    ),
    member(
      'static long DivRem(long a, long b, out long result)',
      (a, b, result: Ref<bigint>) => {
        const [quotient, remainder] = divide(a, b, integerKinds.long.maximum);
        result.value = remainder;
        return quotient;
      },
      'Math.DivRem(7L, 2L, out var r) // 3L',
    ),
  ],
});

/** @throws DivideByZeroException, OverflowException */
function divide(a: bigint, b: bigint, maximum: bigint): [quotient: bigint, remainder: bigint] {
  if (b === 0n) throw new DivideByZeroException();
  const quotient = a / b;
  if (quotient > maximum) throw new OverflowException();
  return [quotient, a % b];
}
