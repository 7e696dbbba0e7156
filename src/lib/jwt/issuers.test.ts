import assert from 'node:assert/strict';
import test from 'node:test';
import { Jwt } from './claims.ts';
import { areEntraSiblings, isIssuerOf, vouchesFor } from './issuers.ts';

const tenant = '531ff96d-0ae9-462a-8d2d-bec7c0b42082';
const other = '4cdea387-4a31-46b1-b99a-c9e41aa989a3';
const v1 = (id: string): string => `https://sts.windows.net/${id}/`;
const v2 = (id: string): string => `https://login.microsoftonline.com/${id}/v2.0`;

function token(payload: Record<string, string | number>): Jwt {
  return new Jwt({}, payload, '');
}

test('JB-8: an issuer matches letter by letter', () => {
  const issuer = 'https://idp.contoso.example';
  assert.equal(isIssuerOf(issuer, token({ iss: issuer })), true);
  for (const iss of [
    `${issuer}/`,
    'https://IDP.contoso.example',
    'http://idp.contoso.example',
    '',
  ]) {
    assert.equal(isIssuerOf(issuer, token({ iss })), false, iss);
  }
  assert.equal(isIssuerOf(issuer, token({})), false);
  assert.equal(isIssuerOf(issuer, token({ iss: 1 })), false);
});

test("Entra's {tenantid} stands for the token's own tid", () => {
  const issuer = v2('{tenantid}');
  assert.equal(isIssuerOf(issuer, token({ iss: v2(tenant), tid: tenant })), true);
  assert.equal(isIssuerOf(issuer, token({ iss: v2(tenant), tid: other })), false);
  assert.equal(isIssuerOf(issuer, token({ iss: v2(tenant) })), false);
  assert.equal(isIssuerOf(v1('{tenantid}'), token({ iss: v1(tenant), tid: tenant })), true);
});

test('a tid that would change the shape of the issuer matches nothing', () => {
  const issuer = v2('{tenantid}');
  for (const tid of ['a/b', '', '..', '$&', 'a?b', 'a#b', '{tenantid}', ' ']) {
    assert.equal(
      isIssuerOf(issuer, token({ iss: issuer.replace('{tenantid}', () => tid), tid })),
      false,
      tid,
    );
  }
  assert.equal(isIssuerOf(issuer, token({ iss: v2('1'), tid: 1 })), false);
});

test('the two names of one Entra tenant are siblings, in each cloud, and nothing else is', () => {
  const china = `https://sts.chinacloudapi.cn/${tenant}/`;
  const chinaV2 = `https://login.partner.microsoftonline.cn/${tenant}/v2.0`;
  assert.equal(areEntraSiblings(v1(tenant), v2(tenant)), true);
  assert.equal(areEntraSiblings(v2(tenant), v1(tenant)), true);
  assert.equal(
    areEntraSiblings(v1(tenant), `https://login.microsoftonline.us/${tenant}/v2.0`),
    true,
  );
  assert.equal(areEntraSiblings(china, chinaV2), true);
  for (const [a, b] of [
    [v1(tenant), v2(other)],
    [v1(tenant), v1(tenant)],
    [v2(tenant), v2(tenant)],
    [v1(tenant), chinaV2],
    [v1('a/b'), v2('a/b')],
    [v1(''), v2('')],
    [`https://sts.windows.net.evil.example/${tenant}/`, v2(tenant)],
    [`${v1(tenant)}x`, v2(tenant)],
  ] as const) {
    assert.equal(areEntraSiblings(a, b), false, `${a} ${b}`);
  }
});

test('keys of an Entra tenant vouch for both of its names, others for their own issuer only', () => {
  assert.equal(vouchesFor(v2(tenant), token({ iss: v1(tenant) })), true);
  assert.equal(vouchesFor(v2('{tenantid}'), token({ iss: v1(tenant), tid: tenant })), true);
  assert.equal(vouchesFor(v2('{tenantid}'), token({ iss: v1(tenant), tid: other })), false);
  assert.equal(vouchesFor(v2(tenant), token({ iss: v1(other) })), false);
  assert.equal(vouchesFor('https://a.example', token({ iss: 'https://b.example' })), false);
  assert.equal(vouchesFor('https://a.example', token({})), false);
});
