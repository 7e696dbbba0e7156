import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, sequence, utf8 } from './certificate.fixture.ts';
import { DerError, writeDer } from './der.ts';
import { readDistinguishedName } from './distinguishedName.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** How the text of a value of this tag is read. */
function textOf(tag: number, content: string): string | undefined {
  const [[attribute] = []] = readDistinguishedName(
    nameOf(['2.5.4.3', writeDer(tag, hex(content))]),
  );
  return attribute?.text;
}

test('texts of every string type are read', () => {
  assert.equal(textOf(0x0c, 'c3a9'), 'é');
  assert.equal(textOf(0x13, '41'), 'A');
  assert.equal(textOf(0x14, 'e9'), 'é');
  assert.equal(textOf(0x1e, '00410142'), 'Ał');
  assert.equal(textOf(0x1c, '0001f600'), '😀');
});

test('what is no text is none', () => {
  assert.equal(textOf(0x02, '05'), undefined);
  assert.equal(textOf(0x1e, '004101'), undefined);
  assert.equal(textOf(0x1c, '00110000'), undefined);
  assert.equal(textOf(0x1c, '0000'), undefined);
});

test('relative names keep their order and their attributes', () => {
  assert.deepEqual(
    readDistinguishedName(nameOf(['2.5.4.6', utf8('CH')], ['2.5.4.3', utf8('x')])).map((each) =>
      each.map(({ oid, text }) => [oid, text]),
    ),
    [[['2.5.4.6', 'CH']], [['2.5.4.3', 'x']]],
  );
  assert.deepEqual(readDistinguishedName(sequence()), []);
});

test('what is no name is refused', () => {
  for (const text of [
    '',
    '0500',
    '30023100',
    '30023000',
    '300731053003060155',
    '30093107300506015504',
  ])
    assert.throws(() => readDistinguishedName(hex(text)), DerError, text);
});
