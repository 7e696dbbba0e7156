import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { MAX_TOKEN_DEPTH, MAX_TOKEN_LENGTH, parseToken } from './parse.ts';

const header = encode('{"alg":"RS256"}');
const payload = encode('{"sub":"a"}');

function encode(text: string | Buffer): string {
  return Buffer.from(text).toString('base64url');
}

function problemOf(token: string): string | undefined {
  const parsed = parseToken(token);
  return parsed.kind === 'malformed' ? parsed.problem : undefined;
}

test('takes a signed token apart', () => {
  const parsed = parseToken(`${header}.${payload}.AQID`);
  assert.ok(parsed.kind === 'jws');
  assert.deepEqual({ ...parsed.jwt.header }, { alg: 'RS256' });
  assert.deepEqual({ ...parsed.jwt.payload }, { sub: 'a' });
  assert.equal(parsed.signingInput, `${header}.${payload}`);
  assert.deepEqual([...parsed.signature], [1, 2, 3]);
});

test('reads the header alone of an encrypted token', () => {
  const parsed = parseToken(`${encode('{"alg":"dir","enc":"A128CBC-HS256"}')}..AQ.AQ.AQ`);
  assert.ok(parsed.kind === 'jwe');
  assert.equal(parsed.header['enc'], 'A128CBC-HS256');
  assert.match(problemOf(`${header}.!.AQ.AQ.AQ`) ?? '', /not base64url/);
  assert.match(problemOf(`AQ.AQ.AQ.AQ.AQ`) ?? '', /header/);
});

for (const token of [
  '',
  'a',
  'a.b',
  '..',
  'a.b.c.d',
  `${header}.${payload}`,
  '.'.repeat(200_000),
]) {
  test(`JB-14: refuses '${token.slice(0, 20)}', which has not three or five parts`, () => {
    assert.notEqual(problemOf(token), undefined);
  });
}

test('JB-14: refuses an oversize token unread', () => {
  const room = MAX_TOKEN_LENGTH - header.length - payload.length - 2;
  const signature = 'A'.repeat(room - (room % 4));
  assert.equal(problemOf(`${header}.${payload}.${signature}`), undefined);
  assert.equal(problemOf(`${header}.${payload}.${'A'.repeat(room + 4)}`), 'The token is too long.');
});

test('JB-14: refuses duplicate members in header and payload, at any depth', () => {
  assert.match(problemOf(`${encode('{"alg":"RS256","alg":"none"}')}.${payload}.`) ?? '', /header/);
  assert.match(problemOf(`${header}.${encode('{"a":{"b":1,"\\u0062":2}}')}.`) ?? '', /payload/);
});

test('JB-14: refuses deep nesting', () => {
  const nested = (depth: number): string =>
    encode(`{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`);
  assert.equal(problemOf(`${header}.${nested(MAX_TOKEN_DEPTH)}.`), undefined);
  assert.notEqual(problemOf(`${header}.${nested(MAX_TOKEN_DEPTH + 1)}.`), undefined);
});

test('JB-16: base64url is strict: no padding, whitespace, other alphabet or trailing bits', () => {
  const good = encode('{"sub":"ab"}');
  assert.equal(good.length % 4, 0);
  for (const bad of [
    `${encode('{"sub":"a"}')}=`,
    `${good}====`,
    ` ${good}`,
    `${good}\n`,
    `${good.slice(0, 4)} ${good.slice(4)}`,
    `${good}A`,
    `${good}%3D`,
    Buffer.from('{"s":"?>~"}').toString('base64').replaceAll('=', ''),
  ]) {
    assert.notEqual(problemOf(`${header}.${bad}.`), undefined, bad);
    assert.notEqual(problemOf(`${bad}.${payload}.`), undefined, bad);
  }
  // 'AQ' and 'AR' decode to the same byte; only the first is canonical.
  assert.equal(problemOf(`${header}.${payload}.AQ`), undefined);
  assert.notEqual(problemOf(`${header}.${payload}.AR`), undefined);
  assert.notEqual(problemOf(`${header}.${payload}.AQ==`), undefined);
  assert.notEqual(problemOf(`${header}.${payload}.A+/A`), undefined);
});

test('refuses headers and payloads that are not JSON objects in UTF-8', () => {
  for (const text of ['[]', '"a"', '1', 'null', '', '{', '{}x', '\ufeff{}']) {
    assert.notEqual(problemOf(`${header}.${encode(text)}.`), undefined, text);
    assert.notEqual(problemOf(`${encode(text)}.${payload}.`), undefined, text);
  }
  const overlong = encode(Buffer.from([0x7b, 0x22, 0xc1, 0x81, 0x22, 0x3a, 0x31, 0x7d]));
  assert.notEqual(problemOf(`${header}.${overlong}.`), undefined);
});

test('JB-4: a token nested in a token is refused', () => {
  assert.notEqual(
    problemOf(`${encode('{"alg":"RS256","cty":"JWT"}')}.${encode('a.b.c')}.`),
    undefined,
  );
});

test('a member named __proto__ is plain data', () => {
  const parsed = parseToken(`${header}.${encode('{"__proto__":{"iss":"evil"}}')}.`);
  assert.ok(parsed.kind === 'jws');
  assert.equal(parsed.jwt.issuer, undefined);
  assert.deepEqual(parsed.jwt.claims.get('__proto__'), ['{"iss":"evil"}']);
});

test('never throws, whatever the token', () => {
  const part = fc.oneof(
    fc.base64String(),
    fc.string(),
    fc.json().map(encode),
    fc.jsonValue().map((value) => encode(JSON.stringify({ a: value }))),
    fc.uint8Array().map((bytes) => encode(Buffer.from(bytes))),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const parsed = parseToken(parts.join('.'));
      if (parsed.kind === 'jws') assert.ok(parsed.jwt.claims.size >= 0);
    }),
    { numRuns: 1000 },
  );
});

test('no message repeats any of the token', () => {
  const secret = 'Zm9vYmFyc2VjcmV0';
  for (const token of [
    secret,
    `${secret}.${secret}.x`,
    `${header}.${secret}.x`,
    `${header}.${payload}.${secret}=`,
  ]) {
    assert.doesNotMatch(problemOf(token) ?? assert.fail(), /Zm9v|foobar/);
  }
});
