/**
 * Cases on which this implementation and an independent one of .NET Framework (Mono 6.8, invariant
 * culture) agree. `!` is FormatException.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDecimal, formatDecimal } from '../decimal/text.ts';
import { formatFloat, formatInteger, singleSize } from './formatNumber.ts';
import { invariantNumberFormat as invariant } from './NumberFormat.ts';
import { parseFloat, parseInteger } from './parseNumber.ts';

const int = { bits: 32, digits: 10, minimum: -(2n ** 31n), maximum: 2n ** 31n - 1n } as const;
const long = { bits: 64, digits: 19 } as const;
const byte = { bits: 8, minimum: 0n, maximum: 255n } as const;

const formatters: Readonly<Record<string, (value: string, format: string) => string | undefined>> =
  {
    double: (value, format) => formatFloat(Number(value), format, invariant),
    float: (value, format) => formatFloat(Number(value), format, invariant, singleSize),
    int: (value, format) => formatInteger(Number(value), format, invariant, int),
    long: (value, format) => formatInteger(BigInt(value), format, invariant, long),
    decimal: (value, format) => {
      const decimal = parseDecimal(value, 511, invariant);
      assert.ok(typeof decimal === 'object');
      return formatDecimal(decimal, format, invariant);
    },
  };

const parsers: Readonly<Record<string, (text: string, styles: number) => unknown>> = {
  int: (text, styles) => parseInteger(text, styles, invariant, int),
  byte: (text, styles) => parseInteger(text, styles, invariant, byte),
  double: (text, styles) => parseFloat(text, styles, invariant),
  decimal: (text, styles) => parseDecimal(text, styles, invariant),
};

function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(`testing/${file}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

test('numbers are written as .NET Framework writes them, in any standard or custom format', () => {
  for (const [type = '', value = '', format = '', text = ''] of rowsOf('formats.tsv')) {
    const expected: unknown = text === '!' ? undefined : JSON.parse(text);
    const actual = formatters[type]?.(value, String(JSON.parse(format)));
    assert.equal(actual, expected, `${type} ${value} ${format}`);
  }
});

test('texts are read as .NET Framework reads them, in any NumberStyles', () => {
  for (const [type = '', text = '', styles = '', expected = ''] of rowsOf('parses.tsv')) {
    const actual = parsers[type]?.(String(JSON.parse(text)), Number(styles));
    assert.equal(String(actual), expected, `${type} ${text} ${styles}`);
  }
});
