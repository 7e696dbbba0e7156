import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';
import { afterScheme, findBearerTokenAt, findTokenAt, withoutScheme } from './tokenPlace.ts';

test('a token may stand after any scheme, or alone', () => {
  for (const credentials of ['Bearer a.b.c', 'bearer   a.b.c', 'DPoP a.b.c', 'a.b.c'])
    assert.equal(withoutScheme(credentials), 'a.b.c', credentials);
});

test('in a header of its own only Bearer is taken for a scheme', () => {
  assert.equal(withoutScheme('BEARER a.b.c', 'bearer'), 'a.b.c');
  assert.equal(withoutScheme('a.b.c', 'bearer'), 'a.b.c');
  assert.equal(withoutScheme('Basic a.b.c', 'bearer'), 'Basic a.b.c');
});

test('a required scheme is compared without regard to case, and as a whole', () => {
  assert.equal(afterScheme('bEARER  a.b.c', 'Bearer'), 'a.b.c');
  for (const credentials of ['a.b.c', 'Bearer', 'Bearera.b.c', 'Basic a.b.c', 'Bear er a.b.c', ' '])
    assert.equal(afterScheme(credentials, 'Bearer'), undefined, credentials);
});

test('what follows a token stays, so that no part of it is taken for the token', () => {
  assert.equal(withoutScheme('Bearer a.b.c d.e.f'), 'a.b.c d.e.f');
  assert.equal(afterScheme('Bearer a.b.c, Bearer d.e.f', 'Bearer'), 'a.b.c, Bearer d.e.f');
});

test('a scheme with nothing after it is no token', () => {
  assert.equal(withoutScheme('Bearer'), undefined);
  assert.equal(withoutScheme('bearer', 'bearer'), undefined);
  assert.equal(afterScheme('Bearer', 'Bearer'), undefined);
});

const reads = { requestBody: false, responseBody: false };
const named = (name: string) => Object.assign(() => name, { constant: { value: name }, reads });

function callWith(...headers: [string, string][]): PolicyContext {
  return { request: { headers: new HeaderMap(headers) } } as unknown as PolicyContext;
}

function problemsOf(find: typeof findTokenAt, place: Partial<Parameters<typeof findTokenAt>[0]>) {
  const messages: string[] = [];
  const nowhere = { headerName: undefined, queryParameterName: undefined, tokenValue: undefined };
  const found = find(
    { ...nowhere, ...place },
    { report: ({ message }) => void messages.push(message) },
  );
  return { found, messages };
}

test('a policy for bearer tokens looks into Authorization unless it names another place', () => {
  const { found, messages } = problemsOf(findBearerTokenAt, {});
  assert.deepEqual(messages, []);
  assert.equal(found(callWith(['Authorization', 'bearer a.b.c'])), 'a.b.c');
  assert.equal(found(callWith(['Authorization', 'a.b.c'])), undefined);
  assert.equal(found(callWith(['Authorization', 'Basic a.b.c'])), undefined);
  assert.equal(found(callWith(['x-token', 'a.b.c'])), undefined);
  const other = problemsOf(findBearerTokenAt, { headerName: named('x-token') }).found;
  assert.equal(other(callWith(['x-token', 'a.b.c'], ['Authorization', 'Bearer d'])), 'a.b.c');
});

test('a token stands in one place', () => {
  const two = { headerName: named('a'), tokenValue: named('b') };
  assert.equal(problemsOf(findBearerTokenAt, two).messages.length, 1);
  assert.equal(problemsOf(findTokenAt, two).messages.length, 1);
  assert.equal(problemsOf(findTokenAt, {}).messages.length, 1);
});

test('two tokens in one header are no token', () => {
  const { found } = problemsOf(findBearerTokenAt, {});
  const token = found(
    callWith(['Authorization', 'Bearer a.b.c'], ['Authorization', 'Bearer d.e.f']),
  );
  assert.match(token ?? '', /,/);
});
