import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createServer, request as secureRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, mock, test } from 'node:test';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { DevelopmentCa } from '../lib/x509/developmentCa.ts';
import { createIdentityProvider } from './identityProvider.ts';
import { daemon, sample, spa, startTenant, tenantId } from './tenant.fixture.ts';

const printed = (['log', 'info', 'warn', 'error'] as const).map((name) =>
  mock.method(console, name),
);
const tenant = await startTenant();
const { idp, origin } = tenant;
after(() => tenant.close());

test('the metadata names the v2.0 endpoints of Entra under the issuer', async () => {
  assert.equal(idp.issuer, `${origin}/${tenantId}/v2.0`);
  assert.equal(idp.metadataUrl, `${idp.issuer}/.well-known/openid-configuration`);
  const metadata = await json(idp.metadataUrl);
  assert.equal(metadata.issuer, idp.issuer);
  assert.equal(metadata.token_endpoint, `${origin}/${tenantId}/oauth2/v2.0/token`);
  assert.equal(metadata.authorization_endpoint, `${origin}/${tenantId}/oauth2/v2.0/authorize`);
  assert.equal(metadata.end_session_endpoint, `${origin}/${tenantId}/oauth2/v2.0/logout`);
  assert.equal(metadata.jwks_uri, `${origin}/${tenantId}/discovery/v2.0/keys`);
  assert.deepEqual(metadata.response_types_supported, ['code']);
  assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
  assert.deepEqual(metadata.id_token_signing_alg_values_supported, ['RS256']);
  assert.deepEqual(metadata.grant_types_supported, [
    'authorization_code',
    'refresh_token',
    'client_credentials',
  ]);
  for (const [name, value] of Object.entries(metadata))
    if (name.endsWith('_endpoint') || name.endsWith('_uri'))
      assert.equal(new URL(String(value)).origin, origin, name);
});

