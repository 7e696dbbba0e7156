/**
 * The static functions that .NET 7 gave every integer type, such as
 * https://learn.microsoft.com/dotnet/api/system.int32.clamp. They are computed exactly and then put
 * into the type.
 */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentException, OverflowException } from '../../runtime/exceptions.ts';
import { ofKind } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';

type Compute = (values: readonly bigint[], kind: IntegerKind) => bigint | boolean;

interface IntegerFunction {
  readonly name: string;
  /** Parameters; `T` is the type itself. */
  readonly parameters: string;
  /** `T`, `bool` or `int`. */
  readonly returns: string;
  readonly onlySigned?: boolean;
  readonly compute: Compute;
  /** Arguments and result, each to be cast to its type. */
  readonly example: readonly [args: readonly number[], result: number | boolean];
}

const zero = 0n;

const functions: readonly IntegerFunction[] = [
  {
    name: 'Abs',
    parameters: 'T value',
    returns: 'T',
    onlySigned: true,
    compute: ([value = zero], kind) => fitting(magnitude(value), kind),
    example: [[-3], 3],
  },
  {
    name: 'Clamp',
    parameters: 'T value, T min, T max',
    returns: 'T',
    compute: ([value = zero, min = zero, max = zero]) => clamp(value, min, max),
    example: [[9, 1, 5], 5],
  },
  {
    name: 'CopySign',
    parameters: 'T value, T sign',
    returns: 'T',
    onlySigned: true,
    compute: ([value = zero, sign = zero], kind) =>
      fitting(sign < 0n ? -magnitude(value) : magnitude(value), kind),
    example: [[3, -1], -3],
  },
  {
    name: 'IsEvenInteger',
    parameters: 'T value',
    returns: 'bool',
    compute: ([value = zero]) => (value & 1n) === 0n,
    example: [[2], true],
  },
  {
    name: 'IsOddInteger',
    parameters: 'T value',
    returns: 'bool',
    compute: ([value = zero]) => (value & 1n) === 1n,
    example: [[2], false],
  },
  {
    name: 'IsNegative',
    parameters: 'T value',
    returns: 'bool',
    onlySigned: true,
    compute: ([value = zero]) => value < 0n,
    example: [[-2], true],
  },
  {
    name: 'IsPositive',
    parameters: 'T value',
    returns: 'bool',
    onlySigned: true,
    compute: ([value = zero]) => value >= 0n,
    example: [[0], true],
  },
  {
    name: 'IsPow2',
    parameters: 'T value',
    returns: 'bool',
    compute: ([value = zero]) => value > 0n && (value & (value - 1n)) === 0n,
    example: [[64], true],
  },
  {
    name: 'LeadingZeroCount',
    parameters: 'T value',
    returns: 'T',
    compute: ([value = zero], { bits }) => BigInt(bits - significantBits(value, bits)),
    example: [[0], Number.NaN],
  },
  {
    name: 'Log2',
    parameters: 'T value',
    returns: 'T',
    compute: ([value = zero], { bits }) => logarithm(value, bits),
    example: [[64], 6],
  },
  {
    name: 'Max',
    parameters: 'T x, T y',
    returns: 'T',
    compute: ([x = zero, y = zero]) => (x > y ? x : y),
    example: [[3, 4], 4],
  },
  {
    name: 'MaxMagnitude',
    parameters: 'T x, T y',
    returns: 'T',
    onlySigned: true,
    compute: ([x = zero, y = zero]) => (isLarger(x, y) ? x : y),
    example: [[-5, 4], -5],
  },
  {
    name: 'Min',
    parameters: 'T x, T y',
    returns: 'T',
    compute: ([x = zero, y = zero]) => (x < y ? x : y),
    example: [[3, 4], 3],
  },
  {
    name: 'MinMagnitude',
    parameters: 'T x, T y',
    returns: 'T',
    onlySigned: true,
    compute: ([x = zero, y = zero]) => (isLarger(x, y) ? y : x),
    example: [[-5, 4], 4],
  },
  {
    name: 'PopCount',
    parameters: 'T value',
    returns: 'T',
    compute: ([value = zero], { bits }) => BigInt(binary(value, bits).replaceAll('0', '').length),
    example: [[7], 3],
  },
  {
    name: 'RotateLeft',
    parameters: 'T value, int rotateAmount',
    returns: 'T',
    compute: ([value = zero, amount = zero], kind) => rotate(value, amount, kind),
    example: [[3, 1], 6],
  },
  {
    name: 'RotateRight',
    parameters: 'T value, int rotateAmount',
    returns: 'T',
    compute: ([value = zero, amount = zero], kind) => rotate(value, -amount, kind),
    example: [[6, 1], 3],
  },
  {
    name: 'Sign',
    parameters: 'T value',
    returns: 'int',
    compute: ([value = zero]) => (value > 0n ? 1n : value < 0n ? -1n : 0n),
    example: [[7], 1],
  },
  {
    name: 'TrailingZeroCount',
    parameters: 'T value',
    returns: 'T',
    compute: ([value = zero], { bits }) =>
      BigInt(bits - binary(value, bits).replace(/0*$/, '').length),
    example: [[8], 3],
  },
];

