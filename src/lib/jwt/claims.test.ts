import assert from 'node:assert/strict';
import test from 'node:test';
import type { Jwt } from './claims.ts';
import { parseToken } from './parse.ts';

function jwt(payload: string, header = '{"alg":"RS256","typ":"JWT"}'): Jwt {
  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  const parsed = parseToken(`${encode(header)}.${encode(payload)}.c2ln`);
  assert.ok(parsed.kind === 'jws');
  return parsed.jwt;
}

function claims(payload: string): Record<string, readonly string[]> {
  return Object.fromEntries(jwt(payload).claims);
}

test('an array gives one value an element', () => {
  assert.deepEqual(claims('{"roles":["alpha","second"],"aud":"one"}'), {
    roles: ['alpha', 'second'],
    aud: ['one'],
  });
});

test('numbers, booleans and nested values give their JSON text, null an empty one', () => {
  assert.deepEqual(
    claims('{"n":2.5,"b":true,"o":{"a": 1, "c" : [ "x" ]},"z":null,"m":["x", 2, [1, 2], null]}'),
    { n: ['2.5'], b: ['true'], o: ['{"a":1,"c":["x"]}'], z: [''], m: ['x', '2', '[1,2]', ''] },
  );
});

test('numbers are written as the token writes them', () => {
  assert.deepEqual(claims('{"n":1.50,"big":12345678901234567890,"o":{"e":1e3}}'), {
    n: ['1.50'],
    big: ['12345678901234567890'],
    o: ['{"e":1e3}'],
  });
});

test('registered claims are claims too', () => {
  assert.deepEqual(claims('{"iss":"i","exp":1893456000}'), { iss: ['i'], exp: ['1893456000'] });
});

test('an empty array is no claim', () => {
  assert.equal(jwt('{"roles":[]}').claims.has('roles'), false);
  assert.equal(jwt('{"roles":[]}').claims.size, 0);
});

test('names are found without regard to case and shown as the token spells them', () => {
  const view = jwt('{"Email":"a@contoso.example","email":"b@contoso.example"}').claims;
  assert.deepEqual(view.get('EMAIL'), ['a@contoso.example', 'b@contoso.example']);
  assert.deepEqual(
    [...view].map(([name]) => name),
    ['Email'],
  );
  assert.equal(view.has('name'), false);
  assert.equal(view.get('name'), undefined);
});

test('typed members read the registered names of header and payload', () => {
  const token = jwt(
    '{"iss":"i","sub":"s","aud":["a","b"],"exp":3,"nbf":1,"iat":2.5,"jti":"j"}',
    '{"alg":"PS256","typ":"at+jwt"}',
  );
  assert.deepEqual(
    [token.issuer, token.subject, token.audiences, token.id, token.algorithm, token.type],
    ['i', 's', ['a', 'b'], 'j', 'PS256', 'at+jwt'],
  );
  assert.deepEqual([token.expirationTime, token.notBefore, token.issuedAt], [3, 1, 2.5]);
  assert.deepEqual(jwt('{"aud":"a"}').audiences, ['a']);
});

test('typed members are undefined when absent or of a wrong type', () => {
  const token = jwt(
    '{"iss":1,"sub":null,"aud":["a",1],"exp":"3","nbf":-1,"iat":1e300,"jti":{}}',
    '{}',
  );
  assert.deepEqual(
    [token.issuer, token.subject, token.id, token.algorithm, token.type],
    [undefined, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(token.audiences, []);
  assert.deepEqual(
    [token.expirationTime, token.notBefore, token.issuedAt],
    [undefined, undefined, undefined],
  );
});
