import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import { daemon, ordersAppId, spa, startTenant, tenantId } from './tenant.fixture.ts';

const tenant = await startTenant();
const { idp } = tenant;
after(() => tenant.close());
const keys = createRemoteJWKSet(new URL(idp.jwksUrl));
const insecure = { execute: [openid.allowInsecureRequests] };
const scope = 'api://orders/.default';

test('a client gets a token for a resource through a certified library, and jose verifies it', async () => {
  const config = await openid.discovery(
    new URL(idp.issuer),
    daemon.clientId,
    daemon.secret,
    undefined,
    insecure,
  );
  const response = await openid.clientCredentialsGrant(config, { scope });
  assert.equal(response.expires_in, 600);
  assert.equal(response.token_type, 'bearer');
  assert.equal(response.refresh_token, undefined);
  const { payload, protectedHeader } = await jwtVerify(response.access_token, keys, {
    issuer: idp.issuer,
    audience: 'api://orders',
    algorithms: ['RS256'],
  });
  assert.equal(protectedHeader.kid, idp.jwks().keys[0]?.kid);
  assert.equal(protectedHeader.typ, 'JWT');
  const { iat, uti, ...claims } = payload;
  assert.equal(iat, Math.floor(tenant.clock.ms / 1000));
  assert.match(String(uti), /^[\w-]{20,}$/);
  assert.deepEqual(claims, {
    aud: 'api://orders',
    iss: idp.issuer,
    nbf: iat,
    exp: iat! + 600,
    appid: daemon.clientId,
    azp: daemon.clientId,
    azpacr: '1',
    idtyp: 'app',
    oid: daemon.objectId,
    sub: daemon.objectId,
    roles: ['Orders.Read.All'],
    tid: tenantId,
    ver: '2.0',
  });
});

test('a client may prove itself with HTTP Basic', async () => {
  const config = await openid.discovery(
    new URL(idp.issuer),
    daemon.clientId,
    undefined,
    openid.ClientSecretBasic(daemon.secret),
    insecure,
  );
  const { access_token: token } = await openid.clientCredentialsGrant(config, { scope });
  assert.equal((await jwtVerify(token, keys)).payload.azp, daemon.clientId);
});

test('aud is the name by which the resource was asked for: its URI or its application id', async () => {
  const { body } = await askToken({ scope: `${ordersAppId}/.default` });
  assert.equal((await jwtVerify(body.access_token, keys)).payload.aud, ordersAppId);
});

test('roles of one resource do not show in tokens for another', async () => {
  const { body } = await askToken({ scope: 'api://inventory/.default' });
  const { payload } = await jwtVerify(body.access_token, keys);
  assert.equal(payload.aud, 'api://inventory');
  assert.equal('roles' in payload, false);
  assert.equal(payload.exp! - payload.iat!, 3600);
});

test('the clock of the world stamps access tokens', async () => {
  tenant.clock.ms += 5 * 3600_000;
  const { body } = await askToken({ scope });
  tenant.clock.ms -= 5 * 3600_000;
  assert.equal(decodeProtectedHeader(body.access_token).alg, 'RS256');
  await assert.rejects(jwtVerify(body.access_token, keys), { claim: 'nbf' });
});

