import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOrigin } from './origin.ts';

test('an origin has one form, however it is written', () => {
  const forms: Readonly<Record<string, readonly string[]>> = {
    'https://app.example': [
      'https://app.example',
      'https://app.example/',
      'HTTPS://App.Example',
      'https://app.example:443',
    ],
    'http://app.example': ['http://app.example:80/'],
    'http://app.example:443': ['http://app.example:443'],
    'https://app.example:8443': ['https://app.example:8443'],
    'http://[::1]:3000': ['http://[0:0::1]:3000'],
    'https://xn--bcher-kva.example': ['https://bücher.example'],
    'capacitor://localhost': ['capacitor://LocalHost'],
    'app://host:80': ['app://host:80'],
  };
  for (const [origin, texts] of Object.entries(forms))
    for (const text of texts) assert.equal(parseOrigin(text), origin, text);
});

test('what is no origin is none', () => {
  for (const text of [
    '',
    'null',
    '*',
    'app.example',
    '//app.example',
    'https://',
    'https:app.example',
    'https://app.example/path',
    'https://app.example?q',
    'https://app.example#f',
    'https://ada@app.example',
    'https://app.example:99999',
    'https://app.example, https://other.example',
    'https://app.example\\.other.example',
    'file:///',
  ])
    assert.equal(parseOrigin(text), undefined, text);
});