test('no host that a client names gets into the metadata', async () => {
  const { pathname } = new URL(idp.metadataUrl);
  for (const [path, headers] of [
    [pathname, { host: 'evil.example' }],
    [pathname, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    [`http://evil.example${pathname}`, {}],
  ] as const) {
    const { port } = new URL(origin);
    const body = await text(request({ host: '127.0.0.1', port, path, headers }));
    assert.match(body, /token_endpoint/);
    assert.doesNotMatch(body, /evil/);
  }
});

test('the JWKS holds public keys only', async () => {
  const jwks = await json(idp.jwksUrl);
  const published = [...jwks.keys].map((key) => Object.keys(key).sort());
  assert.deepEqual(published, [['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  assert.deepEqual(jwks, idp.jwks());
});

test('metadata and keys are open to scripts of every origin, tokens to those of the client', async () => {
  const headers = { origin: 'http://localhost:5173' };
  for (const url of [idp.metadataUrl, idp.jwksUrl]) {
    const response = await fetch(url, { headers });
    assert.equal(response.headers.get('access-control-allow-origin'), headers.origin);
  }
  const ask = (from: string): Promise<Response> =>
    fetch(idp.tokenUrl, {
      method: 'POST',
      headers: { origin: from },
      body: new URLSearchParams({
        client_id: spa.clientId,
        grant_type: 'refresh_token',
        refresh_token: 'x',
      }),
    });
  const own = await ask('http://localhost:5173');
  assert.equal(own.headers.get('access-control-allow-origin'), 'http://localhost:5173');
  const foreign = await ask('https://evil.example');
  assert.equal(foreign.headers.get('access-control-allow-origin'), null);
});

test('paths are those of the tenant only', async () => {
  const upper = idp.metadataUrl.replace(tenantId, tenantId.toUpperCase());
  assert.equal((await json(upper)).issuer, idp.issuer);
  const other = await fetch(idp.metadataUrl.replace(tenantId, 'contoso.example'));
  assert.equal(other.status, 400);
  assert.match(await other.text(), /"invalid_tenant".*AADSTS90002: Tenant 'contoso.example'/);
  for (const path of ['/', '/.well-known/openid-configuration', `/${tenantId}/login`, '/%', '//']) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
});

test('a wrong method is answered with 405 and the right ones', async () => {
  const response = await fetch(idp.tokenUrl);
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
  assert.match(await response.text(), /AADSTS900561/);
  assert.equal((await fetch(idp.jwksUrl, { method: 'HEAD' })).status, 200);
});

test('a new signing key takes over, earlier tokens still verify until their key is retired', async () => {
  const [before] = idp.jwks().keys;
  const oldToken = await token();
  const cached = createRemoteJWKSet(new URL(idp.jwksUrl), { cooldownDuration: 0 });
  await jwtVerify(oldToken, cached);
  await idp.rotateKeys();
  const newToken = await token();
  const { protectedHeader } = await jwtVerify(newToken, cached);
  assert.notEqual(protectedHeader.kid, before?.kid);
  assert.equal(protectedHeader.kid, idp.jwks().keys[0]?.kid);
  await jwtVerify(oldToken, createRemoteJWKSet(new URL(idp.jwksUrl)));
  await idp.rotateKeys({ retire: true });
  assert.equal(idp.jwks().keys.length, 1);
  await assert.rejects(jwtVerify(newToken, createLocalJWKSet(idp.jwks())), {
    code: 'ERR_JWKS_NO_MATCHING_KEY',
  });
});

test('the same provider serves https, with Secure cookies and https URLs', async () => {
  const world = { now: Date.now, randomBytes };
  const ca = await DevelopmentCa.create(world);
  const own = await ca.issueServer({ names: ['localhost'] });
  const server = createServer({ cert: own.certificatePem, key: own.privateKeyPem });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const secure = await createIdentityProvider({
    ...sample,
    publicOrigin: `https://localhost:${port}`,
    keys: tenant.keys,
    world,
  });
  server.on('request', secure.handler);
  try {
    const url = new URL(secure.authorizeUrl);
    url.search = `client_id=${spa.clientId}&redirect_uri=http://localhost:5173/&response_type=code&scope=openid&code_challenge=${'x'.repeat(43)}&code_challenge_method=S256`;
    const connection = { ca: ca.certificatePem, agent: false, host: '127.0.0.1' };
    const response = await answer(secureRequest(url, { ...connection, servername: 'localhost' }));
    response.resume();
    assert.equal(response.statusCode, 303);
    const location = new URL(response.headers.location ?? '', url);
    assert.match(location.pathname, new RegExp(`^/${tenantId}/login/`));
    for (const cookie of response.headers['set-cookie'] ?? []) assert.match(cookie, /; secure/);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a failure of the provider is told to its owner, the caller sees server_error only', async () => {
  const failing = await startTenant();
  try {
    // The clock is the one part of the world that a token cannot do without; it fails once.
    const { ms } = failing.clock;
    let reads = 0;
    Object.defineProperty(failing.clock, 'ms', {
      get() {
        if (reads++ === 0) throw new Error('secret detail of the clock');
        return ms;
      },
    });
    const response = await fetch(failing.idp.tokenUrl, { method: 'POST', body: tokenRequest() });
    assert.equal(response.status, 500);
    const body = await response.text();
    assert.match(body, /"server_error".*AADSTS50000/);
    assert.doesNotMatch(body, /secret detail|node_modules/);
    assert.match(String(failing.failures[0]), /secret detail of the clock/);
  } finally {
    await failing.close();
  }
});

test('nothing was printed', () => {
  for (const method of printed) assert.deepEqual(method.mock.calls, []);
});

async function answer(sent: ClientRequest): Promise<IncomingMessage> {
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

async function text(sent: ClientRequest): Promise<string> {
  return Buffer.concat(await (await answer(sent)).toArray()).toString();
}

async function json(url: string): Promise<Record<string, unknown> & { keys: object[] }> {
  const response = await fetch(url);
  assert.equal(response.status, 200);
  return (await response.json()) as Record<string, unknown> & { keys: object[] };
}

async function token(): Promise<string> {
  const response = await fetch(idp.tokenUrl, { method: 'POST', body: tokenRequest() });
  return ((await response.json()) as { access_token: string }).access_token;
}

function tokenRequest(): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: daemon.clientId,
    client_secret: daemon.secret,
    scope: 'api://orders/.default',
  });
}
