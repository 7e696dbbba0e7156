import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPolicyDocument } from './isPolicyDocument.ts';

const is = (text: string, uri = 'file:///a.xml'): boolean => isPolicyDocument(uri, text);

test('a document is known by its first element, whatever stands before it', () => {
  assert.ok(is('\uFEFF<?xml version="1.0"?>\r\n<!-- <a> --><policies'));
  assert.ok(is('<fragment />') && is('<inbound />') && is('<set-header />') && is('<base />'));
  assert.ok(!is('<?xml version="1.0"?><!DOCTYPE html><html />') && !is('<project />'));
  assert.ok(!is('<catalog><policies /></catalog>') && !is('<svg') && !is('<a'));
});

test('a misspelt first element and a text without elements are not left alone', () => {
  assert.ok(is('<polices>') && is('<Policies />') && is('<fragmnt />') && is('<in-bound />'));
  assert.ok(is('Url') && is('<') && is('{ "a": 1 }') && is('<!-- all -->'));
  assert.ok(!is('') && !is(' \n'));
});

test('a document called policy.xml is a policy document', () => {
  assert.ok(is('<project />', 'file:///c%3A/apis/a/policy.xml'));
  assert.ok(is('', 'file:///policy.xml') && !is('', 'file:///my-policy.xml'));
});

test('a long document is looked at in time', () => {
  const start = performance.now();
  assert.ok(is(`${'<!-- x -->\n'.repeat(100_000)}<policies>`));
  assert.ok(is('<'.repeat(1_000_000)) && is(' x'.repeat(1_000_000)) && is('<!-- '.repeat(300_000)));
  assert.ok(performance.now() - start < 2000);
});
