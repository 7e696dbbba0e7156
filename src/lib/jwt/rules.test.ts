import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import test from 'node:test';
import type { JsonObject } from '../json/readJson.ts';
import { Jwt } from './claims.ts';
import { KeySet } from './KeySet.ts';
import { checkClaims } from './rules.ts';
import type { RequiredClaim, TokenRules } from './rules.ts';
import {
  anyToken,
  issue,
  newEc,
  now,
  nowMs,
  outcome,
  usable,
  verificationKey,
} from './tokens.fixture.ts';
import { hmacVerificationKey } from './VerificationKey.ts';
import type { Verdict } from './verify.ts';
import { verifyToken } from './verify.ts';

const secret = Buffer.alloc(32, 7);
const given = KeySet.given([usable(hmacVerificationKey(secret))]);

function judge(
  payload: object | string,
  rules: Partial<TokenRules> = {},
  header: object = {},
): Verdict {
  const body = typeof payload === 'string' ? payload : { exp: now + 60, ...payload };
  const token = issue({ ...header, alg: 'HS256' }, body, createSecretKey(secret));
  return verifyToken(token, { ...anyToken, ...rules }, [given], nowMs);
}

function reason(...args: Parameters<typeof judge>): string {
  return outcome(judge(...args));
}

function message(verdict: Verdict): string {
  assert.ok(!verdict.ok);
  return verdict.message;
}

test('AT-6: a token is refused from the second it expires', () => {
  assert.equal(reason({ exp: now + 1 }), 'accepted');
  assert.equal(reason({ exp: now }), 'TokenExpired');
  assert.equal(reason({ exp: now - 1 }), 'TokenExpired');
  assert.equal(reason({ exp: now + 0.5 }), 'accepted');
});

test('JB-15: exp and nbf are compared with the configured skew and no other', () => {
  assert.equal(reason({ exp: now - 59 }, { clockSkewSeconds: 60 }), 'accepted');
  assert.equal(reason({ exp: now - 60 }, { clockSkewSeconds: 60 }), 'TokenExpired');
  assert.equal(reason({ nbf: now }), 'accepted');
  assert.equal(reason({ nbf: now + 1 }), 'JwtInvalid');
  assert.equal(reason({ nbf: now + 60 }, { clockSkewSeconds: 60 }), 'accepted');
  assert.equal(reason({ nbf: now + 61, exp: now + 90 }, { clockSkewSeconds: 60 }), 'JwtInvalid');
  assert.equal(reason({}, { clockSkewSeconds: Number.NaN }), 'TokenExpired');
});

test('JB-15: huge, negative and textual times are refused', () => {
  for (const name of ['exp', 'nbf', 'iat']) {
    for (const value of [
      '1e300',
      '253402300800',
      '-1',
      '"1893456000"',
      'null',
      '[1]',
      '{}',
      'true',
    ]) {
      const exp = name === 'exp' ? '' : `"exp":${now + 60},`;
      const verdict = judge(`{${exp}"${name}":${value}}`);
      assert.equal(outcome(verdict), 'JwtInvalid', `${name} ${value}`);
      assert.match(message(verdict), /^IDX10224/);
    }
  }
  assert.equal(reason(`{"exp":1e999}`), 'JwtInvalid');
  assert.equal(reason({ exp: 253_402_300_799 }), 'accepted');
  assert.equal(reason({ iat: now - 1e6 }), 'accepted');
});

test('a token that starts after it expires is refused', () => {
  assert.equal(reason({ nbf: now + 20, exp: now + 10 }, { clockSkewSeconds: 100 }), 'JwtInvalid');
});

test('an expiration time is required unless the rules say otherwise', () => {
  assert.match(message(judge({ exp: undefined })), /^IDX10225/);
  assert.equal(reason({ exp: undefined }, { requireExpirationTime: false }), 'accepted');
  assert.equal(reason({ exp: now - 1 }, { requireExpirationTime: false }), 'TokenExpired');
});

