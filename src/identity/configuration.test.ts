import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { checkConfiguration, IdentityConfigurationError } from './configuration.ts';
import { createIdentityProvider } from './identityProvider.ts';
import { checkSigningKeys } from './signingKeys.ts';
import { ada, daemon, sample, spa, web } from './tenant.fixture.ts';

const right = { ...sample, publicOrigin: 'https://localhost:8443' };

test('the sample tenant is right', () => {
  checkConfiguration(right);
});

test('everything that is wrong is told at once', () => {
  const problems = problemsOf(() =>
    checkConfiguration({ ...right, tenantId: 'contoso', publicOrigin: 'https://localhost/idp' }),
  );
  assert.deepEqual(problems, [
    'tenantId must be a GUID in lower case',
    'publicOrigin must be an http or https origin without a path, such as https://localhost:8443',
  ]);
});

const mistakes: [string, Partial<typeof right>, RegExp][] = [
  [
    'a client id with a slash',
    { clients: [{ ...daemon, clientId: 'a/b' }] },
    /client 'a\/b' needs an id/,
  ],
  [
    'an object id that is no GUID',
    { clients: [{ ...daemon, objectId: 'x' }] },
    /objectId that is a GUID/,
  ],
  [
    'two clients with one id',
    { clients: [daemon, { ...web, clientId: daemon.clientId }] },
    /is used more than once/,
  ],
  [
    'a user with the object id of a client',
    { clients: [daemon], users: [{ ...ada, objectId: daemon.objectId }] },
    /objectId '.*' is used more than once/,
  ],
  [
    'a secret with a line break',
    { clients: [{ ...daemon, secret: 'a\nb' }] },
    /has an unusable secret/,
  ],
  ['an empty secret', { clients: [{ ...daemon, secret: '' }] }, /has an unusable secret/],
  [
    'an http redirect to another machine',
    { clients: [{ ...web, redirectUris: ['http://web.example/'] }] },
    /must be https or on localhost/,
  ],
  [
    'a redirect with a fragment',
    { clients: [{ ...spa, redirectUris: ['https://a.example/#x'] }] },
    /without a fragment/,
  ],
  [
    'a redirect to a script',
    { clients: [{ ...spa, redirectUris: ['javascript:alert(1)'] }] },
    /must be https/,
  ],
  [
    'a private scheme for a client with a secret',
    { clients: [{ ...web, redirectUris: ['com.example.app:/cb'] }] },
    /must be https/,
  ],
  [
    'a relative redirect',
    { clients: [{ ...spa, redirectUris: ['/cb'] }] },
    /is not an absolute URI/,
  ],
  [
    'a role of an unknown resource',
    { users: [{ ...ada, appRoles: { 'api://pay': ['Pay'] } }] },
    /'api:\/\/pay', which is not a resource/,
  ],
  [
    'a role that is not declared',
    { clients: [{ ...daemon, appRoles: { 'api://orders': ['Nope'] } }] },
    /does not declare/,
  ],
  ['an empty password', { users: [{ ...ada, password: '' }] }, /has an empty password/],
  [
    'a resource that is no URI',
    { resources: [{ identifierUri: 'orders' }] },
    /must be an absolute URI/,
  ],
  [
    'a resource with a slash at its end',
    { resources: [{ identifierUri: 'api://orders/' }] },
    /slash at the end/,
  ],
  [
    'a scope with a slash',
    { resources: [{ identifierUri: 'api://a', scopes: ['a/b'] }] },
    /cannot declare 'a\/b'/,
  ],
  [
    'a scope called .default',
    { resources: [{ identifierUri: 'api://a', scopes: ['.default'] }] },
    /cannot declare '.default'/,
  ],
  [
    'a lifetime of nothing',
    { resources: [{ identifierUri: 'api://a', accessTokenSeconds: 0 }] },
    /positive whole number/,
  ],
  [
    'two resources of one name',
    { resources: [{ identifierUri: 'api://a' }, { identifierUri: 'api://a' }] },
    /resource 'api:\/\/a' is used more than once/,
  ],
];

for (const [name, change, problem] of mistakes)
  test(`${name} is a problem`, () => {
    const withoutRoles = { clients: [], users: [], ...change };
    const all = problemsOf(() => checkConfiguration({ ...right, ...withoutRoles }));
    assert.equal(all.length, 1, all.join('\n'));
    assert.match(all[0] ?? '', problem);
  });

test('what is right here is right for the library, too', async () => {
  const numbered = (n: number): { clientId: string; objectId: string } => ({
    clientId: `client.${n}`,
    objectId: ada.objectId.replace(/1$/, String(n)),
  });
  const clients = [
    web,
    spa,
    { ...spa, ...numbered(3), redirectUris: ['msalapp://auth', 'com.example.app:/cb'] },
    { ...spa, ...numbered(4), redirectUris: ['https://a.example/', 'http://localhost/', 'a.b:/'] },
    { ...spa, ...numbered(5), redirectUris: ['https://localhost:8443/cb', 'http://127.0.0.1/'] },
    { ...web, ...numbered(6), secret: '"!~ \\' },
    { ...spa, ...numbered(7), postLogoutRedirectUris: ['https://[::1]/'] },
  ];
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = { now: Date.now, randomBytes };
  const configuration = { ...sample, clients, publicOrigin, world };
  const idp = await createIdentityProvider(configuration);
  server.on('request', idp.handler);
  for (const { clientId, redirectUris } of clients)
    for (const redirectUri of redirectUris) {
      const url = new URL(idp.authorizeUrl);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      }).toString();
      const response = await fetch(url, { redirect: 'manual' });
      assert.match(response.headers.get('location') ?? '', /\/login\//, redirectUri);
    }
  server.close();
  server.closeAllConnections();
});

test('signing keys are private RSA keys of 2048 bits with a kid each', () => {
  const key = (bits: number): object =>
    generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ format: 'jwk' });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  });
  assert.deepEqual(
    problemsOf(() =>
      checkSigningKeys([
        { ...key(1024), kid: 'a' },
        { ...ec, kid: 'b' },
        { kid: 'b' },
        { kid: '' },
      ]),
    ),
    [
      'keys[0] is not a private RSA key of 2048 bits or more',
      'keys[1] is not a private RSA key of 2048 bits or more',
      "keys[2] repeats the kid 'b'",
      'keys[3] has no kid',
    ],
  );
  assert.deepEqual(
    problemsOf(() => checkSigningKeys([])),
    ['keys is empty'],
  );
});

function problemsOf(action: () => void): readonly string[] {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof IdentityConfigurationError);
    return error.problems;
  }
  return [];
}
