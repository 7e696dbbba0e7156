import {
  currencyNegativePatterns,
  currencyPositivePatterns,
  percentNegativePatterns,
  percentPositivePatterns,
} from '../dotnet-format/patterns.ts';
import { invariantNumberFormat } from '../dotnet-format/NumberFormat.ts';
import type { NumberFormat } from '../dotnet-format/NumberFormat.ts';
import { currencyOfRegion } from './currencyOfRegion.ts';

/**
 * How numbers are written in a culture: Unicode's data (CLDR), as modern .NET has it. As on a
 * Windows gateway the minus sign is `-`, numbers have two decimals, and the cultures of `windows`
 * differ. `name` must be canonical.
 */
export function numberFormatOf(name: string): NumberFormat {
  if (name === '') return invariantNumberFormat;
  return {
    ...invariantNumberFormat,
    ...symbolsOf(name),
    ...numberConventions(name),
    ...percentConventions(name),
    ...currencyConventions(name),
    ...windows[specificName(name)],
  };
}

/** What Windows does otherwise than CLDR: https://learn.microsoft.com/dotnet/core/extensions/globalization-icu */
const windows: Readonly<Record<string, Partial<NumberFormat>>> = {
  'en-US': { currencyNegativePattern: 0 },
  'es-US': { currencyNegativePattern: 0 },
  'ja-JP': { currencySymbol: '¥' },
  'zh-CN': { currencyNegativePattern: 2 },
};

/** The language with the region it is most spoken in, where none is given. */
function specificName(name: string): string {
  const { language, region } = new Intl.Locale(name).maximize();
  return `${language}-${region}`;
}

const sample = -123_456_789_012.25;

function partsOf(name: string, value: number, options: Intl.NumberFormatOptions): Part[] {
  const settings = { numberingSystem: 'latn', useGrouping: true, ...options } as const;
  return new Intl.NumberFormat(name, settings)
    .formatToParts(value)
    .map(({ type, value: text }) => ({
      type,
      text: text.replaceAll(/[\u200E\u200F\u061C]/g, ''),
    }));
}

interface Part {
  readonly type: string;
  readonly text: string;
}

function textOf(parts: readonly Part[], type: string): string | undefined {
  return parts.find((part) => part.type === type)?.text;
}

function symbolsOf(name: string): Partial<NumberFormat> {
  const nan = textOf(partsOf(name, NaN, {}), 'nan');
  const infinity = textOf(partsOf(name, Infinity, {}), 'infinity');
  return {
    nanSymbol: nan ?? invariantNumberFormat.nanSymbol,
    positiveInfinitySymbol: infinity ?? invariantNumberFormat.positiveInfinitySymbol,
    negativeInfinitySymbol: infinity
      ? `-${infinity}`
      : invariantNumberFormat.negativeInfinitySymbol,
  };
}

function numberConventions(name: string): Partial<NumberFormat> {
  const parts = partsOf(name, sample, { minimumFractionDigits: 2 });
  return {
    numberDecimalSeparator: textOf(parts, 'decimal') ?? '.',
    numberGroupSeparator: textOf(parts, 'group') ?? ',',
    numberGroupSizes: groupSizesOf(parts),
  };
}

function percentConventions(name: string): Partial<NumberFormat> {
  const options = { style: 'percent', minimumFractionDigits: 2 } as const;
  const parts = partsOf(name, sample, options);
  const positive = partsOf(name, -sample, options);
  return {
    percentSymbol: textOf(parts, 'percentSign') ?? '%',
    percentDecimalSeparator: textOf(parts, 'decimal') ?? '.',
    percentGroupSeparator: textOf(parts, 'group') ?? ',',
    percentGroupSizes: groupSizesOf(parts),
    percentPositivePattern: patternOf(positive, percentPositivePatterns, 1),
    percentNegativePattern: patternOf(parts, percentNegativePatterns, 1),
  };
}

function currencyConventions(name: string): Partial<NumberFormat> {
  const currency = currencyOfRegion(new Intl.Locale(name).maximize().region);
  const options = { style: 'currency', currency } as const;
  const parts = partsOf(name, sample, { ...options, minimumFractionDigits: 2 });
  const positive = partsOf(name, -sample, options);
  const { maximumFractionDigits } = new Intl.NumberFormat(name, options).resolvedOptions();
  return {
    currencySymbol: textOf(partsOf(name, 1, options), 'currency') ?? currency,
    currencyDecimalDigits: maximumFractionDigits ?? 2,
    currencyDecimalSeparator: textOf(parts, 'decimal') ?? '.',
    currencyGroupSeparator: textOf(parts, 'group') ?? ',',
    currencyGroupSizes: groupSizesOf(parts),
    currencyPositivePattern: patternOf(positive, currencyPositivePatterns, 0),
    currencyNegativePattern: patternOf(parts, currencyNegativePatterns, 1),
  };
}

/** 3, or 3 and 2 as in India: the sizes of the two last groups of a long number. */
function groupSizesOf(parts: readonly Part[]): number[] {
  const groups = parts.filter(({ type }) => type === 'integer').map(({ text }) => text.length);
  const last = groups.at(-1) ?? 3;
  const before = groups.length > 2 ? (groups.at(-2) ?? last) : last;
  if (groups.length === 1) return [0];
  return last === before ? [last] : [last, before];
}

/** The number of the .NET pattern that has sign, symbol and number in the same order. */
function patternOf(parts: readonly Part[], patterns: readonly string[], fallback: number): number {
  let pattern = '';
  for (const part of parts) {
    const letter = letterOf(part);
    if (letter !== 'n' || !pattern.includes('n')) pattern += letter;
  }
  const index = patterns.indexOf(pattern.trim());
  return index < 0 ? fallback : index;
}

function letterOf({ type, text }: Part): string {
  if (type === 'currency') return '$';
  if (type === 'percentSign') return '%';
  if (type === 'minusSign') return '-';
  if (type !== 'literal') return 'n';
  return /\s/.test(text) ? ' ' : text;
}
