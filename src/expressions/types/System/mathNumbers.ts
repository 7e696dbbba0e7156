/** The functions of System.Math that every number type has its own overload of. */
import type { Decimal } from '../../../lib/decimal/Decimal.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  ArgumentException,
  ArithmeticException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import { clampDecimal, maxDecimal, minDecimal, signOfDecimal } from './decimalFunctions.ts';
import { integerKinds } from './integerKinds.ts';

type Integer = number | bigint;

/** How the functions are computed for a number type. */
interface Arithmetic<Value> {
  readonly keyword: string;
  readonly isSigned: boolean;
  absolute(value: Value): Value;
  max(one: Value, other: Value): Value;
  min(one: Value, other: Value): Value;
  clamp(value: Value, min: Value, max: Value): Value;
  sign(value: Value): number;
}

const integers: readonly Arithmetic<Integer>[] = Object.values(integerKinds).map(
  ({ keyword, minimum }) => ({
    keyword,
    isSigned: minimum < 0n,
    absolute: (value) => {
      if (BigInt(value) === minimum) throw noAbsolute();
      return value < 0 ? -value : value;
    },
    max: (one, other) => (one > other ? one : other),
    min: (one, other) => (one < other ? one : other),
    clamp: clampNumber,
    sign: (value) => (value > 0 ? 1 : value < 0 ? -1 : 0),
  }),
);

function noAbsolute(): OverflowException {
  return new OverflowException(
    'Negating the minimum value of a twos complement number is invalid.',
  );
}

/** @throws ArgumentException */
function clampNumber<Value extends Integer>(value: Value, min: Value, max: Value): Value {
  if (min > max) throw new ArgumentException(`'${min}' cannot be greater than ${max}.`);
  if (value < min) return min;
  return value > max ? max : value;
}

const floats: readonly Arithmetic<number>[] = ['float', 'double'].map((keyword) => ({
  keyword,
  isSigned: true,
  absolute: Math.abs,
  max: Math.max,
  min: Math.min,
  clamp: clampNumber,
  sign: (value) => {
    if (!Number.isNaN(value)) return value === 0 ? 0 : Math.sign(value);
    throw new ArithmeticException('Function does not accept floating point Not-a-Number values.');
  },
}));

const decimals: Arithmetic<Decimal> = {
  keyword: 'decimal',
  isSigned: true,
  absolute: (value) => value.absolute(),
  max: maxDecimal,
  min: minDecimal,
  clamp: clampDecimal,
  sign: signOfDecimal,
};

/** `Abs`, `Max`, `Min`, `Clamp` and `Sign` of every number type. */
export const mathNumbers: readonly MemberDeclaration[] = [
  ...integers.flatMap(declareAll),
  ...floats.flatMap(declareAll),
  ...declareAll(decimals),
];

function declareAll<Value>(arithmetic: Arithmetic<Value>): MemberDeclaration[] {
  const { keyword, isSigned } = arithmetic;
  const cast = (value: number): string => `(${keyword})(${value})`;
  const either: MemberDeclaration[] = [
    {
      signature: `static ${keyword} Max(${keyword} val1, ${keyword} val2)`,
      implementation: (one: Value, other: Value) => arithmetic.max(one, other),
      examples: [`Math.Max(${cast(3)}, ${cast(4)}) // ${cast(4)}`],
    },
    {
      signature: `static ${keyword} Min(${keyword} val1, ${keyword} val2)`,
      implementation: (one: Value, other: Value) => arithmetic.min(one, other),
      examples: [`Math.Min(${cast(3)}, ${cast(4)}) // ${cast(3)}`],
    },
    {
      signature: `static ${keyword} Clamp(${keyword} value, ${keyword} min, ${keyword} max)`,
      implementation: (value: Value, min: Value, max: Value) => arithmetic.clamp(value, min, max),
      examples: [
        `Math.Clamp(${cast(9)}, ${cast(1)}, ${cast(5)}) // ${cast(5)}`,
        `Math.Clamp(${cast(9)}, ${cast(5)}, ${cast(1)}) // throws System.ArgumentException`,
      ],
    },
  ];
  return isSigned ? [...signed(arithmetic, cast), ...either] : either;
}

function signed<Value>(
  arithmetic: Arithmetic<Value>,
  cast: (value: number) => string,
): MemberDeclaration[] {
  const { keyword } = arithmetic;
  return [
    {
      signature: `static ${keyword} Abs(${keyword} value)`,
      implementation: (value: Value) => arithmetic.absolute(value),
      examples: [`Math.Abs(${cast(-3)}) // ${cast(3)}`],
    },
    {
      signature: `static int Sign(${keyword} value)`,
      implementation: (value: Value) => arithmetic.sign(value),
      examples: [`Math.Sign(${cast(-3)}) // -1`],
    },
  ];
}
