import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointOf, tenantOf } from './entraTenant.ts';

const id = '11112222-aaaa-3333-bbbb-4444cccc5555';
const urlOf = (tenant: string, endpoint?: string): string | undefined =>
  tenantOf(tenant, endpoint)?.metadataUrl.replace('/v2.0/.well-known/openid-configuration', '');

test('a tenant is an id, a domain, a name for several, or an address', () => {
  const home = 'https://login.microsoftonline.com';
  for (const [text, url] of [
    [id, `${home}/${id}`],
    [id.toUpperCase(), `${home}/${id.toUpperCase()}`],
    [' contoso.onmicrosoft.com ', `${home}/contoso.onmicrosoft.com`],
    ['common', `${home}/common`],
    ['https://contoso.onmicrosoft.com', `${home}/contoso.onmicrosoft.com`],
    ['https://contoso.onmicrosoft.com/', `${home}/contoso.onmicrosoft.com`],
    ['https://login.microsoftonline.com/organizations', `${home}/organizations`],
    [`https://login.microsoftonline.com/${id}/v2.0`, `${home}/${id}`],
    [`https://sts.windows.net/${id}/`, `${home}/${id}`],
    [`https://login.microsoftonline.us/${id}`, `https://login.microsoftonline.us/${id}`],
  ] as const) {
    assert.equal(urlOf(text), url, text);
  }
});

test('the endpoint that the policy names is asked, whatever the address of the tenant says', () => {
  const endpoint = 'http://localhost:8080';
  assert.equal(urlOf(id, endpoint), `${endpoint}/${id}`);
  assert.equal(urlOf(`${endpoint}/${id}`, endpoint), `${endpoint}/${id}`);
  assert.equal(urlOf(`https://login.microsoftonline.com/${id}`, endpoint), `${endpoint}/${id}`);
});

test('what could lead to another place than the keys of a tenant is no tenant', () => {
  for (const text of [
    '',
    ' ',
    '.',
    '..',
    '../x',
    'a/b',
    'a?b',
    'a#b',
    'a b',
    'a@b',
    'a%2fb',
    'a:80',
    'a'.repeat(300),
    'https://',
    'https://login.microsoftonline.com',
    'https://login.microsoftonline.com/',
    'https://evil.test/contoso',
    `https://login.microsoftonline.com@evil.test/${id}`,
    `https://login.microsoftonline.com/${id}?x=1`,
    `https://login.microsoftonline.com/${id}/discovery`,
    `https://login.microsoftonline.com/a/../${id}/x`,
    `https://login-microsoftonline.com/${id}`,
    'javascript:alert(1)',
  ]) {
    assert.equal(tenantOf(text), undefined, text);
  }
});

test('only organizations leaves personal accounts out', () => {
  const allows = (text: string): boolean | undefined => tenantOf(text)?.allowsPersonalAccounts;
  assert.equal(allows('organizations'), false);
  assert.equal(allows('https://login.microsoftonline.com/Organizations'), false);
  assert.equal(allows('common'), true);
  assert.equal(allows(id), true);
});

test('an endpoint is a host or an origin, and not the misprint of the page', () => {
  assert.equal(endpointOf('login.microsoftonline.us'), 'https://login.microsoftonline.us');
  assert.equal(
    endpointOf(' https://login.microsoftonline.us/ '),
    'https://login.microsoftonline.us',
  );
  assert.equal(endpointOf('http://localhost:8080'), 'http://localhost:8080');
  for (const text of [
    '',
    'https://login-microsoftonline.com',
    'login-microsoftonline.com',
    'ftp://login.microsoftonline.us',
    'https://a.test/path',
    'https://a.test?x',
    'https://user@a.test',
    'a b',
  ])
    assert.equal(endpointOf(text), undefined, text);
});
