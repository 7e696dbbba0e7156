import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { checkText } from './checkPath.ts';
import { PolicyText } from '../engine/document/PolicyText.ts';
import { readPolicy } from '../engine/document/readPolicy.ts';

function told(text: string): readonly string[] {
  return checkText(new SourceText('p', text), true).map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
  );
}

test('a document without an element holds no policies, and says so', () => {
  assert.deepEqual(told(' Url\n'), ['APIM1033 Url']);
  assert.deepEqual(told(''), ['APIM1033 ']);
  assert.deepEqual(told('<!-- none -->'), ['APIM1033 <!-- none -->']);
  assert.deepEqual(told('<'), ['XML1106 <']);
  assert.deepEqual(told('{{all-policies}}'), []);
});

test('nothing but comments stands beside the element of a document', () => {
  assert.deepEqual(told('<?xml version="1.0"?>\n<!-- ours -->\n<policies /><!-- end -->\n'), []);
  assert.deepEqual(told('Url <policies />'), ['APIM1034 Url']);
  assert.deepEqual(told('<policies /> <![CDATA[x]]>'), ['APIM1034 <![CDATA[x]]>']);
  assert.deepEqual(told('<policies /><fragment />'), ['APIM1035 fragment']);
});

test('text stands in no section, nor among policies and sections', () => {
  assert.deepEqual(told('<policies><inbound>x<base /></inbound></policies>'), ['APIM1013 x']);
  assert.deepEqual(told('<policies>x<inbound /></policies>'), ['APIM1013 x']);
  assert.deepEqual(told('<fragment>x</fragment>'), ['APIM1013 x']);
  assert.deepEqual(told('<inbound>x</inbound>'), ['APIM1013 x']);
  assert.deepEqual(told('<base /> x <base />'), ['APIM1034 x']);
  assert.deepEqual(told('<policies><inbound>{{more}}</inbound></policies>'), []);
});

test('code among policies is told where expressions stand', () => {
  const text = '<policies><inbound>\n  @{ return 1; }\n</inbound></policies>';
  const [stray] = checkText(new SourceText('p', text), true);
  assert.match(stray?.hint ?? '', /^An expression gives a value: it stands in an attribute/);
});

test('a document of a configuration that holds no policies is refused, not taken for an empty one', () => {
  const none = { valueOf: () => undefined, names: [], secrets: [] };
  const text = new PolicyText(new SourceText('p', 'Url'), none);
  assert.equal(readPolicy(text, 'rawxml'), undefined);
  assert.deepEqual(
    text.diagnostics.map(({ code, severity }) => [code, severity]),
    [['APIM1033', 'error']],
  );
});