test('JB-9 AT-4: an audience is required and matched when configured, as text or array', () => {
  const rules = { audiences: ['api://one', 'api://two'] };
  assert.equal(reason({ aud: 'api://two' }, rules), 'accepted');
  assert.equal(reason({ aud: ['x', 'api://one'] }, rules), 'accepted');
  for (const aud of [
    undefined,
    [],
    'x',
    ['x'],
    '',
    'api://one/',
    'API://one',
    'api://one api://two',
  ]) {
    assert.equal(reason({ aud }, rules), 'TokenAudienceNotAllowed', JSON.stringify(aud));
  }
  for (const aud of [null, 1, { a: 'api://one' }, ['api://one', 1], [['api://one']]]) {
    assert.equal(reason({ aud }, rules), 'JwtInvalid', JSON.stringify(aud));
  }
  assert.equal(reason({ aud: 'x' }), 'accepted');
  assert.equal(reason({ aud: 'x' }, { audiences: [] }), 'TokenAudienceNotAllowed');
});

test('JB-8 AT-3: the issuer is matched exactly when configured', () => {
  const rules = { issuers: ['https://a.example', 'https://b.example/'] };
  assert.equal(reason({ iss: 'https://b.example/' }, rules), 'accepted');
  for (const iss of [
    undefined,
    null,
    1,
    '',
    ['https://a.example'],
    'https://a.example/',
    'https://b.example',
  ]) {
    assert.equal(reason({ iss }, rules), 'TokenIssuerNotAllowed', JSON.stringify(iss));
  }
  assert.equal(reason({ iss: 'x' }), 'accepted');
  assert.equal(reason({ iss: 'x' }, { issuers: [] }), 'TokenIssuerNotAllowed');
});

test('JB-11 AT-1: the type is enforced when configured, with or without application/', () => {
  const rules = { types: ['at+jwt'] };
  for (const typ of ['at+jwt', 'application/at+jwt', 'AT+JWT', 'Application/AT+jwt']) {
    assert.equal(reason({}, rules, { typ }), 'accepted', typ);
  }
  for (const typ of ['JWT', '', 'at+jwt ', 'dpop+jwt', 'x/at+jwt']) {
    assert.equal(reason({}, rules, { typ }), 'JwtInvalid', typ);
  }
  assert.equal(reason({}, rules), 'JwtInvalid');
  assert.equal(reason({}, rules, { typ: ['at+jwt'] }), 'JwtInvalid');
});

test('JB-12: an ID token does not pass the rules for access tokens, nor the other way round', () => {
  const access = { types: ['at+jwt'], audiences: ['api://one'] };
  const id = { types: ['JWT'], audiences: ['client-1'] };
  const accessToken = [{ aud: 'api://one' }, { typ: 'at+jwt' }] as const;
  const idToken = [{ aud: 'client-1' }, { typ: 'JWT' }] as const;
  assert.equal(reason(accessToken[0], access, accessToken[1]), 'accepted');
  assert.equal(reason(idToken[0], id, idToken[1]), 'accepted');
  assert.notEqual(reason(accessToken[0], id, accessToken[1]), 'accepted');
  assert.notEqual(reason(idToken[0], access, idToken[1]), 'accepted');
});

const claim = (more: Partial<RequiredClaim>): TokenRules => ({
  ...anyToken,
  requiredClaims: [{ name: 'roles', match: 'all', values: [], ...more }],
});

test('AT-7: claims without values must be there, and all that are missing are named', () => {
  const names = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];
  const requiredClaims = names.map((name) => ({ name, match: 'all', values: [] }) as const);
  const full = { iss: 'i', aud: 'a', sub: 's', client_id: 'c', iat: now, jti: 'j' };
  assert.equal(reason(full, { requiredClaims }), 'accepted');
  const verdict = judge({ ...full, sub: undefined, jti: undefined }, { requiredClaims });
  assert.equal(outcome(verdict), 'TokenClaimNotFound');
  assert.equal(message(verdict), 'JWT is missing the following claims: sub, jti. Access denied.');
  assert.equal(reason({ roles: [] }, claim({})), 'TokenClaimNotFound');
});

