import { cultureName } from '../../culture/cultureName.ts';
import { numberFormatOf } from '../../culture/numberFormatOf.ts';
import * as decimals from '../../decimal/arithmetic.ts';
import { fromDouble } from '../../decimal/convert.ts';
import { Decimal } from '../../decimal/Decimal.ts';
import { ceiling, floor, MidpointRounding, round } from '../../decimal/round.ts';
import { formatDecimal, parseDecimal } from '../../decimal/text.ts';
import { invariantNumberFormat } from '../../dotnet-format/NumberFormat.ts';
import { NumberStyles } from '../../dotnet-format/NumberStyles.ts';
import { parseFloat } from '../../dotnet-format/parseNumber.ts';
import {
  int64,
  LiquidOverflow,
  toDecimal,
  toInt32,
  toNumber,
  toText,
  typeName,
} from '../convert.ts';
import { LiquidError } from '../LiquidError.ts';
import { textOf } from '../text.ts';
import { scalarOf } from '../values.ts';
import type { LiquidValue } from '../values.ts';
import type { Filter } from './Filter.ts';

/** One operation on the three kinds of numbers. Undefined of decimals: too large, or divided by zero. */
interface Operation {
  readonly name: string;
  readonly ofIntegers: (left: bigint, right: bigint) => bigint;
  readonly ofDecimals: (left: Decimal, right: Decimal) => Decimal | undefined;
  readonly ofDoubles: (left: number, right: number) => number;
}

const operations = {
  plus: {
    name: 'AddChecked',
    ofIntegers: (left, right) => left + right,
    ofDecimals: decimals.add,
    ofDoubles: (left, right) => left + right,
  },
  minus: {
    name: 'SubtractChecked',
    ofIntegers: (left, right) => left - right,
    ofDecimals: decimals.subtract,
    ofDoubles: (left, right) => left - right,
  },
  times: {
    name: 'MultiplyChecked',
    ofIntegers: (left, right) => left * right,
    ofDecimals: decimals.multiply,
    ofDoubles: (left, right) => left * right,
  },
  dividedBy: {
    name: 'Divide',
    ofIntegers: (left, right) => left / nonZero(right),
    ofDecimals: (left, right) => (right.isZero ? undefined : decimals.divide(left, right)),
    ofDoubles: (left, right) => left / right,
  },
  modulo: {
    name: 'Modulo',
    ofIntegers: (left, right) => left % nonZero(right),
    ofDecimals: (left, right) => (right.isZero ? undefined : decimals.remainder(left, right)),
    ofDoubles: (left, right) => left % right,
  },
} as const satisfies Readonly<Record<string, Operation>>;

function nonZero(value: bigint): bigint {
  if (value === 0n) throw new LiquidError('Attempted to divide by zero.');
  return value;
}

/** Integers give integers; with a fraction on either side decimals, or doubles where those end. */
function calculated(operation: Operation, left: LiquidValue, right: LiquidValue): LiquidValue {
  if (left === null || right === null) return null;
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    const result = operation.ofIntegers(left, right);
    if (result >= int64.minimum && result <= int64.maximum) return result;
    throw new LiquidError('Arithmetic operation resulted in an overflow.');
  }
  if (!isReal(left) && !isReal(right)) {
    throw new LiquidError(
      `The binary operator ${operation.name} is not defined for the types '${typeName(left)}' and '${typeName(right)}'.`,
    );
  }
  return (
    decimalResult(operation, left, right) ?? operation.ofDoubles(toNumber(left), toNumber(right))
  );
}

function isReal(value: LiquidValue): boolean {
  return typeof value === 'number' || value instanceof Decimal;
}

function decimalResult(
  { ofDecimals }: Operation,
  left: LiquidValue,
  right: LiquidValue,
): Decimal | undefined {
  try {
    return ofDecimals(toDecimal(left), toDecimal(right));
  } catch (error) {
    if (error instanceof LiquidOverflow) return undefined;
    throw error;
  }
}

