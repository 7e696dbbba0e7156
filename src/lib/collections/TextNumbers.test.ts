import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextNumbers } from './TextNumbers.ts';

test('each text keeps its number while others are added', () => {
  const numbers = new TextNumbers();
  const texts = Array.from({ length: 5_000 }, (_, at) => `text ${at * 7}`);
  for (const [at, text] of texts.entries()) assert.equal(numbers.add(text), at);
  for (const [at, text] of texts.entries()) {
    assert.equal(numbers.get(text), at);
    assert.equal(numbers.add(text), at);
    assert.equal(numbers.get(`${text}.`), undefined);
  }
  assert.equal(numbers.size, texts.length);
});

test('texts are compared code unit by code unit', () => {
  const numbers = new TextNumbers();
  for (const text of ['', 'a', 'A', '\0', 'é', 'e\u0301', '\ud800', '\ufffd']) numbers.add(text);
  assert.equal(numbers.size, 8);
  assert.equal(numbers.get('\ud800'), 6);
  assert.equal(numbers.get('\ud801'), undefined);
});
