import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatGuid,
  guidBytes,
  guidOfBytes,
  parseGuid,
  randomGuid,
  timeOrderedGuid,
} from './guid.ts';

const digits = '00112233445566778899aabbccddeeff';

test('every style is written and read back, in any case and with space around', () => {
  const texts: Readonly<Record<string, string>> = {
    N: '00112233445566778899aabbccddeeff',
    D: '00112233-4455-6677-8899-aabbccddeeff',
    B: '{00112233-4455-6677-8899-aabbccddeeff}',
    P: '(00112233-4455-6677-8899-aabbccddeeff)',
    X: '{0x00112233,0x4455,0x6677,{0x88,0x99,0xaa,0xbb,0xcc,0xdd,0xee,0xff}}',
  };
  for (const [style, text] of Object.entries(texts)) {
    assert.equal(formatGuid(digits, style), text);
    assert.equal(parseGuid(` ${text} `), digits);
    assert.equal(
      parseGuid(
        text.replace(/[a-f]+$/, (end) => end.toUpperCase()),
        style,
      ),
      digits,
    );
    for (const other of Object.keys(texts)) {
      if (other !== style) assert.equal(parseGuid(text, other), undefined);
    }
  }
  assert.equal(formatGuid(digits, ''), texts['D']);
  assert.equal(formatGuid(digits, 'Q'), undefined);
});

test('what is no GUID is not read', () => {
  for (const text of [
    '',
    'x',
    digits.slice(1),
    `${digits}0`,
    `{${digits}}`,
    `g${digits.slice(1)}`,
  ]) {
    assert.equal(parseGuid(text), undefined, text);
  }
  assert.equal(parseGuid(`{${' '.repeat(1000)}`), undefined);
});

test('the bytes of the first three parts are turned round, unless asked otherwise', () => {
  assert.equal(Buffer.from(guidBytes(digits)).toString('hex'), '33221100554477668899aabbccddeeff');
  assert.equal(Buffer.from(guidBytes(digits, true)).toString('hex'), digits);
  assert.equal(guidOfBytes(guidBytes(digits)), digits);
  assert.equal(guidOfBytes(guidBytes(digits, true), true), digits);
});

test('RFC 9562: random GUIDs have version 4, time-ordered ones version 7, both variant 10', () => {
  const ones = new Uint8Array(16).fill(255);
  assert.equal(randomGuid(ones), 'ffffffffffff4fffbfffffffffffffff');
  assert.equal(randomGuid(new Uint8Array(16)), '00000000000040008000000000000000');
  assert.equal(timeOrderedGuid(0x017f22e279b0, ones), '017f22e279b07fffbfffffffffffffff');
});
