import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latin1, utf8 } from './CharacterEncoding.ts';
import { scriptEscape, urlDecode, urlEncode, urlPathEncode } from './webForms.ts';

test('form values are written in any encoding and read back', () => {
  assert.equal(urlEncode("a b~'é(!)*-_.", utf8), 'a+b%7e%27%c3%a9(!)*-_.');
  assert.equal(urlEncode('é', latin1), '%e9');
  assert.equal(urlDecode('a+b%7e%27%c3%a9', utf8), "a b~'é");
  assert.equal(urlDecode('%E9%u20ac%zz', latin1), 'é€%zz');
});

test('paths are escaped up to their query', () => {
  assert.equal(urlPathEncode('/a b/é?c d'), '/a%20b/%c3%a9?c d');
});

test('escaped strings end neither a string nor a script element', () => {
  assert.equal(
    scriptEscape('</script>\u2028\\"\'\n\0'),
    '\\u003c/script\\u003e\\u2028\\\\\\"\\u0027\\n\\u0000',
  );
});
