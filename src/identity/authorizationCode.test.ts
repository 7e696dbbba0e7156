import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import * as openid from 'openid-client';
import { Browser, type Visit } from './browser.fixture.ts';
import { ada, grace, ordersAppId, spa, startTenant, tenantId, web } from './tenant.fixture.ts';

const tenant = await startTenant();
const { idp } = tenant;
after(() => tenant.close());
const keys = createRemoteJWKSet(new URL(idp.jwksUrl), { cooldownDuration: 0 });
const insecure = { execute: [openid.allowInsecureRequests] };
const spaConfig = await openid.discovery(
  new URL(idp.issuer),
  spa.clientId,
  undefined,
  openid.None(),
  insecure,
);
const webConfig = await openid.discovery(
  new URL(idp.issuer),
  web.clientId,
  web.secret,
  undefined,
  insecure,
);
const read = 'api://orders/Orders.Read';
const spaRedirect = spa.redirectUris[0]!;
const webRedirect = web.redirectUris[0]!;

let browser: Browser;
beforeEach(() => {
  browser = new Browser(tenant.origin);
});

test('a user signs in to a public client with PKCE and gets tokens in the shape of Entra', async () => {
  const tokens = await signInToSpa(`openid profile email offline_access ${read}`);
  assert.equal(tokens.expires_in, 600);
  assert.equal(tokens.scope, read);
  const { iat, exp, uti, ...claims } = await verify(tokens.access_token, 'api://orders');
  assert.equal(exp! - iat!, 600);
  assert.ok(uti);
  assert.deepEqual(claims, {
    aud: 'api://orders',
    iss: idp.issuer,
    nbf: iat,
    appid: spa.clientId,
    azp: spa.clientId,
    azpacr: '0',
    name: 'Ada Lovelace',
    preferred_username: 'ada@contoso.example',
    oid: ada.objectId,
    sub: ada.objectId,
    roles: ['Orders.Admin'],
    scp: 'Orders.Read',
    tid: tenantId,
    ver: '2.0',
  });
  const id = tokens.claims();
  assert.equal(id?.aud, spa.clientId);
  assert.equal(id?.sub, ada.objectId);
  assert.equal(id?.oid, ada.objectId);
  assert.equal(id?.tid, tenantId);
  assert.equal(id?.preferred_username, 'ada@contoso.example');
  assert.equal(id?.email, 'ada@mail.example');
});

test('.default stands for every permission of the resource', async () => {
  const tokens = await signInToSpa(`openid ${ordersAppId}/.default`);
  const claims = await verify(tokens.access_token, ordersAppId);
  assert.equal(claims.scp, 'Orders.Read Orders.Write');
});

test('a client that asks for no resource can read userinfo and nothing else', async () => {
  const tokens = await signInToSpa('openid email');
  const info = await openid.fetchUserInfo(spaConfig, tokens.access_token, ada.objectId);
  assert.equal(info.email, 'ada@mail.example');
  assert.equal(info.name, undefined);
});

test('a confidential client needs its secret, and PKCE only if it began with it', async () => {
  const url = openid.buildAuthorizationUrl(webConfig, {
    redirect_uri: webRedirect,
    scope: `openid ${read}`,
    state: 's',
  });
  const callback = await choose(await browser.visit(url), grace);
  const tokens = await openid.authorizationCodeGrant(webConfig, callback, { expectedState: 's' });
  const claims = await verify(tokens.access_token, 'api://orders');
  assert.equal(claims.azpacr, '1');
  assert.equal(claims.oid, grace.objectId);
  assert.equal('roles' in claims, false);
});

test('without offline_access there is no refresh token', async () => {
  assert.equal((await signInToSpa(`openid ${read}`)).refresh_token, undefined);
});

test('a refresh token is good for one use; the second use ends the whole grant', async () => {
  const first = await signInToSpa(`openid offline_access ${read}`);
  const second = await openid.refreshTokenGrant(spaConfig, first.refresh_token!);
  assert.notEqual(second.refresh_token, first.refresh_token);
  const claims = await verify(second.access_token, 'api://orders');
  assert.equal(claims.scp, 'Orders.Read');
  await refusedWith(openid.refreshTokenGrant(spaConfig, first.refresh_token!), 54005);
  await refusedWith(openid.refreshTokenGrant(spaConfig, second.refresh_token!), 70000);
});

