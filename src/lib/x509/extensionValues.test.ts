import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DerError } from './der.ts';
import {
  readBasicConstraints,
  readExtendedKeyUsage,
  readKeyIdentifier,
  readKeyUsage,
  writeBasicConstraints,
  writeExtendedKeyUsage,
  writeKeyUsage,
} from './extensionValues.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (value: Uint8Array | undefined): string => Buffer.from(value ?? []).toString('hex');

test('basic constraints are read and written', () => {
  for (const [text, isAuthority, pathLength] of [
    ['3000', false, undefined],
    ['30030101ff', true, undefined],
    ['30060101ff020103', true, 3],
    ['30070101ff0202012c', true, 300],
    ['30070101ff02020080', true, 128],
    ['3003020100', false, 0],
    ['300602047fffffff', false, 0x7fff_ffff],
  ] as const) {
    assert.deepEqual(readBasicConstraints(bytes(text)), { isAuthority, pathLength });
    assert.equal(hex(writeBasicConstraints({ isAuthority, pathLength })), text);
  }
  for (const text of ['0500', '30030201ff', '3006020100020100', '3007020500ffffffff', '30020200'])
    assert.throws(() => readBasicConstraints(bytes(text)), DerError, text);
});

test('usages of a key are read and written, without bits that are not set', () => {
  for (const [text, usages] of [
    ['030100', 0],
    ['03020001', 0x01],
    ['030205a0', 0xa0],
    ['03020780', 0x80],
    ['0303078080', 0x8080],
    ['0303070080', 0x8000],
  ] as const) {
    assert.equal(readKeyUsage(bytes(text)), usages);
    assert.equal(hex(writeKeyUsage(usages)), text);
  }
  for (const text of ['0500', '0300', '03020880', '030400808080'])
    assert.throws(() => readKeyUsage(bytes(text)), DerError, text);
});

test('purposes of a key are read and written, and what is none is not', () => {
  const purposes = ['1.3.6.1.5.5.7.3.1', '2.999.3'];
  const written = writeExtendedKeyUsage(purposes);
  assert.equal(hex(written), '300f06082b060105050703010603883703');
  assert.deepEqual(readExtendedKeyUsage(written ?? bytes('')), purposes);
  assert.equal(writeExtendedKeyUsage(['Server Authentication']), undefined);
  assert.throws(() => readExtendedKeyUsage(bytes('30030201ff')), DerError);
});

test('an identifier of a key is the octets of the string', () => {
  assert.equal(hex(readKeyIdentifier(bytes('040301ff02'))), '01ff02');
  assert.throws(() => readKeyIdentifier(bytes('0500')), DerError);
});
