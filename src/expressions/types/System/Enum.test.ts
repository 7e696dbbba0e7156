import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Box } from '../../runtime/Box.ts';
import { ArgumentException, FormatException, OverflowException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { parseEnum } from '../../runtime/parseEnum.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { typeObject } from '../../runtime/TypeObject.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';

const dayOfWeek = netTypes.named('System.DayOfWeek');
const styles = netTypes.named('System.Globalization.NumberStyles');
const friday = new Box(dayOfWeek, 5);

test('names, joined names and numbers are read; unknown names are not', () => {
  const parse = (text: string, ignoreCase = false): number =>
    parseEnum(text, styles.definition, ignoreCase);
  assert.equal(parse(' AllowLeadingSign , AllowExponent'), 132);
  assert.equal(parse('integer', true), 7);
  assert.equal(parse('-5'), -5);
  for (const text of ['', ' ', 'integer', 'Integer;', 'toString', '__proto__', '5x']) {
    assert.throws(() => parse(text), ArgumentException, text);
  }
  assert.throws(() => parse('99999999999'), OverflowException);
});

test('values and names come in the order of unsigned numbers, so negative ones are last', () => {
  const families = typeObject(netTypes.named('System.Net.Sockets.AddressFamily'));
  const values = callMember('Enum', 'static Array GetValues(Type enumType)', families) as NetArray;
  const names = callMember('Enum', 'static string[] GetNames(Type enumType)', families) as NetArray;
  assert.deepEqual([values.at(0), values.at(values.length - 1)], [0, -1]);
  assert.deepEqual([names.at(0), names.at(names.length - 1)], ['Unspecified', 'Unknown']);
});

test('results of untyped functions are boxed values of the enum', () => {
  const signature = 'static object Parse(Type enumType, string value)';
  assert.deepEqual(callMember('Enum', signature, typeObject(dayOfWeek), 'Friday'), friday);
  assert.throws(
    () => callMember('Enum', signature, typeObject(netTypes.named('int')), '1'),
    ArgumentException,
  );
});

test('what cannot be read is the zero of the enum and false', () => {
  const result: Ref = { value: 3 };
  const signature =
    'static bool TryParse(Type enumType, string? value, bool ignoreCase, out object result)';
  assert.equal(
    callMember('Enum', signature, typeObject(dayOfWeek), 'Someday', true, result),
    false,
  );
  assert.equal(result.value, null);
});

test('flags print as names, numbers and hexadecimal', () => {
  const toString = 'string ToString(string? format)';
  assert.equal(callMember('Enum', toString, friday, 'G'), 'Friday');
  assert.equal(callMember('Enum', toString, friday, 'd'), '5');
  assert.equal(callMember('Enum', toString, friday, 'X'), '00000005');
  assert.equal(
    callMember('Enum', toString, new Box(styles, 132), null),
    'AllowLeadingSign, AllowExponent',
  );
  assert.throws(() => callMember('Enum', toString, friday, 'Q'), FormatException);
});

test('values of different enums do not compare', () => {
  const compare = 'int CompareTo(object? target)';
  assert.equal(callMember('Enum', compare, friday, new Box(dayOfWeek, 6)), -1);
  assert.throws(() => callMember('Enum', compare, friday, new Box(styles, 5)), ArgumentException);
  assert.throws(() => callMember('Enum', compare, friday, 5), ArgumentException);
});