test('match all wants every value, match any one of them', () => {
  const values = ['reader', 'writer'];
  assert.equal(reason({ roles: ['writer', 'x', 'reader'] }, claim({ values })), 'accepted');
  assert.equal(reason({ roles: ['reader'] }, claim({ values })), 'TokenClaimValueNotAllowed');
  assert.equal(reason({ roles: 'reader' }, claim({ values, match: 'any' })), 'accepted');
  assert.equal(
    reason({ roles: ['Reader', 'x'] }, claim({ values, match: 'any' })),
    'TokenClaimValueNotAllowed',
  );
  assert.equal(
    reason({ roles: 'reader,writer' }, claim({ values, match: 'any' })),
    'TokenClaimValueNotAllowed',
  );
});

test('AT-9: a separator splits a claim such as scp', () => {
  const scopes = { values: ['orders.read'], separator: ' ' };
  assert.equal(reason({ roles: 'profile orders.read' }, claim(scopes)), 'accepted');
  assert.equal(reason({ roles: ['profile orders.read', 'x'] }, claim(scopes)), 'accepted');
  assert.equal(reason({ roles: 'orders.read.all' }, claim(scopes)), 'TokenClaimValueNotAllowed');
  assert.equal(reason({ roles: 'orders.read,x' }, claim(scopes)), 'TokenClaimValueNotAllowed');
  assert.equal(reason({ roles: 'a b' }, claim({ values: ['a b'], separator: '' })), 'accepted');
});

test('claims are compared as their JSON text', () => {
  assert.equal(reason({ roles: 7 }, claim({ values: ['7'] })), 'accepted');
  assert.equal(reason({ roles: true }, claim({ values: ['true'] })), 'accepted');
  assert.equal(reason({ Roles: 'a' }, claim({ values: ['a'] })), 'accepted');
  assert.equal(
    reason({ roles: { toString: 'a' } }, claim({ values: ['a'] })),
    'TokenClaimValueNotAllowed',
  );
});

test('all required claims must hold', () => {
  const requiredClaims = [
    { name: 'a', match: 'all', values: ['1'] },
    { name: 'b', match: 'any', values: ['2', '3'] },
  ] as const;
  assert.equal(reason({ a: '1', b: '3' }, { requiredClaims }), 'accepted');
  assert.equal(reason({ a: '1', b: '4' }, { requiredClaims }), 'TokenClaimValueNotAllowed');
  assert.equal(reason({ a: '0', b: '3' }, { requiredClaims }), 'TokenClaimValueNotAllowed');
});

test('messages are those of the error table, and show claims cut and without control characters', () => {
  assert.equal(
    message(judge({ roles: ['x', 'y'] }, claim({ values: ['a'] }))),
    'Claim roles value of x,y is not allowed. Access denied.',
  );
  const long = message(
    judge({ roles: `\n\u2028\u202e${'x'.repeat(500)}` }, claim({ values: ['a'] })),
  );
  assert.ok(long.length < 300);
  assert.match(long, /value of \ufffd\ufffd\ufffdx+… is not allowed/);
  assert.equal(
    message(judge({ exp: now - 1 })),
    'IDX10223: Lifetime validation failed. The token expired at 2026-03-04T05:06:06Z; it is 2026-03-04T05:06:07Z. Access denied.',
  );
  assert.match(
    message(judge({ aud: ['x', 'y'] }, { audiences: ['a'] })),
    /^IDX10214: .* for 'x', 'y'\. Access denied\.$/,
  );
  assert.match(
    message(judge({ iss: 'x' }, { issuers: ['i'] })),
    /^IDX10205: .* from 'x'\. Access denied\.$/,
  );
  assert.match(message(judge({ nbf: now + 1 })), /^IDX10222: /);
});

