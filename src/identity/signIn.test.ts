import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { Browser, type Visit } from './browser.fixture.ts';
import { ada, grace, startTenant, web } from './tenant.fixture.ts';

const tenant = await startTenant();
const { idp } = tenant;
after(() => tenant.close());
const callback = web.redirectUris[0]!;

let browser: Browser;
let page: Visit;
beforeEach(async () => {
  browser = new Browser(tenant.origin);
  page = await browser.visit(authorize({}));
});

test('the page offers the users, names the client and escapes what it shows', () => {
  assert.equal(page.status, 200);
  assert.match(page.html, /Ada Lovelace<small>ada@contoso.example/);
  assert.match(page.html, /Grace Hopper<small>grace@contoso.example/);
  assert.match(page.html, /to continue to Web &lt;application&gt;/);
  assert.doesNotMatch(page.html, /correct horse/);
});

test('the page runs no script, loads nothing, and may not be framed or cached', () => {
  const style = /<style>([^<]*)<\/style>/.exec(page.html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(
    page.headers.get('content-security-policy'),
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' https://web.example; base-uri 'none'; frame-ancestors 'none'`,
  );
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  assert.doesNotMatch(page.html, /<script|\bsrc=|\burl\(|href=/);
});

test('cookies are kept from scripts and from other sites', async () => {
  const response = await fetch(authorize({}), { redirect: 'manual' });
  const cookies = response.headers.getSetCookie();
  assert.ok(cookies.length >= 2);
  for (const cookie of cookies) {
    assert.match(cookie, /; httponly/i);
    assert.match(cookie, /; samesite=lax/i);
  }
});

test('login_hint selects the user', async () => {
  const hinted = await browser.visit(authorize({ login_hint: grace.userPrincipalName }));
  assert.match(hinted.html, new RegExp(`value="${grace.objectId}" checked`));
});

test('the right password leads back to the client with 303, RFC 9700 §4.12', async () => {
  const done = await browser.submit(page, { user: ada.objectId, password: ada.password });
  assert.equal(done.status, 303);
  assert.equal(done.url.origin + done.url.pathname, callback);
  assert.ok(done.url.searchParams.get('code'));
  assert.equal(done.url.searchParams.get('state'), 'xyz');
});

test('a wrong password, or a user that does not exist, gets the same answer', async () => {
  for (const fields of [
    { user: ada.objectId, password: 'battery staple' },
    { user: ada.objectId, password: '' },
    { user: 'nobody', password: '' },
    { user: '', password: '' },
  ]) {
    const again = await browser.submit(page, fields);
    assert.equal(again.status, 400);
    assert.match(again.html, /AADSTS50126: Error validating credentials/);
  }
  const done = await browser.submit(page, { user: ada.objectId, password: ada.password });
  assert.ok(done.url.searchParams.get('code'));
});

test('ten wrong passwords lock the user for a minute, whoever tried', async () => {
  for (let i = 0; i < 10; i++)
    await browser.submit(page, { user: ada.objectId, password: `guess ${i}` });
  const right = { user: ada.objectId, password: ada.password };
  assert.match((await browser.submit(page, right)).html, /AADSTS50053/);
  const other = new Browser(tenant.origin);
  assert.match((await other.submit(await other.visit(authorize({})), right)).html, /AADSTS50053/);
  tenant.clock.ms += 61_000;
  assert.ok((await browser.submit(page, right)).url.searchParams.get('code'));
});

test('cancelling tells the client', async () => {
  const done = await browser.submit(page, { cancel: 'yes' });
  assert.equal(done.url.searchParams.get('error'), 'access_denied');
  assert.equal(done.url.searchParams.get('state'), 'xyz');
});

test('a sign-in page belongs to the browser that began it', async () => {
  const stranger = new Browser(tenant.origin);
  assert.match((await stranger.visit(page.url)).html, /AADSTS\d+/);
  const form = { user: ada.objectId, password: ada.password };
  const stolen = await stranger.submit(page, form);
  assert.equal(stolen.status, 400);
  assert.equal(stolen.url.origin, tenant.origin);
});

test('a form that is too large or of another type is refused', async () => {
  const large = await browser.submit(page, { user: 'x'.repeat(9000) });
  assert.equal(large.status, 400);
  assert.match(large.html, /AADSTS9002313/);
});

test('an answer by form_post has a script that its policy knows, and no other', async () => {
  const start = await browser.visit(authorize({ response_mode: 'form_post' }));
  const answer = await browser.submit(start, { user: grace.objectId });
  const script = /<script>([^<]*)<\/script>/.exec(answer.html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.ok(policy.includes(`'sha256-${hash}'`), policy);
  assert.match(policy, /default-src 'none'/);
  assert.match(answer.html, /action="https:\/\/web.example\/callback"/);
});

test('nothing here was a failure of the provider', () => {
  assert.deepEqual(tenant.failures, []);
});

function authorize(parameters: Record<string, string>): URL {
  const url = new URL(idp.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: web.clientId,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid api://orders/Orders.Read',
    state: 'xyz',
    ...parameters,
  }).toString();
  return url;
}
