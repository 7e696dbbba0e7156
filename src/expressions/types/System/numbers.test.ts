import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { Box } from '../../runtime/Box.ts';
import { CultureInfo } from '../../runtime/CultureInfo.ts';
import {
  ArgumentException,
  DivideByZeroException,
  FormatException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { toText } from '../../runtime/toText.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';
import { integerKinds } from './integerKinds.ts';

const german = new CultureInfo('de-DE', true);
const decimal = (text: string): unknown =>
  callMember('decimal', 'static decimal Parse(string s)', text);

// prettier-ignore
const numberTypes = [
  'Byte', 'SByte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64', 'Single', 'Double',
  'Decimal', 'Char',
];

test('every member of the number types is declared once and has an example', () => {
  for (const name of numberTypes) {
    const { members = [] } = netTypes.named(`System.${name}`).definition.declaration;
    const signatures = members.map(({ signature }) => signature);
    assert.equal(new Set(signatures).size, signatures.length, name);
    for (const { signature, examples } of members) {
      assert.ok(examples.length > 0, `${name}: ${signature}`);
    }
  }
});

test('integers are read in the range of their type only', () => {
  for (const { keyword, minimum, maximum, isBig } of Object.values(integerKinds)) {
    const parse = (value: bigint): unknown =>
      callMember(keyword, `static ${keyword} Parse(string s)`, String(value));
    assert.equal(parse(minimum), isBig ? minimum : Number(minimum));
    assert.equal(parse(maximum), isBig ? maximum : Number(maximum));
    assert.throws(() => parse(maximum + 1n), OverflowException);
    assert.throws(() => parse(minimum - 1n), OverflowException);
  }
});

test('what cannot be read leaves zero and false, or throws without repeating the text', () => {
  const result: Ref = { value: 7 };
  const signature = 'static bool TryParse(string? s, out int result)';
  assert.equal(callMember('int', signature, null, result), false);
  assert.equal(result.value, 0);
  assert.throws(
    () => callMember('int', 'static int Parse(string s)', 'secret'),
    (error) =>
      error instanceof FormatException &&
      error.message === 'Input string was not in a correct format.',
  );
});

test('styles that a type does not know are refused', () => {
  const parse = (type: string, styles: number): unknown =>
    callMember(type, `static ${type} Parse(string? s, NumberStyles style)`, '1', styles);
  assert.throws(() => parse('int', 1024), ArgumentException);
  assert.throws(() => parse('int', 512 | 32), ArgumentException);
  assert.throws(() => parse('double', 512), ArgumentException);
});

test('numbers print in the conventions of a culture', () => {
  const signature = 'string ToString(string? format, IFormatProvider? provider)';
  assert.equal(callMember('double', signature, 1234.5, 'N2', german), '1.234,50');
  assert.equal(callMember('decimal', signature, decimal('1234.50'), null, german), '1234,50');
  assert.equal(toText(new Box(netTypes.named('double'), 0.1 + 0.2)), '0.3');
  assert.equal(toText(new Box(netTypes.named('float'), Math.fround(0.1))), '0.1');
  assert.equal(toText(new Box(netTypes.named('char'), 65)), 'A');
});

test('a formatted text is read with the same culture', () => {
  const signature = 'static double Parse(string s, IFormatProvider? provider)';
  assert.equal(callMember('double', signature, '1.234,5', german), 1234.5);
});

test('decimal arithmetic is exact, and fails loudly', () => {
  const add = 'static decimal operator +(decimal d1, decimal d2)';
  const divide = 'static decimal operator /(decimal d1, decimal d2)';
  assert.equal(String(callMember('decimal', add, decimal('0.10'), decimal('0.2'))), '0.30');
  assert.throws(
    () => callMember('decimal', divide, Decimal.one, Decimal.zero),
    DivideByZeroException,
  );
  assert.throws(() => callMember('decimal', add, Decimal.maximum, Decimal.one), OverflowException);
});

test('a conversion from decimal cuts decimals off and checks the range', () => {
  const toInt = 'static explicit operator int(decimal value)';
  assert.equal(callMember('decimal', toInt, decimal('-2.9')), -2);
  assert.throws(() => callMember('decimal', toInt, decimal('2147483648')), OverflowException);
});

test('comparison with another type is refused, with null it is after', () => {
  const compare = 'int CompareTo(object? value)';
  assert.equal(callMember('int', compare, 1, null), 1);
  assert.throws(() => callMember('int', compare, 1, 1n), ArgumentException);
  assert.equal(callMember('long', compare, 2n, 1n), 1);
});

test('conversions between units and code points refuse lone surrogates', () => {
  const signature = 'static int ConvertToUtf32(string s, int index)';
  assert.equal(callMember('char', signature, '😀', 0), 0x1f600);
  assert.throws(() => callMember('char', signature, '😀', 1), ArgumentException);
});