test('the caller is not told what the rules expect; the log is', () => {
  for (const verdict of [
    judge({ aud: 'x' }, { audiences: ['expected-value'] }),
    judge({}, { audiences: ['expected-value'] }),
    judge({ iss: 'x' }, { issuers: ['expected-value'] }),
    judge({ roles: 'x' }, claim({ values: ['expected-value'] })),
    judge({}, { types: ['expected-value'] }),
  ]) {
    assert.ok(!verdict.ok);
    assert.doesNotMatch(verdict.message, /expected-value/);
    assert.match(verdict.detail, /expected-value/);
  }
});

test('the first that fails is told: signature, type, lifetime, audience, issuer, claims', () => {
  const rules = { ...claim({ values: ['a'] }), types: ['t'], audiences: ['a'], issuers: ['i'] };
  const good = { aud: 'a', iss: 'i', roles: 'a' };
  assert.equal(reason(good, rules, { typ: 't' }), 'accepted');
  assert.match(message(judge({ exp: 0 }, rules)), /^IDX10257/);
  assert.equal(reason({ exp: 0 }, rules, { typ: 't' }), 'TokenExpired');
  assert.equal(reason({}, rules, { typ: 't' }), 'TokenAudienceNotAllowed');
  assert.equal(reason({ aud: 'a' }, rules, { typ: 't' }), 'TokenIssuerNotAllowed');
  assert.equal(reason({ aud: 'a', iss: 'i' }, rules, { typ: 't' }), 'TokenClaimNotFound');
});

const tenant = '531ff96d-0ae9-462a-8d2d-bec7c0b42082';
const v1 = `https://sts.windows.net/${tenant}/`;
const v2 = `https://login.microsoftonline.com/${tenant}/v2.0`;
const a = newEc('P-256');
const b = newEc('P-256');
const [setA, setB] = [a, b].map((pair, i) => {
  return KeySet.published([verificationKey(pair, { id: 'k' })], [`https://${'ab'[i]}.example`]);
});
assert.ok(setA !== undefined && setB !== undefined);

function from(
  pair: typeof a,
  iss: string | undefined,
  sets: readonly KeySet[],
  rules: Partial<TokenRules> = {},
  more = {},
): Verdict {
  const token = issue({ alg: 'ES256', kid: 'k' }, { iss, exp: now + 60, ...more }, pair.privateKey);
  return verifyToken(token, { ...anyToken, ...rules }, sets, nowMs);
}

test("JB-8: a document's keys verify tokens of its own issuer only", () => {
  const sets = [setA, setB];
  assert.equal(outcome(from(a, 'https://a.example', sets)), 'accepted');
  assert.equal(outcome(from(b, 'https://b.example', sets)), 'accepted');
  assert.equal(outcome(from(a, 'https://b.example', sets)), 'TokenSignatureInvalid');
  assert.equal(outcome(from(b, 'https://a.example', sets)), 'TokenSignatureInvalid');
  const issuers = ['https://a.example', 'https://b.example', 'https://c.example'];
  assert.equal(outcome(from(a, 'https://b.example', sets, { issuers })), 'TokenSignatureInvalid');
  assert.equal(outcome(from(a, 'https://c.example', sets, { issuers })), 'TokenIssuerNotAllowed');
  assert.equal(outcome(from(a, undefined, sets)), 'TokenIssuerNotAllowed');
});

test('JB-8: the issuer of the metadata is enforced where the rules list none', () => {
  assert.equal(outcome(from(a, 'https://a.example', [setA])), 'accepted');
  assert.equal(outcome(from(a, 'https://c.example', [setA])), 'TokenIssuerNotAllowed');
  assert.equal(outcome(from(a, undefined, [setA])), 'TokenIssuerNotAllowed');
});

