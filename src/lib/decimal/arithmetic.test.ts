import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { add, divide, multiply, remainder, subtract } from './arithmetic.ts';
import { Decimal } from './Decimal.ts';

const operations: Readonly<Record<string, typeof add>> = {
  add,
  subtract,
  multiply,
  divide,
  remainder,
};

/** `-150/2` is -1.50. */
function read(text: string): Decimal {
  const [mantissa = '', scale = ''] = text.replace('-', '').split('/');
  return new Decimal(text.startsWith('-'), BigInt(mantissa), Number(scale));
}

function write(value: Decimal | undefined): string {
  return value ? `${value.isNegative ? '-' : ''}${value.mantissa}/${value.scale}` : '!';
}

// Agreed with an independent implementation of System.Decimal (Mono 6.8); `!` is an overflow.
test('sums, differences, products, quotients and remainders have the value and scale of .NET', () => {
  const text = readFileSync(new URL('testing/arithmetic.tsv', import.meta.url), 'utf8');
  for (const line of text.trimEnd().split('\n')) {
    const [operation = '', left = '', right = '', expected] = line.split('\t');
    assert.equal(write(operations[operation]?.(read(left), read(right))), expected, line);
  }
});

test('an exact quotient keeps the difference of the scales, an inexact one has no zeros behind', () => {
  assert.equal(write(divide(read('100/2'), read('2/0'))), '50/2');
  assert.equal(write(divide(read('1/0'), read('8/0'))), '125/3');
  assert.equal(write(divide(read('1/0'), read('3/0'))), '3333333333333333333333333333/28');
});

test('what does not fit in 96 bits is an overflow', () => {
  assert.equal(add(Decimal.maximum, Decimal.one), undefined);
  assert.equal(multiply(Decimal.maximum, read('11/1')), undefined);
  assert.equal(divide(Decimal.maximum, read('1/1')), undefined);
});
