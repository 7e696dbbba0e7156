import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DerError } from './der.ts';
import { readGeneralNames, textOfUtf8String } from './generalNames.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

test('names of every kind are read in their order', () => {
  assert.deepEqual(
    readGeneralNames(bytes('301881016182016286016387047f0000018803883703a4023000')),
    [
      { kind: 'email', text: 'a' },
      { kind: 'dns', text: 'b' },
      { kind: 'uri', text: 'c' },
      { kind: 'ip', octets: bytes('7f000001') },
      { kind: 'registeredId', oid: '2.999.3' },
      { kind: 'unread' },
    ],
  );
});

test('a user principal name is an other name with a text', () => {
  const [name] = readGeneralNames(bytes('3017a015060a2b060104018237140203a0070c056140622e63'));
  assert.equal(name?.kind, 'other');
  assert.equal(name.oid, '1.3.6.1.4.1.311.20.2.3');
  assert.equal(textOfUtf8String(name.value), 'a@b.c');
});

test('a name is not cut where a comma or a quote stands in it', () => {
  const text = 'a, DNS:"b\0';
  const encoded = Buffer.from(text);
  const name = Buffer.concat([
    Uint8Array.of(0x30, encoded.length + 2, 0x82, encoded.length),
    encoded,
  ]);
  assert.deepEqual(readGeneralNames(name), [{ kind: 'dns', text }]);
});

test('what holds no such names is refused', () => {
  for (const text of [
    '',
    '30',
    '0500',
    '30038201ff',
    '3003830141',
    '3003890141',
    '3002a000',
    '30028800',
  ])
    assert.throws(() => readGeneralNames(bytes(text)), DerError, text);
});