export function integerArithmetic(kind: IntegerKind): readonly MemberDeclaration[] {
  return functions
    .filter(({ onlySigned }) => !onlySigned || kind.minimum < 0n)
    .map((definition) => declare(definition, kind));
}

function declare(definition: IntegerFunction, kind: IntegerKind): MemberDeclaration {
  const { name, parameters, returns, compute } = definition;
  const typed = (text: string): string => text.replaceAll(/\bT\b/g, kind.keyword);
  const count = parameters.split(',').length;
  return {
    signature: `static ${typed(returns)} ${name}(${typed(parameters)})`,
    implementation: (...args: readonly (number | bigint)[]) => {
      const result = compute(args.slice(0, count).map(BigInt), kind);
      if (typeof result === 'boolean') return result;
      return returns === 'T' ? ofKind(result, kind) : Number(result);
    },
    examples: [exampleOf(definition, kind)],
  };
}

function exampleOf({ name, returns, example }: IntegerFunction, kind: IntegerKind): string {
  const [args, result] = example;
  const cast = (value: number): string => `(${kind.keyword})(${value})`;
  const given = args.map((value, index) =>
    index === 1 && name.startsWith('Rotate') ? String(value) : cast(value),
  );
  // The number of leading zeros of zero is the width of the type.
  const shown = Number.isNaN(result) ? kind.bits : result;
  const expected = typeof shown === 'number' && returns === 'T' ? cast(shown) : String(shown);
  return `${kind.keyword}.${name}(${given.join(', ')}) // ${expected}`;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Of equal magnitudes the positive one is larger. */
function isLarger(x: bigint, y: bigint): boolean {
  return magnitude(x) === magnitude(y) ? x >= 0n : magnitude(x) > magnitude(y);
}

/** @throws OverflowException */
function fitting(value: bigint, { minimum, maximum }: IntegerKind): bigint {
  if (value >= minimum && value <= maximum) return value;
  throw new OverflowException('Negating the minimum value of a twos complement number is invalid.');
}

/** @throws ArgumentException */
export function clamp(value: bigint, min: bigint, max: bigint): bigint {
  if (min > max) throw new ArgumentException(`'${min}' cannot be greater than ${max}.`);
  if (value < min) return min;
  return value > max ? max : value;
}

/** The two's complement of a value, all bits of the type. */
function binary(value: bigint, bits: number): string {
  return BigInt.asUintN(bits, value).toString(2).padStart(bits, '0');
}

function significantBits(value: bigint, bits: number): number {
  return binary(value, bits).replace(/^0+/, '').length;
}

/** @throws ArgumentException */
function logarithm(value: bigint, bits: number): bigint {
  if (value < 0n) throw new ArgumentException('Non-negative number required.', 'value');
  return BigInt(Math.max(significantBits(value, bits) - 1, 0));
}

function rotate(value: bigint, amount: bigint, { bits, minimum }: IntegerKind): bigint {
  const width = BigInt(bits);
  const left = ((amount % width) + width) % width;
  const pattern = BigInt.asUintN(bits, value);
  const rotated = BigInt.asUintN(bits, (pattern << left) | (pattern >> (width - left)));
  return minimum < 0n ? BigInt.asIntN(bits, rotated) : rotated;
}