test('of two uses of a refresh token at the same time only one succeeds', async () => {
  const { refresh_token: token } = await signInToSpa(`offline_access ${read}`);
  const uses = [1, 2, 3].map(() => openid.refreshTokenGrant(spaConfig, token!));
  const outcomes = await Promise.allSettled(uses);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a refresh token serves its own client and its own scopes only', async () => {
  const { refresh_token: token } = await signInToSpa(`offline_access ${read}`);
  await refusedWith(openid.refreshTokenGrant(webConfig, token!), 70000);
  const wider = { scope: `${read} api://orders/Orders.Write` };
  await refusedWith(openid.refreshTokenGrant(spaConfig, token!, wider), 70011);
});

test('refresh tokens and sessions outlive a rotation of keys', async () => {
  const { refresh_token: token } = await signInToSpa(`offline_access ${read}`);
  await idp.rotateKeys();
  const { access_token: renewed } = await openid.refreshTokenGrant(spaConfig, token!);
  const fresh = createRemoteJWKSet(new URL(idp.jwksUrl));
  const { protectedHeader } = await jwtVerify(renewed, fresh);
  assert.equal(protectedHeader.kid, idp.jwks().keys[0]?.kid);
  assert.ok((await visitSpa(read, {})).visit.url.searchParams.get('code'));
});

test('a refresh token and a code expire', async () => {
  const { refresh_token: token } = await signInToSpa(`offline_access ${read}`);
  const { callback, verifier } = await spaCallback(read);
  tenant.clock.ms += 15 * 24 * 3600_000;
  await refusedWith(openid.refreshTokenGrant(spaConfig, token!), 70000);
  await refusedWith(redeem(callback, verifier), 70000);
  tenant.clock.ms -= 15 * 24 * 3600_000;
});

test('an authorization code is good for one use; the second use ends its refresh token', async () => {
  const { callback, verifier } = await spaCallback(`offline_access ${read}`);
  const { refresh_token: token } = await redeem(callback, verifier);
  await refusedWith(redeem(callback, verifier), 54005);
  await refusedWith(openid.refreshTokenGrant(spaConfig, token!), 70000);
});

test('a code without its verifier, or with another one, is worth nothing', async () => {
  const { callback, verifier } = await spaCallback(read);
  await refusedWith(redeem(callback, openid.randomPKCECodeVerifier()), 501481);
  const code = callback.searchParams.get('code') ?? '';
  const bare = await postToken({ code, redirect_uri: spaRedirect, client_id: spa.clientId });
  assert.deepEqual(bare.error_codes, [501481]);
  assert.ok((await redeem(callback, verifier)).access_token);
});

test('a code is bound to the redirect URI that it was sent to', async () => {
  const { callback, verifier } = await spaCallback(read);
  const body = await postToken({
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: 'http://localhost:9999/',
    client_id: spa.clientId,
    code_verifier: verifier,
  });
  assert.deepEqual(body.error_codes, [500112]);
});