test('listed issuers stand in the place of the metadata issuer', () => {
  const rules = { issuers: ['https://c.example'] };
  assert.equal(outcome(from(a, 'https://c.example', [setA], rules)), 'accepted');
  assert.equal(outcome(from(a, 'https://a.example', [setA], rules)), 'TokenIssuerNotAllowed');
});

test('keys given by hand verify tokens of every allowed issuer', () => {
  const sets = [setA, KeySet.given([verificationKey(b, { id: 'k' })])];
  assert.equal(outcome(from(b, 'https://a.example', sets)), 'accepted');
  assert.equal(outcome(from(b, 'https://c.example', sets)), 'TokenIssuerNotAllowed');
  assert.equal(
    outcome(from(b, 'https://c.example', sets, { issuers: ['https://c.example'] })),
    'accepted',
  );
});

test('JB-8: an authority that is not available leaves its tokens to nobody', () => {
  const sets = [setA, KeySet.unavailable('B is down.')];
  const issuers = ['https://a.example', 'https://b.example'];
  assert.equal(outcome(from(a, 'https://a.example', sets, { issuers })), 'accepted');
  const verdict = from(a, 'https://b.example', sets, { issuers });
  assert.equal(outcome(verdict), 'JwtInvalid');
  assert.match(message(verdict), /^IDX20803/);
  assert.ok(!verdict.ok && verdict.detail === 'B is down.');
  assert.equal(outcome(from(a, 'https://a.example', [KeySet.unavailable('x')])), 'JwtInvalid');
  const alone = [KeySet.unavailable('x'), KeySet.given([verificationKey(a)])];
  assert.equal(outcome(from(a, 'https://c.example', alone)), 'TokenIssuerNotAllowed');
});

