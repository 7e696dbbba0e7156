import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ascii,
  encodingNamed,
  encodingOfCodePage,
  latin1,
  utf16,
  utf16BigEndian,
  utf32,
  utf8,
} from './CharacterEncoding.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test('every Unicode encoding writes what it reads', () => {
  for (const encoding of [utf8, utf16, utf16BigEndian, utf32]) {
    assert.equal(encoding.decode(encoding.encode('aé€😀\0')), 'aé€😀\0', encoding.name);
  }
});

test('lonely surrogates are written as U+FFFD', () => {
  assert.equal(hex(utf8.encode('\ud83d')), 'efbfbd');
  assert.equal(hex(utf16.encode('\ude00a')), 'fdff6100');
  assert.equal(hex(utf32.encode('\ud83d')), 'fdff0000');
});

test('byte order marks are characters', () => {
  assert.equal(utf8.decode(bytes('efbbbf41')), '\ufeffA');
  assert.equal(utf16.decode(bytes('fffe4100')), '\ufeffA');
});

test('ASCII writes a question mark for each unit that it lacks, and reads one for each such byte', () => {
  assert.equal(Buffer.from(ascii.encode('aé😀')).toString('latin1'), 'a???');
  assert.equal(ascii.decode(bytes('41ff')), 'A?');
});

test('Latin-1 writes the letter that comes nearest', () => {
  assert.equal(hex(latin1.encode('éĀ’€Ａ')), 'e941273f41');
});

test('code pages of one byte write what they read', () => {
  const windows = encodingNamed('Windows-1252');
  assert.equal(windows?.codePage, 1252);
  assert.equal(hex(windows.encode('€’é😀')), '8092e93f3f');
  assert.equal(windows.decode(bytes('8092e9')), '€’é');
  assert.equal(encodingOfCodePage(28_605)?.decode(bytes('a4')), '€');
});

test('a malformed end is one U+FFFD', () => {
  assert.equal(utf16.decode(bytes('410042')), 'A\ufffd');
  assert.equal(utf32.decode(bytes('4100000042')), 'A\ufffd');
});

test('names that nobody knows have no encoding', () => {
  assert.equal(encodingNamed('utf8'), undefined);
  assert.equal(encodingNamed('__proto__'), undefined);
});
