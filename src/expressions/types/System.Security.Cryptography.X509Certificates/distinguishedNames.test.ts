import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ed25519TestKey,
  makeCertificate,
  nameOf,
  oid,
  sequence,
  utf8,
} from '../../../lib/x509/certificate.fixture.ts';
import { writeDer } from '../../../lib/x509/der.ts';
import { issuerOf, subjectOf } from './distinguishedName.ts';

const key = ed25519TestKey();

function written(name: Uint8Array): string {
  const certificate = makeCertificate({ key, name });
  assert.equal(issuerOf(certificate).name, subjectOf(certificate).name);
  return subjectOf(certificate).name;
}

/** As a value of the common name. */
const valued = (text: string): string => written(nameOf(['2.5.4.3', utf8(text)]));

test('the most specific part of a name comes first, and types have the names that Windows knows', () => {
  assert.equal(
    written(
      nameOf(
        ['0.9.2342.19200300.100.1.25', utf8('com')],
        ['2.5.4.6', utf8('CH')],
        ['2.5.4.8', utf8('Bern')],
        ['2.5.4.9', utf8('Way 1')],
        ['2.5.4.5', utf8('7')],
        ['1.2.840.113549.1.9.1', utf8('a@b.ch')],
        ['2.5.4.3', utf8('ada')],
      ),
    ),
    'CN=ada, E=a@b.ch, SERIALNUMBER=7, STREET=Way 1, S=Bern, C=CH, DC=com',
  );
});

test('a type that Windows does not name is written by its number', () => {
  assert.equal(
    written(nameOf(['2.5.4.15', utf8('Private')], ['1.3.6.1.4.1.311.60.2.1.3', utf8('US')])),
    'OID.1.3.6.1.4.1.311.60.2.1.3=US, OID.2.5.4.15=Private',
  );
});

test('parts that stand together stay together, in their order', () => {
  const part = (type: string, text: string): Uint8Array => sequence(oid(type), utf8(text));
  const name = sequence(
    writeDer(0x31, part('2.5.4.10', 'Org')),
    writeDer(0x31, part('2.5.4.3', 'ada'), part('2.5.4.11', 'Unit')),
  );
  assert.equal(written(name), 'CN=ada + OU=Unit, O=Org');
});

test('a value is in quotes where it would be taken for something else', () => {
  assert.equal(valued('Contoso, Inc.'), 'CN="Contoso, Inc."');
  assert.equal(valued('a"b'), 'CN="a""b"');
  assert.equal(valued(' a'), 'CN=" a"');
  assert.equal(valued('a\n'), 'CN="a\n"');
  assert.equal(valued('a#b'), 'CN="a#b"');
  assert.equal(valued('a/CN=b'), 'CN="a/CN=b"');
  assert.equal(valued(''), 'CN=""');
  assert.equal(valued("O'Neil \\ é"), "CN=O'Neil \\ é");
});

test('a line end in a value begins no part of its own', () => {
  assert.equal(valued('ada\nO=Admins'), 'CN="ada\nO=Admins"');
});

test('a value that is no text is written in hexadecimal digits', () => {
  assert.equal(
    written(nameOf(['2.5.4.45', writeDer(0x03, Uint8Array.of(0, 5))])),
    'OID.2.5.4.45=#03020005',
  );
});

test('a name without parts is empty', () => {
  assert.equal(written(nameOf()), '');
});