test('an unsigned token too must come from an issuer of the metadata', () => {
  const lax = { ...anyToken, requireSignedTokens: false };
  const unsigned = (iss: string): string =>
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss, exp: now + 60 })).toString('base64url')}.`;
  assert.equal(outcome(verifyToken(unsigned('https://a.example'), lax, [setA], nowMs)), 'accepted');
  assert.equal(
    outcome(verifyToken(unsigned('https://c.example'), lax, [setA], nowMs)),
    'TokenIssuerNotAllowed',
  );
});

test('a v1.0 token of Entra passes beside v2.0 metadata when its issuer is listed, else the log says why not', () => {
  const entra = KeySet.published([verificationKey(a, { id: 'k' })], [v2]);
  assert.equal(outcome(from(a, v2, [entra])), 'accepted');
  assert.equal(outcome(from(a, v1, [entra, setB], { issuers: [v1] })), 'accepted');
  for (const verdict of [
    from(a, v1, [entra]),
    from(a, v1, [entra, setB]),
    from(a, v1, [entra], { issuers: [v2] }),
  ]) {
    assert.ok(!verdict.ok);
    assert.equal(verdict.reason, 'TokenIssuerNotAllowed');
    assert.match(verdict.detail, /other version of Entra tokens/);
  }
});

test('documents of both versions of one Entra tenant accept both, in any order', () => {
  const both = [v1, v2].map((issuer) =>
    KeySet.published([verificationKey(a, { id: 'k' })], [issuer]),
  );
  for (const sets of [both, both.toReversed()]) {
    assert.equal(outcome(from(a, v1, sets)), 'accepted');
    assert.equal(outcome(from(a, v2, sets)), 'accepted');
  }
});

test('metadata for several tenants accepts each tenant, and only listed ones where issuers are listed', () => {
  const template = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const entra = KeySet.published([verificationKey(a, { id: 'k' })], [template]);
  const tid = { tid: tenant };
  assert.equal(outcome(from(a, v2, [entra], {}, tid)), 'accepted');
  assert.equal(outcome(from(a, v2, [entra], {}, { tid: 'x' })), 'TokenIssuerNotAllowed');
  assert.equal(
    outcome(from(a, template, [entra], {}, { tid: '{tenantid}' })),
    'TokenIssuerNotAllowed',
  );
  assert.equal(
    outcome(from(a, v2, [entra], { issuers: ['https://login.microsoftonline.com/x/v2.0'] }, tid)),
    'TokenIssuerNotAllowed',
  );
});

test('JB-8: a key that its document gives to one issuer verifies no other', () => {
  const issuers = ['https://login.microsoftonline.com/{tenantid}/v2.0'];
  const keyed = (issuer: string): KeySet =>
    KeySet.published([verificationKey(a, { id: 'k', issuer })], issuers);
  const tid = { tid: tenant };
  assert.equal(outcome(from(a, v2, [keyed(v2)], {}, tid)), 'accepted');
  assert.equal(outcome(from(a, v2, [keyed(issuers[0]!)], {}, tid)), 'accepted');
  assert.equal(outcome(from(a, v1, [keyed(v2)], { issuers: [v1] }, tid)), 'accepted');
  const consumers = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
  assert.equal(outcome(from(a, v2, [keyed(consumers)], {}, tid)), 'TokenIssuerNotAllowed');
});

test('JB-8: of Entra both names of a tenant are accepted, and those of no other', () => {
  const tid = '11112222-aaaa-3333-bbbb-4444cccc5555';
  const metadata = `https://login.microsoftonline.com/${tid}/v2.0`;
  const set = KeySet.published([], [metadata]);
  const rules = { ...anyToken, entra: { allowsPersonalAccounts: true } };
  const judge = (iss: string | undefined, more: object = {}): string => {
    const payload = { ...(iss === undefined ? {} : { iss }), tid, exp: now + 60 };
    const jwt = new Jwt({}, payload, '');
    return checkClaims(jwt, undefined, { ...rules, ...more }, [set], nowMs)?.reason ?? 'accepted';
  };
  assert.equal(judge(metadata), 'accepted');
  assert.equal(judge(`https://sts.windows.net/${tid}/`), 'accepted');
  assert.equal(
    judge(`https://sts.windows.net/${tid}/`, { entra: undefined }),
    'TokenIssuerNotAllowed',
  );
  for (const iss of [
    undefined,
    `https://sts.windows.net/${tid}`,
    `https://sts.windows.net/${tid}/v2.0`,
    `https://sts.chinacloudapi.cn/${tid}/`,
    `https://login.microsoftonline.com/${tid}/v2.0/`,
    `https://evil.example/${tid}/v2.0`,
    'https://sts.windows.net/99998888-aaaa-7777-bbbb-6666cccc5555/',
  ]) {
    assert.equal(judge(iss), 'TokenIssuerNotAllowed', iss ?? 'none');
  }
});

test('the client is azp, in Entra tokens of version 1.0 appid, in any case', () => {
  const judge = (payload: JsonObject): string => {
    const jwt = new Jwt({}, { exp: now + 60, ...payload }, '');
    const rules = { ...anyToken, clients: ['AAAA-1', 'bbbb-2'] };
    return checkClaims(jwt, undefined, rules, [], nowMs)?.reason ?? 'accepted';
  };
  assert.equal(judge({ azp: 'aaaa-1' }), 'accepted');
  assert.equal(judge({ ver: '2.0', azp: 'BBBB-2' }), 'accepted');
  assert.equal(judge({ ver: '1.0', appid: 'bbbb-2' }), 'accepted');
  assert.equal(judge({ ver: '1.0', azp: 'bbbb-2' }), 'TokenClaimNotFound');
  assert.equal(judge({ ver: '2.0', appid: 'bbbb-2' }), 'TokenClaimNotFound');
  assert.equal(judge({ azp: 'cccc-3' }), 'TokenClaimValueNotAllowed');
  assert.equal(judge({ azp: '' }), 'TokenClaimValueNotAllowed');
  assert.equal(judge({ azp: ['aaaa-1'] }), 'JwtInvalid');
});
