/** The functions of System.Math over doubles. */
import { bitDecrement, bitIncrement, exponentOf, scale } from '../../../lib/float/bits.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { toEven } from './rounding.ts';

const member = membersOf<never>();

/** As C's pow: any power of 1 is 1, and so is ±1 to an infinite power. */
export function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  return x ** y;
}

/** @see https://learn.microsoft.com/dotnet/api/system.math.log#system-math-log(system-double-system-double) */
function logarithm(a: number, newBase: number): number {
  if (newBase === 1) return NaN;
  if (a !== 1 && (newBase === 0 || newBase === Infinity)) return NaN;
  return Math.log(a) / Math.log(newBase);
}

/** What is left of x after the multiple of y nearest to it; it may be negative. */
function ieeeRemainder(x: number, y: number): number {
  if (!Number.isFinite(x) || y === 0 || Number.isNaN(y)) return NaN;
  if (!Number.isFinite(y)) return x;
  const regular = x % y;
  if (regular === 0 && (x < 0 || Object.is(x, -0))) return -0;
  const alternative = regular - Math.abs(y) * Math.sign(x);
  const [near, far] = [Math.abs(alternative), Math.abs(regular)];
  if (near !== far) return near < far ? alternative : regular;
  const quotient = x / y;
  return Math.abs(toEven(quotient)) > Math.abs(quotient) ? alternative : regular;
}

function copySign(x: number, y: number): number {
  const isNegative = y < 0 || Object.is(y, -0);
  return isNegative ? -Math.abs(x) : Math.abs(x);
}

function maxMagnitude(x: number, y: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  if (ax > ay || Number.isNaN(ax)) return x;
  if (ax === ay) return x < 0 || Object.is(x, -0) ? y : x;
  return y;
}

function minMagnitude(x: number, y: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  if (ax < ay || Number.isNaN(ax)) return x;
  if (ax === ay) return x < 0 || Object.is(x, -0) ? x : y;
  return y;
}

/** One argument, by name: the function, and an argument with its result. */
// prettier-ignore
const unary: readonly (readonly [name: string, compute: (x: number) => number, x: number, y: number])[] = [
  ['Acos', Math.acos, 1, 0],
  ['Acosh', Math.acosh, 1, 0],
  ['Asin', Math.asin, 0, 0],
  ['Asinh', Math.asinh, 0, 0],
  ['Atan', Math.atan, 0, 0],
  ['Atanh', Math.atanh, 0, 0],
  ['BitDecrement', bitDecrement, 0, -Number.MIN_VALUE],
  ['BitIncrement', bitIncrement, 0, Number.MIN_VALUE],
  ['Cbrt', Math.cbrt, 27, 3],
  ['Cos', Math.cos, 0, 1],
  ['Cosh', Math.cosh, 0, 1],
  ['Exp', Math.exp, 0, 1],
  ['Log', Math.log, 1, 0],
  ['Log10', Math.log10, 1000, 3],
  ['Log2', Math.log2, 8, 3],
  ['ReciprocalEstimate', (d) => 1 / d, 4, 0.25],
  ['ReciprocalSqrtEstimate', (d) => 1 / Math.sqrt(d), 4, 0.5],
  ['Sin', Math.sin, 0, 0],
  ['Sinh', Math.sinh, 0, 0],
  ['Sqrt', Math.sqrt, 9, 3],
  ['Tan', Math.tan, 0, 0],
  ['Tanh', Math.tanh, 0, 0],
];

/** Where the parameter is not called d. */
const parameterNames: Readonly<Record<string, string>> = {
  BitDecrement: 'x',
  BitIncrement: 'x',
  Cosh: 'value',
  Log2: 'x',
  Sin: 'a',
  Sinh: 'value',
  Tan: 'a',
  Tanh: 'value',
};

export const mathFunctions: readonly MemberDeclaration[] = [
  member('const double PI', Math.PI, 'Math.PI.ToString() // "3.14159265358979"'),
  member('const double E', Math.E, 'Math.E.ToString() // "2.71828182845905"'),
  member('const double Tau', 2 * Math.PI, 'Math.Tau.ToString() // "6.28318530717959"'),
  ...unary.map(([name, compute, x, y]) =>
    member(
      `static double ${name}(double ${parameterNames[name] ?? 'd'})` as const,
      (d: number) => compute(d),
      `Math.${name}(${x}.0) // ${y < 1 && y > 0 ? y : `(double)(${y})`}`,
    ),
  ),
  member('static double Atan2(double y, double x)', Math.atan2, 'Math.Atan2(0, 1) // 0.0'),
  member(
    'static double Pow(double x, double y)',
    power,
    'Math.Pow(2, 10) // 1024.0',
    'Math.Pow(1, double.NaN) // 1.0',
  ),
  member(
    'static double Log(double a, double newBase)',
    logarithm,
    'Math.Log(8, 2) // 3.0',
    'double.IsNaN(Math.Log(8, 1)) // true',
  ),
  member(
    'static double IEEERemainder(double x, double y)',
    ieeeRemainder,
    'Math.IEEERemainder(3, 2) // -1.0',
    'Math.IEEERemainder(4, 2) // 0.0',
  ),
  member('static double CopySign(double x, double y)', copySign, 'Math.CopySign(3, -1) // -3.0'),
  member(
    'static double MaxMagnitude(double x, double y)',
    maxMagnitude,
    'Math.MaxMagnitude(-3, 2) // -3.0',
  ),
  member(
    'static double MinMagnitude(double x, double y)',
    minMagnitude,
    'Math.MinMagnitude(-3, 2) // 2.0',
  ),
  member('static int ILogB(double x)', exponentOf, 'Math.ILogB(10) // 3'),
  member('static double ScaleB(double x, int n)', scale, 'Math.ScaleB(3, 2) // 12.0'),
];
