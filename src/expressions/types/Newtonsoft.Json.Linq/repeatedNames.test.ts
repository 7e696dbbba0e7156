import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JsonTextReader } from '../../../lib/newtonsoft/JsonTextReader.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { readObject } from './readToken.ts';

test('a text that repeats all of its names is read in a time that grows with its length alone', () => {
  const names = Array.from({ length: 30_000 }, (_, at) => `"n${at}":`);
  const text = `{${[...names.map((name) => `${name}1`), ...names.map((name) => `${name}2`)].join(',')}}`;
  // With all names read again at each of them, this takes half a minute.
  const object = readObject(new JsonTextReader(text));
  assert.equal(object.count, names.length);
  const last = object.property('n29999');
  assert.equal(last?.index, 29_999);
  assert.ok(last.value instanceof JValue);
  assert.equal(last.value.value, 2n);
});

test('names are found, and others are not, while properties go and come', () => {
  const object = readObject(
    new JsonTextReader(`{${Array.from({ length: 40 }, (_, at) => `"n${at}":${at}`).join(',')}}`),
  );
  for (let at = 0; at < 40; at += 3) {
    assert.ok(object.removeToken(object.property(`n${at}`)!));
    assert.equal(object.property(`n${at}`), undefined);
  }
  const names = object.properties.map(({ name }) => name);
  assert.equal(names.length, 26);
  for (const [index, name] of names.entries()) assert.equal(object.property(name)?.index, index);
});
