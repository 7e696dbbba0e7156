import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { Box } from '../../runtime/Box.ts';
import { convertTo } from '../../runtime/Convertible.ts';
import type { Convertible } from '../../runtime/Convertible.ts';
import { CultureInfo } from '../../runtime/CultureInfo.ts';
import { DBNull } from '../../runtime/DBNull.ts';
import {
  ArgumentException,
  ArgumentNullException,
  FormatException,
  InvalidCastException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { typeObject } from '../../runtime/TypeObject.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';

function convert(signature: string, ...args: unknown[]): unknown {
  return callMember('Convert', signature, ...args);
}

const boxed = (keyword: string, value: number | bigint): Box =>
  new Box(netTypes.named(keyword), value);

test('every member is declared once and has an example', () => {
  const { members = [] } = netTypes.named('System.Convert').definition.declaration;
  const signatures = members.map(({ signature }) => signature);
  assert.equal(new Set(signatures).size, signatures.length);
  for (const { signature, examples } of members) assert.ok(examples.length > 0, signature);
});

test('reals are rounded half to even and checked against the range', () => {
  const toInt = 'static int ToInt32(double value)';
  assert.deepEqual(
    [0.5, 1.5, 2.5, -2.5, 2147483647.4].map((value) => convert(toInt, value)),
    [0, 2, 2, -2, 2147483647],
  );
  for (const value of [2147483647.5, NaN, Infinity, -2147483649]) {
    assert.throws(() => convert(toInt, value), OverflowException);
  }
  assert.equal(convert('static long ToInt64(decimal value)', new Decimal(false, 25n, 1)), 2n);
});

test('characters convert to integers only', () => {
  assert.equal(convert('static int ToInt32(char value)', 65), 65);
  assert.throws(() => convert('static double ToDouble(char value)', 65), InvalidCastException);
  assert.throws(() => convert('static bool ToBoolean(char value)', 65), InvalidCastException);
  assert.throws(() => convert('static byte ToByte(char value)', 256), OverflowException);
});

test('null is zero, false or the first date, but no character', () => {
  assert.equal(convert('static int ToInt32(string? value)', null), 0);
  assert.equal(convert('static bool ToBoolean(object? value)', null), false);
  assert.equal(convert('static ulong ToUInt64(object? value)', null), 0n);
  assert.equal(convert('static string ToString(object? value)', null), '');
  assert.throws(() => convert('static char ToChar(string? value)', null), ArgumentNullException);
});

test('objects convert by the type that they have at run time', () => {
  const toDouble = 'static double ToDouble(object? value)';
  assert.equal(convert(toDouble, boxed('float', 0.5)), 0.5);
  assert.equal(convert(toDouble, 12n), 12);
  assert.equal(convert(toDouble, '1,234.5'), 1234.5);
  assert.equal(convert(toDouble, true), 1);
  assert.equal(convert('static int ToInt32(object? value)', boxed('System.DayOfWeek', 3)), 3);
  assert.throws(() => convert(toDouble, boxed('char', 65)), InvalidCastException);
  assert.throws(() => convert(toDouble, DBNull.value), InvalidCastException);
  assert.throws(
    () => convert(toDouble, new CultureInfo('', true)),
    (error) =>
      error instanceof InvalidCastException &&
      /'System.Globalization.CultureInfo' to type 'System.IConvertible'/.test(error.message),
  );
});

test('a class that is IConvertible decides itself', () => {
  const value: Convertible = { typeCode: 9, [convertTo]: (typeCode) => typeCode };
  assert.equal(convert('static int ToInt32(object? value)', value), 9);
  assert.equal(convert('static TypeCode GetTypeCode(object? value)', value), 9);
});

test('texts are read in the culture that is given', () => {
  const signature = 'static decimal ToDecimal(string? value, IFormatProvider? provider)';
  assert.equal(String(convert(signature, '1.234,50', new CultureInfo('de-DE', true))), '1234.50');
  assert.throws(() => convert('static int ToInt32(string? value)', '1.5'), FormatException);
  assert.throws(() => convert('static bool ToBoolean(string? value)', '1'), FormatException);
});

test('bases are 2, 8, 10 and 16', () => {
  assert.equal(convert('static short ToInt16(string? value, int fromBase)', 'ffff', 16), -1);
  assert.equal(convert('static string ToString(short value, int toBase)', -1, 2), '1'.repeat(16));
  const signature = 'static int ToInt32(string? value, int fromBase)';
  assert.throws(() => convert(signature, '1', 7), ArgumentException);
  assert.throws(() => convert(signature, '12x', 10), FormatException);
});

test('the type may be chosen at run time', () => {
  const signature = 'static object ChangeType(object? value, Type conversionType)';
  const change = (value: unknown, type: string): unknown =>
    convert(signature, value, typeObject(netTypes.named(type)));
  assert.equal(change('12', 'int'), 12);
  assert.deepEqual(change(12, 'byte'), boxed('byte', 12));
  assert.equal(change(null, 'System.Type'), null);
  assert.throws(() => change(null, 'int'), InvalidCastException);
  assert.throws(() => change(1, 'System.DayOfWeek'), InvalidCastException);
  assert.throws(() => change(new CultureInfo('', true), 'int'), InvalidCastException);
});

test('bytes go to Base64 and back', () => {
  const bytes = new NetArray(netTypes.named('byte'), Uint8Array.of(1, 2, 255));
  const text = convert('static string ToBase64String(byte[] inArray)', bytes);
  assert.equal(text, 'AQL/');
  assert.deepEqual(convert('static byte[] FromBase64String(string s)', text), bytes);
  assert.throws(() => convert('static byte[] FromBase64String(string s)', 'AQL'), FormatException);
});
