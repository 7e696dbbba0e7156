import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArgumentException, FormatException } from '../../runtime/exceptions.ts';
import { Guid } from '../../runtime/Guid.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { toText } from '../../runtime/toText.ts';
import { netTypes } from '../index.ts';
import { callMember } from '../testing/callMember.ts';

const guid = new Guid('00112233445566778899aabbccddeeff');

test('a Guid prints with dashes and compares by value', () => {
  assert.equal(toText(guid), '00112233-4455-6677-8899-aabbccddeeff');
  assert.equal(callMember('Guid', 'int CompareTo(Guid value)', guid, Guid.empty), 1);
  assert.equal(callMember('Guid', 'bool Equals(Guid g)', guid, new Guid(guid.digits)), true);
});

test('bytes and text round trip through constructors', () => {
  const bytes = callMember('Guid', 'byte[] ToByteArray()', guid);
  assert.deepEqual(callMember('Guid', 'Guid(byte[] b)', bytes), guid);
  const short = new NetArray(netTypes.named('byte'), new Uint8Array(15));
  assert.throws(() => callMember('Guid', 'Guid(byte[] b)', short), ArgumentException);
});

test('what cannot be read is the empty Guid and false, or throws', () => {
  const result: Ref = { value: null };
  const signature = 'static bool TryParse(string? input, out Guid result)';
  assert.equal(callMember('Guid', signature, null, result), false);
  assert.equal(result.value, Guid.empty);
  const exact = 'static Guid ParseExact(string input, string format)';
  assert.throws(() => callMember('Guid', exact, toText(guid), 'N'), FormatException);
  assert.throws(() => callMember('Guid', exact, toText(guid), 'Q'), FormatException);
});

test('new Guids are of version 4 and come from the random bytes of the world', () => {
  const made = callMember('Guid', 'static Guid NewGuid()');
  assert.ok(made instanceof Guid);
  assert.match(made.digits, /^.{12}4.{3}[89ab]/);
});
