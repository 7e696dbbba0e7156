import { Decimal } from '../decimal/Decimal.ts';
import { formatDecimal } from '../decimal/text.ts';
import { formatFloat } from '../dotnet-format/formatNumber.ts';
import { invariantNumberFormat } from '../dotnet-format/NumberFormat.ts';
import { formatDate } from '../dotnet-time/formatDate.ts';
import { LiquidError } from './LiquidError.ts';
import { isList, LiquidDate, LiquidHash, LiquidPair, LiquidRange } from './values.ts';
import type { Rendering } from './Rendering.ts';
import type { LiquidValue } from './values.ts';

/** `ToString()` of what is no collection: true is `True`. */
export function textOf(value: LiquidValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return formatFloat(value, null, invariantNumberFormat) ?? '';
  if (value instanceof Decimal) return formatDecimal(value, null, invariantNumberFormat) ?? '';
  if (value instanceof LiquidDate) return dateText(value, '');
  if (value instanceof LiquidPair) return `[${value.key}, ${textOf(value.value)}]`;
  return value instanceof LiquidHash ? (value.text ?? '') : '';
}

/** @throws LiquidError when the format is malformed */
export function dateText({ ticks, kind }: LiquidDate, format: string): string {
  const offsetMinutes = kind === 'unspecified' ? undefined : 0;
  const moment = { ticks, offsetMinutes, isUtc: kind === 'utc', isOffset: false };
  const text = formatDate(moment, format, '');
  if (text === undefined) throw new LiquidError('Input string was not in a correct format.');
  return text;
}

/** What an output writes: collections without anything between their items, booleans in lower case. */
export function outputOf(value: LiquidValue, run: Rendering): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return joined(value, '', run);
}

/** The items of a collection with something between them; what is none as it is. */
export function joined(value: LiquidValue, glue: string, run: Rendering, depth = 0): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  if (value instanceof LiquidHash && value.text === undefined) {
    return joinAll(pairTexts(value, run, depth), glue, run);
  }
  if (!isList(value) && !(value instanceof LiquidRange)) return textOf(value);
  return joinAll(itemTexts(value, run, depth), glue, run);
}

function joinAll(texts: Iterable<string>, glue: string, run: Rendering): string {
  let result = '';
  let isFirst = true;
  for (const text of texts) {
    run.spend();
    const length = result.length + glue.length + text.length;
    if (length > run.limits.maxLength) run.allowText(length);
    result += isFirst ? text : glue + text;
    isFirst = false;
  }
  return result;
}

function* itemTexts(
  items: Iterable<LiquidValue>,
  run: Rendering,
  depth: number,
): Generator<string> {
  for (const item of items) yield nestedText(item, run, depth);
}

function* pairTexts(hash: LiquidHash, run: Rendering, depth: number): Generator<string> {
  for (const [name, value] of hash.entries()) yield `[${name}, ${nestedText(value, run, depth)}]`;
}

const deepest = 100;

function nestedText(value: LiquidValue, run: Rendering, depth: number): string {
  if (depth > deepest) throw new LiquidError('Nesting too deep');
  return joined(value, '', run, depth + 1);
}
