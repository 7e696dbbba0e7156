/**
 * Conversions as DotLiquid has them from .NET's Convert.ChangeType, under the invariant culture. They
 * throw LiquidError with .NET's words.
 */
import { fromDouble, fromInteger, toDouble, toInteger } from '../decimal/convert.ts';
import { Decimal } from '../decimal/Decimal.ts';
import { MidpointRounding, round } from '../decimal/round.ts';
import { parseDecimal } from '../decimal/text.ts';
import { invariantNumberFormat } from '../dotnet-format/NumberFormat.ts';
import { NumberStyles } from '../dotnet-format/NumberStyles.ts';
import { parseFloat, parseInteger } from '../dotnet-format/parseNumber.ts';
import { LiquidError } from './LiquidError.ts';
import { textOf } from './text.ts';
import { isList, isNumber, LiquidDate, LiquidHash } from './values.ts';
import type { LiquidValue } from './values.ts';

const badFormat = 'Input string was not in a correct format.';
const int32 = { bits: 32, minimum: -(2n ** 31n), maximum: 2n ** 31n - 1n } as const;
export const int64 = { bits: 64, minimum: -(2n ** 63n), maximum: 2n ** 63n - 1n } as const;

/** As .NET calls the type, for messages. */
export function typeName(value: LiquidValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'System.String';
  if (typeof value === 'boolean') return 'System.Boolean';
  if (typeof value === 'bigint') return 'System.Int64';
  if (typeof value === 'number') return 'System.Double';
  if (value instanceof Decimal) return 'System.Decimal';
  if (value instanceof LiquidDate) return 'System.DateTime';
  if (isList(value)) return 'System.Object[]';
  return value instanceof LiquidHash ? 'DotLiquid.Hash' : 'System.Object';
}

function isConvertible(value: LiquidValue): boolean {
  return !isList(value) && (value === null || typeof value !== 'object' || isScalar(value));
}

function isScalar(value: object): boolean {
  return value instanceof Decimal || value instanceof LiquidDate;
}

/** The text of an argument; null stays null. @throws LiquidError for lists and hashes */
export function toText(value: LiquidValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (isConvertible(value)) return textOf(value);
  const text = value instanceof LiquidHash ? value.text : undefined;
  if (text !== undefined) return text;
  throw cannotPass(value, 'System.String');
}

export function cannotPass(value: LiquidValue, type: string): LiquidError {
  return new LiquidError(
    `Object of type '${typeName(value)}' cannot be converted to type '${type}'.`,
  );
}

/** Rounds halves to even; null is 0. @throws LiquidError */
export function toInt32(value: LiquidValue): number {
  const integer = toInteger64(value, int32);
  if (integer < int32.minimum || integer > int32.maximum) {
    throw new LiquidError('Value was either too large or too small for an Int32.');
  }
  return Number(integer);
}

/** Rounds halves to even; null is 0. @throws LiquidError */
export function toInt64(value: LiquidValue): bigint {
  const integer = toInteger64(value, int64);
  if (integer < int64.minimum || integer > int64.maximum) {
    throw new LiquidError('Value was either too large or too small for an Int64.');
  }
  return integer;
}

function toInteger64(value: LiquidValue, range: typeof int32 | typeof int64): bigint {
  if (value === null) return 0n;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'string')
    return parsed(
      parseInteger(value, NumberStyles.Integer, invariantNumberFormat, range),
      range.bits,
    );
  const decimal = toDecimal(value);
  return toInteger(round(decimal, 0, MidpointRounding.ToEven));
}

function parsed<T>(result: T | 'format' | 'overflow', bits: number): T {
  if (result === 'format') throw new LiquidError(badFormat);
  if (result === 'overflow') {
    throw new LiquidError(`Value was either too large or too small for an Int${bits}.`);
  }
  return result;
}

/** @throws LiquidError, LiquidOverflow */
export function toDecimal(value: LiquidValue): Decimal {
  if (value instanceof Decimal) return value;
  if (value === null) return Decimal.zero;
  if (typeof value === 'bigint') return fromInteger(value);
  if (typeof value === 'boolean') return value ? Decimal.one : Decimal.zero;
  if (typeof value === 'number') return fromDouble(value) ?? overflow();
  if (typeof value === 'string') {
    const decimal = parseDecimal(value, NumberStyles.Number, invariantNumberFormat);
    if (decimal === 'format') throw new LiquidError(badFormat);
    return decimal === 'overflow' ? overflow() : decimal;
  }
  throw notConvertible(value, 'System.Decimal');
}

/** A number that is too large for its type; arithmetic goes on with doubles then. */
export class LiquidOverflow extends LiquidError {}

function overflow(): never {
  throw new LiquidOverflow('Value was either too large or too small for a Decimal.');
}

/** @throws LiquidError */
export function toNumber(value: LiquidValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return toDouble(value);
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') throw notConvertible(value, 'System.Double');
  const styles = NumberStyles.Float | NumberStyles.AllowThousands;
  const number = parseFloat(value, styles, invariantNumberFormat);
  if (number === 'format') throw new LiquidError(badFormat);
  if (number === 'overflow')
    throw new LiquidOverflow('Value was either too large or too small for a Double.');
  return number;
}

/** @throws LiquidError */
export function toBoolean(value: LiquidValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (isNumber(value)) return toNumber(value) !== 0;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word !== undefined) throw new LiquidError('String was not recognized as a valid Boolean.');
  throw notConvertible(value, 'System.Boolean');
}

export function notConvertible(value: LiquidValue, type: string): LiquidError {
  return isConvertible(value)
    ? new LiquidError(
        `Invalid cast from '${typeName(value).replace('System.', '')}' to '${type.replace('System.', '')}'.`,
      )
    : new LiquidError('Object must implement IConvertible.');
}

/** Whether a condition that is a single value holds: anything but nothing and false. */
export function isTruthy(value: LiquidValue): boolean {
  return value !== null && value !== false;
}

export function isEmpty(value: LiquidValue): boolean {
  if (typeof value === 'string' || isList(value)) return value.length === 0;
  if (value instanceof LiquidHash) {
    if (value.text !== undefined) return value.text === '';
    return value.entries()[Symbol.iterator]().next().done === true;
  }
  return value !== null && typeof value === 'object' && 'size' in value && value.size === 0;
}