function arithmetic(operation: Operation): Filter {
  return {
    args: ['operand'],
    apply: (input, args) => calculated(operation, scalarOf(input), scalarOf(args[0] ?? null)),
  };
}

export const Minus = arithmetic(operations.minus);
export const DividedBy = arithmetic(operations.dividedBy);
export const Modulo = arithmetic(operations.modulo);

/** To a text it appends, as in DotLiquid 2.0. */
export const Plus: Filter = {
  args: ['operand'],
  apply(value, args, run) {
    const input = scalarOf(value);
    const operand = scalarOf(args[0] ?? null);
    if (typeof input !== 'string') return calculated(operations.plus, input, operand);
    const text = textOf(operand);
    run.allowText(input.length + text.length);
    return input + text;
  },
};

/** A text is repeated, as in DotLiquid 2.0. */
export const Times: Filter = {
  args: ['operand'],
  apply(value, args, run) {
    const input = scalarOf(value);
    const operand = scalarOf(args[0] ?? null);
    if (typeof input !== 'string' || typeof operand !== 'bigint') {
      return calculated(operations.times, input, operand);
    }
    const count = toInt32(operand);
    if (count < 0) throw new LiquidError('Non-negative number required.');
    run.allowItems(count);
    run.spend(count);
    return Array.from({ length: count }, () => input);
  },
};

/** Halves go to the even neighbour; what is no number becomes nothing. */
export const Round: Filter = {
  args: ['places?'],
  apply(input, args) {
    try {
      const places = toInt32(args[0] ?? null);
      if (places < 0 || places > 28) return null;
      return round(toDecimal(input), places, MidpointRounding.ToEven);
    } catch (error) {
      if (error instanceof LiquidError) return null;
      throw error;
    }
  },
};

export const Ceil = ofDecimal(ceiling);
export const Floor = ofDecimal(floor);

function ofDecimal(apply: (value: Decimal) => Decimal): Filter {
  return {
    args: [],
    apply(input) {
      const value = decimalIn(input, NumberStyles.Any);
      return value ? apply(value) : null;
    },
  };
}

function decimalIn(input: LiquidValue, styles: number): Decimal | undefined {
  if (typeof input === 'number') return fromDouble(input);
  if (input instanceof Decimal) return input;
  const value = parseDecimal(textOf(input), styles, invariantNumberFormat);
  return typeof value === 'string' ? undefined : value;
}

export const Abs: Filter = { args: [], apply: (input) => Math.abs(doubleIn(input) ?? 0) };
export const AtLeast = bound((number, limit) => Math.max(number, limit));
export const AtMost = bound((number, limit) => Math.min(number, limit));

function bound(choose: (number: number, limit: number) => number): Filter {
  return {
    args: ['limit'],
    apply(input, args) {
      const number = doubleIn(input);
      const limit = doubleIn(args[0] ?? null);
      return number === undefined || limit === undefined ? input : choose(number, limit);
    },
  };
}

function doubleIn(input: LiquidValue): number | undefined {
  if (typeof input === 'number') return input;
  const value = parseFloat(textOf(input), NumberStyles.Number, invariantNumberFormat);
  return typeof value === 'string' ? undefined : value;
}

/** In the conventions of a culture, such as `'en-US'`; of the invariant one, unless given. */
export const Currency: Filter = {
  args: ['languageTag?'],
  apply(input, args) {
    if (input === null) return null;
    const tag = toText(args[0] ?? null)?.trim() ?? '';
    const culture = cultureName(tag);
    if (culture === undefined)
      throw new LiquidError(`'${tag.slice(0, 40)}' is not a supported culture.`);
    const amount = decimalIn(input, NumberStyles.Currency);
    return amount ? (formatDecimal(amount, 'C', numberFormatOf(culture)) ?? null) : textOf(input);
  },
};
