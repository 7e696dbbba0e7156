import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createOrdersBackend } from './orders.ts';

const issuer = 'https://login.example/tenant/v2.0';
const audience = 'api://orders';
const now = Date.UTC(2026, 0, 1);
const signing = await generateKeyPair('RS256');
const foreign = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(signing.publicKey)), kid: 'k', alg: 'RS256' }] };
const user = { azp: 'spa', oid: 'ada', scp: 'Orders.Read Orders.Write' };

const closers: (() => Promise<unknown>)[] = [];
after(() => Promise.all(closers.map((close) => close())));
const idp = await serve((_request, response) => response.end(JSON.stringify(jwks)));
const options = { issuer, audience, jwksUrl: `${idp}/keys`, now: () => now };
const api = await serve(createOrdersBackend(options));

test('a user with the permission reads orders and is named, the token is not', async () => {
  const bearer = await token(user);
  const response = await get('/orders', bearer);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json');
  const text = await response.text();
  assert.equal(text.includes(bearer), false);
  const body = JSON.parse(text) as { orders: unknown[]; caller: unknown };
  assert.equal(body.orders.length, 3);
  assert.deepEqual(body.caller, user);
});

test('an application with the role reads one order', async () => {
  const claims = { azp: 'daemon', oid: 'sp', roles: ['Orders.Read.All'] };
  const response = await get('/orders/1002?x=1', await token(claims));
  assert.deepEqual(await response.json(), {
    order: { id: '1002', customer: 'Fabrikam', item: 'lantern', quantity: 12, status: 'open' },
    caller: claims,
  });
});

test('no token is answered with a challenge that has no error code, RFC 6750 §3.1', async () => {
  for (const authorization of [undefined, 'Basic YTpi', 'Bearer', 'Bearer a b']) {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${api}/orders`, { headers });
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('www-authenticate'), 'Bearer realm="orders"');
  }
});

test('a token that is not valid here is invalid_token, whatever is wrong with it', async () => {
  const seconds = now / 1000;
  const wrong = {
    'for the gateway': token({ ...user, aud: 'api://gateway' }),
    'of another issuer': token({ ...user, iss: 'https://evil.example' }),
    expired: token({ ...user, exp: seconds }),
    'not yet valid': token({ ...user, nbf: seconds + 60 }),
    'without exp': token({ ...user, exp: undefined }),
    'without oid': token({ azp: 'spa', scp: 'Orders.Read' }),
    'signed by another key': token(user, foreign.privateKey),
    'of an unknown key': token(user, foreign.privateKey, 'other'),
    'signed with a shared secret': token(user, new Uint8Array(32), 'k', 'HS256'),
    unsigned: new UnsecuredJWT({ ...user, iss: issuer, aud: audience, exp: seconds + 60 }).encode(),
    'not a token': 'abc.def.ghi',
  };
  for (const [name, bearer] of Object.entries(wrong)) {
    const response = await get('/orders', await bearer);
    assert.equal(response.status, 401, name);
    assert.equal(
      response.headers.get('www-authenticate'),
      'Bearer realm="orders", error="invalid_token", error_description="The token is not valid here"',
      name,
    );
  }
});

test('a token without the permission is insufficient_scope with 403', async () => {
  for (const rights of [
    { scp: 'Orders.Write' },
    { scp: 'Orders.Read.Own' },
    { roles: ['Orders.Read'] },
    {},
  ]) {
    const response = await get('/orders', await token({ azp: 'a', oid: 'b', ...rights }));
    assert.equal(response.status, 403);
    assert.equal(
      response.headers.get('www-authenticate'),
      'Bearer realm="orders", error="insufficient_scope", scope="Orders.Read"',
    );
  }
});

test('what is not there is 404, and nothing can be written', async () => {
  const bearer = await token(user);
  assert.equal((await get('/orders/9', bearer)).status, 404);
  assert.equal((await get('/', bearer)).status, 404);
  const headers = { authorization: `Bearer ${bearer}` };
  const post = await fetch(`${api}/orders`, { method: 'POST', headers, body: '{}' });
  assert.equal(post.status, 405);
  assert.equal(post.headers.get('allow'), 'GET, HEAD');
});

test('nobody is let in when the keys of the issuer are out of reach', async () => {
  const broken = await serve((_request, response) => response.writeHead(500).end());
  const closed = await serve(createOrdersBackend({ ...options, jwksUrl: `${broken}/keys` }));
  const headers = { authorization: `Bearer ${await token(user)}` };
  const response = await fetch(`${closed}/orders`, { headers });
  assert.equal(response.status, 503);
  assert.deepEqual(await response.json(), { error: 'The issuer cannot be reached.' });
});

async function token(
  claims: Record<string, unknown>,
  key: Parameters<SignJWT['sign']>[0] = signing.privateKey,
  kid = 'k',
  alg = 'RS256',
): Promise<string> {
  const defaults = { iss: issuer, aud: audience, exp: now / 1000 + 60 };
  return new SignJWT({ ...defaults, ...claims }).setProtectedHeader({ alg, kid }).sign(key);
}

function get(path: string, bearer: string): Promise<Response> {
  return fetch(api + path, { headers: { authorization: `Bearer ${bearer}` } });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    server.closeAllConnections();
    return once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