const refusals: {
  name: string;
  parameters: Record<string, string>;
  status: number;
  error: string;
  code: number;
}[] = [
  {
    name: 'a wrong secret',
    parameters: { scope, client_secret: 'daemon-secret' },
    status: 401,
    error: 'invalid_client',
    code: 7000215,
  },
  {
    name: 'no secret',
    parameters: { scope, client_secret: '' },
    status: 401,
    error: 'invalid_client',
    code: 7000218,
  },
  {
    name: 'a client that does not exist',
    parameters: { scope, client_id: 'nobody' },
    status: 400,
    error: 'unauthorized_client',
    code: 700016,
  },
  {
    name: 'a public client',
    parameters: { scope, client_id: spa.clientId, client_secret: '' },
    status: 401,
    error: 'invalid_client',
    code: 7000218,
  },
  {
    name: 'a public client with a secret',
    parameters: { scope, client_id: spa.clientId },
    status: 401,
    error: 'invalid_client',
    code: 700025,
  },
  {
    name: 'a resource that does not exist',
    parameters: { scope: 'api://payroll/.default' },
    status: 400,
    error: 'invalid_resource',
    code: 500011,
  },
  {
    name: 'a resource in other letters',
    parameters: { scope: 'API://orders/.default' },
    status: 400,
    error: 'invalid_resource',
    code: 500011,
  },
  {
    name: 'a single permission',
    parameters: { scope: 'api://orders/Orders.Read' },
    status: 400,
    error: 'invalid_scope',
    code: 1002012,
  },
  {
    name: 'a scope without a resource',
    parameters: { scope: 'orders' },
    status: 400,
    error: 'invalid_scope',
    code: 1002012,
  },
  {
    name: 'a scope that is only .default',
    parameters: { scope: '/.default' },
    status: 400,
    error: 'invalid_scope',
    code: 70011,
  },
  {
    name: 'two resources',
    parameters: { scope: 'api://orders/.default api://inventory/.default' },
    status: 400,
    error: 'invalid_scope',
    code: 28000,
  },
  { name: 'no scope', parameters: {}, status: 400, error: 'invalid_request', code: 900144 },
  {
    name: 'an empty scope',
    parameters: { scope: '' },
    status: 400,
    error: 'invalid_request',
    code: 900144,
  },
  {
    name: 'a scope of forbidden characters',
    parameters: { scope: 'api://orders/"' },
    status: 400,
    error: 'invalid_scope',
    code: 70011,
  },
  {
    name: 'the resource parameter beside scopes',
    parameters: { scope, resource: 'api://inventory' },
    status: 400,
    error: 'invalid_request',
    code: 901002,
  },
  {
    name: 'the password grant',
    parameters: { scope, grant_type: 'password' },
    status: 400,
    error: 'unsupported_grant_type',
    code: 70003,
  },
  {
    name: 'no grant type',
    parameters: { scope, grant_type: '' },
    status: 400,
    error: 'invalid_request',
    code: 900144,
  },
];

for (const { name, parameters, status, error, code } of refusals)
  test(`${name} is refused with AADSTS${code}`, async () => {
    const answer = await askToken(parameters);
    assert.equal(answer.body.error, error);
    assert.deepEqual(answer.body.error_codes, [code]);
    assert.equal(answer.status, status);
    assert.match(answer.body.error_description, new RegExp(`^AADSTS${code}: `));
    assert.equal('access_token' in answer.body, false);
  });

test('an error has the form of Entra, and repeats the correlation id of the client', async () => {
  const id = '5f2b3c1e-0d4a-4b6e-9c8f-7a6b5c4d3e2f';
  const { body, headers } = await askToken({ scope: 'x' }, { 'client-request-id': id });
  assert.deepEqual(Object.keys(body), [
    'error',
    'error_description',
    'error_codes',
    'timestamp',
    'trace_id',
    'correlation_id',
  ]);
  assert.equal(body.correlation_id, id);
  assert.match(body.timestamp, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
  assert.ok(
    body.error_description.endsWith(
      ` Trace ID: ${body.trace_id} Correlation ID: ${id} Timestamp: ${body.timestamp}`,
    ),
  );
  assert.equal(headers.get('cache-control'), 'no-store');
  const other = await askToken({ scope: 'x' }, { 'client-request-id': '<script>' });
  assert.match(other.body.correlation_id, /^[0-9a-f-]{36}$/);
});

test('no refusal was a failure of the provider, and none showed a secret or a stack', async () => {
  for (const { parameters } of refusals) {
    const text = JSON.stringify(await askToken(parameters));
    assert.doesNotMatch(text, /daemon-secret|node_modules|\bat .*:\d+:\d+/);
  }
  assert.deepEqual(tenant.failures, []);
});

interface Answer {
  status: number;
  headers: Headers;
  body: Record<
    'access_token' | 'error' | 'error_description' | 'timestamp' | 'trace_id' | 'correlation_id',
    string
  > & {
    error_codes: number[];
  };
}

/** A client credentials request of the daemon, changed by `parameters`; an empty one is left out. */
async function askToken(
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const all = {
    grant_type: 'client_credentials',
    client_id: daemon.clientId,
    client_secret: daemon.secret,
    ...parameters,
  };
  const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  const response = await fetch(idp.tokenUrl, { method: 'POST', body, headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
}