test('a public client without PKCE, or with plain, is refused', async () => {
  for (const challenge of [
    {},
    { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
  ]) {
    const parameters = { redirect_uri: spaRedirect, scope: read, state: 'mine', ...challenge };
    const { url } = await browser.visit(openid.buildAuthorizationUrl(spaConfig, parameters));
    assert.equal(url.href.startsWith(spaRedirect), true);
    assert.equal(url.searchParams.get('error'), 'invalid_request');
    assert.equal(url.searchParams.get('state'), 'mine');
    assert.equal(url.searchParams.get('iss'), idp.issuer);
  }
});

test('an unknown redirect URI gets a page here and no redirect', async () => {
  for (const redirectUri of [
    'https://evil.example/callback',
    'https://web.example/callback/../evil',
    'https://web.example/callback?x',
    'http://localhost:3001/callback',
  ]) {
    const parameters = { redirect_uri: redirectUri, scope: 'openid' };
    const page = await browser.visit(openid.buildAuthorizationUrl(webConfig, parameters));
    assert.equal(page.status, 400, redirectUri);
    assert.equal(page.url.origin, tenant.origin);
    assert.match(page.html, /AADSTS50011/);
  }
});

test('the port of a loopback address is free for a public client, RFC 8252 §7.3', async () => {
  const { callback } = await spaCallback(read, 'http://localhost:61234/');
  assert.equal(callback.port, '61234');
});

test('unknown resources and permissions are told to the client with the AADSTS number', async () => {
  for (const [scope, error, code] of [
    ['api://payroll/Pay', 'invalid_resource', 500011],
    ['api://orders/Orders.Delete', 'invalid_scope', 650053],
    [`${read} api://inventory/Stock.Read`, 'invalid_scope', 28000],
    ['orders', 'invalid_scope', 70011],
  ] as const) {
    const { callback } = await spaCallback(scope);
    assert.equal(callback.searchParams.get('error'), error);
    assert.match(callback.searchParams.get('error_description') ?? '', new RegExp(`AADSTS${code}`));
  }
});

test('who signed in is not asked again, unless the client wants it', async () => {
  await signInToSpa(`openid ${read}`);
  const again = await visitSpa(read, {});
  assert.ok(again.visit.url.searchParams.get('code'));
  const silent = await visitSpa(`offline_access ${read}`, { prompt: 'none' });
  assert.ok((await redeem(silent.visit.url, silent.verifier)).refresh_token);
  for (const prompt of ['login', 'select_account']) {
    const { visit } = await visitSpa(read, { prompt });
    assert.match(visit.html, /Pick an account/, prompt);
  }
  const consent = await visitSpa(read, { prompt: 'consent' });
  assert.ok(consent.visit.url.searchParams.get('code'));
});

test('a stranger is not signed in silently', async () => {
  const { visit } = await visitSpa(read, { prompt: 'none' });
  assert.equal(visit.url.searchParams.get('error'), 'login_required');
});

test('after signing out the user is asked again', async () => {
  await signInToSpa(`openid ${read}`);
  const logout = new URL(spaConfig.serverMetadata().end_session_endpoint!);
  const page = await browser.visit(logout);
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
  assert.match((await browser.submit(page, { logout: 'yes' })).html, /Signed out/);
  assert.match((await visitSpa(read, {})).visit.html, /Pick an account/);
});

/** Signs Ada in to the single-page application and redeems the code. */
async function signInToSpa(scope: string): ReturnType<typeof openid.authorizationCodeGrant> {
  const { callback, verifier } = await spaCallback(scope);
  return redeem(callback, verifier);
}

/** Where the browser ends up when Ada signs in, or at once when there is nothing to ask. */
async function spaCallback(
  scope: string,
  redirectUri = spaRedirect,
): Promise<{ callback: URL; verifier: string }> {
  const { visit, verifier } = await visitSpa(scope, { redirect_uri: redirectUri });
  const isPage = visit.url.origin === tenant.origin;
  return { callback: isPage ? await choose(visit, ada) : visit.url, verifier };
}

async function visitSpa(
  scope: string,
  parameters: Record<string, string>,
): Promise<{ visit: Visit; verifier: string }> {
  const verifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(spaConfig, {
    redirect_uri: spaRedirect,
    scope,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { visit: await browser.visit(url), verifier };
}

async function choose(page: Visit, user: { objectId: string; password?: string }): Promise<URL> {
  const fields = { user: user.objectId, password: user.password ?? '' };
  return (await browser.submit(page, fields)).url;
}

function redeem(callback: URL, verifier: string): ReturnType<typeof openid.authorizationCodeGrant> {
  return openid.authorizationCodeGrant(spaConfig, callback, { pkceCodeVerifier: verifier });
}

async function postToken(parameters: Record<string, string>): Promise<{ error_codes: number[] }> {
  const body = new URLSearchParams({ grant_type: 'authorization_code', ...parameters });
  const response = await fetch(idp.tokenUrl, { method: 'POST', body });
  return (await response.json()) as { error_codes: number[] };
}

async function verify(token: string, audience: string): Promise<JWTPayload> {
  const options = { issuer: idp.issuer, audience, algorithms: ['RS256'] };
  return (await jwtVerify(token, keys, options)).payload;
}

async function refusedWith(answer: Promise<unknown>, code: number): Promise<void> {
  await assert.rejects(answer, (error: unknown) => {
    assert.ok(error instanceof openid.ResponseBodyError, String(error));
    assert.match(error.error_description ?? '', new RegExp(`^AADSTS${code}: `));
    return true;
  });
}
