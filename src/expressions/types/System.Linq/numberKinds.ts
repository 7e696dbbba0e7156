/** The five kinds of numbers that Enumerable sums and averages. */
import { fromInteger } from '../../../lib/decimal/convert.ts';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { OverflowException } from '../../runtime/exceptions.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemDecimal } from '../System/Decimal.ts';
import { addDecimals, divideDecimals } from '../System/decimalArithmetic.ts';
import { SystemDouble } from '../System/Double.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { SystemInt64 } from '../System/Int64.ts';
import { SystemSingle } from '../System/Single.ts';

export interface NumberKind {
  readonly keyword: string;
  readonly type: () => NetType;
  readonly zero: unknown;
  /** What `Sum` does with each value. @throws OverflowException */
  readonly add: (sum: never, value: never) => unknown;
  /** What `Average` does with each value; it adds up integers as longs. */
  readonly addWide: (sum: never, value: never) => unknown;
  /** What `Sum` makes of what was added up. */
  readonly total: (sum: never) => unknown;
  /** What `Average` makes of it. */
  readonly mean: (sum: never, count: number) => unknown;
  /** How a literal of the kind ends, and one of its average. */
  readonly suffix: string;
  readonly meanKeyword: string;
  readonly meanSuffix: string;
}

const asIs = (sum: unknown): unknown => sum;

export const numberKinds: readonly NumberKind[] = [
  {
    keyword: 'int',
    type: () => SystemInt32.construct(),
    zero: 0,
    add: addInt32,
    addWide: addNumbers,
    total: asIs,
    mean: (sum: number, count) => sum / count,
    suffix: '',
    meanKeyword: 'double',
    meanSuffix: 'd',
  },
  {
    keyword: 'long',
    type: () => SystemInt64.construct(),
    zero: 0n,
    add: addInt64,
    addWide: addInt64,
    total: asIs,
    mean: (sum: bigint, count) => Number(sum) / count,
    suffix: 'L',
    meanKeyword: 'double',
    meanSuffix: 'd',
  },
  {
    keyword: 'float',
    type: () => SystemSingle.construct(),
    zero: 0,
    // Enumerable adds floats as doubles, and rounds once.
    add: addNumbers,
    addWide: addNumbers,
    total: (sum: number) => Math.fround(sum),
    mean: (sum: number, count) => Math.fround(sum / count),
    suffix: 'f',
    meanKeyword: 'float',
    meanSuffix: 'f',
  },
  {
    keyword: 'double',
    type: () => SystemDouble.construct(),
    zero: 0,
    add: addNumbers,
    addWide: addNumbers,
    total: asIs,
    mean: (sum: number, count) => sum / count,
    suffix: 'd',
    meanKeyword: 'double',
    meanSuffix: 'd',
  },
  {
    keyword: 'decimal',
    type: () => SystemDecimal.construct(),
    zero: Decimal.zero,
    add: addDecimals,
    addWide: addDecimals,
    total: asIs,
    mean: (sum: Decimal, count) => divideDecimals(sum, fromInteger(count)),
    suffix: 'm',
    meanKeyword: 'decimal',
    meanSuffix: 'm',
  },
];

function addNumbers(sum: number, value: number): number {
  return sum + value;
}

function addInt32(sum: number, value: number): number {
  const result = sum + value;
  if (result !== (result | 0)) throw new OverflowException();
  return result;
}

function addInt64(sum: bigint, value: bigint): bigint {
  const result = sum + value;
  if (BigInt.asIntN(64, result) !== result) throw new OverflowException();
  return result;
}
