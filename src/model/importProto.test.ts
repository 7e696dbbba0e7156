import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { importProto } from './importProto.ts';

test('each method is an operation, and no two have one id', () => {
  const text = `package a.v1; service Echo { rpc SayIt (A) returns (B); rpc say_it (A) returns (B); }`;
  const operations = importProto(new SourceText('a.proto', text), () => assert.fail());
  assert.deepEqual(
    operations?.map(({ id, properties: { displayName, method, urlTemplate } }) => [
      id,
      displayName,
      `${method} ${urlTemplate}`,
    ]),
    [
      ['echo-sayit', 'SayIt', 'POST /a.v1.Echo/SayIt'],
      ['echo-say-it', 'say_it', 'POST /a.v1.Echo/say_it'],
    ],
  );
  const twice = 'service A { rpc B_C (D) returns (E); } service A_B { rpc C (D) returns (E); }';
  const ids = importProto(new SourceText('a.proto', twice), () => assert.fail());
  assert.deepEqual(
    ids?.map(({ id }) => id),
    ['a-b-c', 'a-b-c-1'],
  );
});

test('a fault is told with its place', () => {
  const told: Diagnostic[] = [];
  const source = new SourceText('a.proto', 'service A { rpc B returns (C); }');
  assert.equal(
    importProto(source, (each) => told.push(each)),
    undefined,
  );
  assert.deepEqual(
    told.map(({ code, message, span }) => [code, message, span.start]),
    [['APIM3301', "This protocol buffer definition cannot be read: here should stand '('.", 18]],
  );
});
