import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { test } from 'node:test';
import { X509Certificate } from 'node:crypto';
import {
  ecTestKey,
  ed25519TestKey,
  extension,
  makeCertificate,
  rsaTestKey,
  sequence,
} from './certificate.fixture.ts';
import { readCertificateFields } from './certificateFields.ts';
import { DerError, readDer, writeDer } from './der.ts';
import { readObjectIdentifier, writeObjectIdentifier } from './objectIdentifier.ts';
import { readPublicKeyInfo, writePublicKeyInfo } from './publicKeyInfo.ts';

const hex = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

test('the key and the signature algorithm of a certificate are read, with their parameters', () => {
  const rsa = readCertificateFields(makeCertificate({ key: rsaTestKey() }).raw);
  assert.equal(rsa.publicKey.algorithm.oid, '1.2.840.113549.1.1.1');
  assert.equal(hex(rsa.publicKey.algorithm.parameters), '0500');
  assert.equal(rsa.signatureAlgorithm.oid, '1.2.840.113549.1.1.11');
  const ec = readCertificateFields(makeCertificate({ key: ecTestKey() }).raw);
  assert.equal(ec.publicKey.algorithm.oid, '1.2.840.10045.2.1');
  assert.equal(hex(ec.publicKey.algorithm.parameters), '06052b81040022');
  assert.equal(ec.publicKey.key.length, 97);
  assert.equal(ec.signatureAlgorithm.oid, '1.2.840.10045.4.3.3');
  assert.equal(ec.signatureAlgorithm.parameters, undefined);
});

test('an Ed25519 key has no parameters and is its 32 bytes', () => {
  const { publicKey } = readCertificateFields(makeCertificate({ key: ed25519TestKey() }).raw);
  assert.deepEqual(publicKey.algorithm, { oid: '1.3.101.112', parameters: undefined });
  // RFC 8032 §7.1, test 1.
  assert.equal(
    hex(publicKey.key),
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
});

test('a version that is not written is 1', () => {
  const key = ed25519TestKey();
  assert.equal(readCertificateFields(makeCertificate({ key, version: 1 }).raw).version, 1);
  assert.equal(readCertificateFields(makeCertificate({ key }).raw).version, 3);
});

test('extensions keep their order, their bytes and whether they are critical', () => {
  const value = sequence(Uint8Array.of(1, 1, 0xff));
  const certificate = makeCertificate({
    key: ed25519TestKey(),
    extensions: [
      extension('2.5.29.19', true, value),
      extension('1.3.6.1.4.1.311.21.10', false, sequence()),
    ],
  });
  assert.deepEqual(
    readCertificateFields(certificate.raw).extensions.map((each) => ({
      ...each,
      value: hex(each.value),
    })),
    [
      { oid: '2.5.29.19', isCritical: true, value: '30030101ff' },
      { oid: '1.3.6.1.4.1.311.21.10', isCritical: false, value: '3000' },
    ],
  );
});

test('certificates in the wild are read as node reads them', () => {
  for (const pem of rootCertificates) {
    const certificate = new X509Certificate(pem);
    const fields = readCertificateFields(certificate.raw);
    assert.equal(
      hex(fields.serialNumber)?.replace(/^0+/, ''),
      certificate.serialNumber.toLowerCase().replace(/^0+/, ''),
    );
    assert.equal(
      hex(writePublicKeyInfo(fields.publicKey)),
      hex(certificate.publicKey.export({ type: 'spki', format: 'der' })),
    );
  }
});

test('a public key is written back as it was', () => {
  const spki = createPublicKey(ecTestKey().privateKey).export({ type: 'spki', format: 'der' });
  assert.equal(hex(writePublicKeyInfo(readPublicKeyInfo(readDer(spki)))), hex(spki));
});

test('a certificate that ends early anywhere, or whose bytes are changed, is refused or read, and nothing else', () => {
  const { raw } = makeCertificate({ key: ed25519TestKey() });
  for (let length = 0; length < raw.length; length++)
    assert.throws(() => readCertificateFields(raw.subarray(0, length)), DerError);
  for (let at = 0; at < raw.length; at++) {
    for (const octet of [0x00, 0x1f, 0x30, 0x80, 0x84, 0xff]) {
      const changed = Uint8Array.from(raw);
      changed[at] = octet;
      try {
        readCertificateFields(changed);
      } catch (error) {
        assert.ok(error instanceof DerError);
      }
    }
  }
});

test('what DER forbids is refused: indefinite and long lengths, bytes that follow, high tags', () => {
  for (const text of ['', '30', '3080', '30800000', '308101', '30810100', '3000ff', '1f2000'])
    assert.throws(() => readDer(bytes(text)), DerError, text);
  for (const text of ['3085ffffffffff', '3082007f00', '308400000001ff', '3003010'])
    assert.throws(() => readDer(bytes(text)), DerError, text);
});

test('the length of a value takes as many octets as it needs', () => {
  for (const length of [0, 127, 128, 255, 256, 70_000]) {
    const encoded = writeDer(4, new Uint8Array(length));
    assert.equal(readDer(encoded).content.length, length);
  }
  assert.equal(hex(writeDer(4, new Uint8Array(128)).subarray(0, 3)), '048180');
});

test('object identifiers are read and written', () => {
  // X.690 §8.19.5 has the example 2.999.3.
  for (const [text, encoded] of [
    ['2.999.3', '883703'],
    ['1.2.840.113549.1.1.1', '2a864886f70d010101'],
    ['0.9.2342.19200300.100.1.25', '0992268993f22c640119'],
    ['2.25.340282366920938463463374607431768211455', '6983ffffffffffffffffffffffffffffffffff7f'],
  ] as const) {
    assert.equal(hex(writeObjectIdentifier(text)), encoded, text);
    assert.equal(readObjectIdentifier(bytes(encoded)), text);
  }
});

test('what is no object identifier is not written, and its octets are not read', () => {
  for (const text of [
    '',
    '1',
    '3.1',
    '1.40',
    '1.2.',
    '1.02',
    '1..2',
    'sha1',
    `1.${'9'.repeat(200)}`,
  ])
    assert.equal(writeObjectIdentifier(text), undefined, text);
  for (const text of ['', '86', '2a80', '2a8001', '81'.repeat(200)])
    assert.throws(() => readObjectIdentifier(bytes(text)), DerError, text);
});
