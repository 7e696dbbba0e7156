import assert from 'node:assert/strict';
import { createHmac, createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { CompactSign, createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { KeySet } from './KeySet.ts';
import { readJwks } from './jwks.ts';
import type { TokenRules } from './rules.ts';
import {
  anyToken,
  jwks,
  newEc,
  newRsa,
  now,
  nowMs,
  usable,
  verificationKey,
} from './tokens.fixture.ts';
import { hmacVerificationKey } from './VerificationKey.ts';
import { verifyToken } from './verify.ts';

// Two implementations read the same tokens: jose is the oracle for everything both have rules for.

const rsa = newRsa();
const p256 = newEc('P-256');
const ed25519 = generateKeyPairSync('ed25519');
const secretBytes = randomBytes(64);
const secret = createSecretKey(secretBytes);
const given = KeySet.given([
  verificationKey(rsa),
  verificationKey(p256),
  verificationKey(ed25519),
  usable(hmacVerificationKey(secretBytes)),
]);

const rules: TokenRules = {
  ...anyToken,
  issuers: ['https://a.example'],
  audiences: ['api://one', 'api://two'],
};

interface Signer {
  readonly alg: string;
  readonly signing: KeyObject;
  readonly verifying: KeyObject;
}

const signers: readonly Signer[] = [
  { alg: 'RS256', signing: rsa.privateKey, verifying: rsa.publicKey },
  { alg: 'PS384', signing: rsa.privateKey, verifying: rsa.publicKey },
  { alg: 'ES256', signing: p256.privateKey, verifying: p256.publicKey },
  { alg: 'EdDSA', signing: ed25519.privateKey, verifying: ed25519.publicKey },
  { alg: 'HS256', signing: secret, verifying: secret },
  { alg: 'HS512', signing: secret, verifying: secret },
];

async function joseAccepts(token: string, { alg, verifying }: Signer): Promise<boolean> {
  try {
    await jwtVerify(token, verifying, {
      algorithms: [alg],
      issuer: ['https://a.example'],
      audience: ['api://one', 'api://two'],
      requiredClaims: ['exp'],
      currentDate: new Date(nowMs),
    });
    return true;
  } catch {
    return false;
  }
}

function weAccept(token: string): boolean {
  return verifyToken(token, rules, [given], nowMs).ok;
}

/** Values that stand at the edges of the rules. */
const edges = {
  iss: fc.constantFrom('https://a.example', 'https://a.example', 'https://a.example/', 7, null, [
    'https://a.example',
  ]),
  aud: fc.constantFrom(
    'api://one',
    ['x', 'api://two'],
    'api://one',
    'x',
    [],
    '',
    'api://on',
    'API://ONE',
  ),
  exp: fc.constantFrom(now + 60, now + 1, now, now - 1, now + 0.5, '9999999999', -1, 0, null, 9e9),
  nbf: fc.constantFrom(now - 60, now, now + 1, now - 0.5, '0', null, 0),
  iat: fc.constantFrom(now, now - 1, '1', null),
  sub: fc.string(),
};

const payloads = fc.oneof(
  { weight: 3, arbitrary: fc.record(edges, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.constant({ iss: 'https://a.example', aud: 'api://one', exp: now + 60 }),
  },
);

test('what jose signs, both accept or both refuse, claim by claim', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(payloads, fc.constantFrom(...signers), async (payload, signer) => {
      const signing = new CompactSign(Buffer.from(JSON.stringify(payload)));
      const token = await signing.setProtectedHeader({ alg: signer.alg }).sign(signer.signing);
      const theirs = await joseAccepts(token, signer);
      assert.equal(weAccept(token), theirs, JSON.stringify(payload));
      if (theirs) accepted++;
    }),
    { numRuns: 300 },
  );
  assert.ok(accepted > 20, 'too few tokens were good to say anything');
});

test('what is damaged on the way, both refuse; nothing that jose refuses is accepted', async () => {
  const valid = { iss: 'https://a.example', aud: 'api://one', exp: now + 60 };
  const tokens = await Promise.all(
    signers.map(({ alg, signing }) => new SignJWT(valid).setProtectedHeader({ alg }).sign(signing)),
  );
  const letters = fc.constantFrom(...'AZaz09-_.=+/ \n'.split(''));
  const damage = fc.record({
    at: fc.nat(),
    drop: fc.nat({ max: 2 }),
    put: fc.string({ unit: letters, maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: signers.length - 1 }),
      damage,
      async (index, { at, drop, put }) => {
        const [signer, token] = [signers[index]!, tokens[index]!];
        const start = at % token.length;
        const damaged = token.slice(0, start) + put + token.slice(start + drop);
        assert.ok(weAccept(token));
        assert.equal(weAccept(damaged), damaged === token, damaged);
        if (weAccept(damaged)) assert.ok(await joseAccepts(damaged, signer));
      },
    ),
    { numRuns: 500 },
  );
});

test('headers that jose refuses are refused', async () => {
  const values = fc.constantFrom<unknown>('x', 'none', ['exp'], ['b64'], [], null, false, 1, {});
  const names = fc.constantFrom('alg', 'crit', 'b64', 'typ', 'kid', 'cty', 'zip', 'jku', 'x');
  const payload = Buffer.from(
    JSON.stringify({ iss: 'https://a.example', aud: 'api://one', exp: now + 60 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, values, { maxKeys: 3 }), async (more) => {
      const signer = signers[4]!;
      const header = Buffer.from(JSON.stringify({ alg: signer.alg, ...more })).toString(
        'base64url',
      );
      const input = `${header}.${payload.toString('base64url')}`;
      const signature = createHmac('sha256', secret).update(input).digest('base64url');
      const token = `${input}.${signature}`;
      if (weAccept(token)) assert.ok(await joseAccepts(token, signer), JSON.stringify(more));
    }),
    { numRuns: 300 },
  );
});

test('a key set means the same to both: each key verifies what jose verifies with it', async () => {
  const pairs = [
    ['PS256', rsa],
    ['ES256', p256],
    ['ES384', newEc('P-384')],
    ['ES512', newEc('P-521')],
    ['Ed25519', ed25519],
  ] as const;
  const text = jwks(...pairs.map(([kid, pair]) => [pair, { kid, use: 'sig' }] as const));
  const read = readJwks(text);
  assert.ok(read.ok && read.skipped.length === 0);
  const ours = KeySet.published(read.keys, ['https://a.example']);
  const theirs = createLocalJWKSet(JSON.parse(text));
  for (const [alg, { privateKey }] of pairs) {
    for (const kid of [alg, alg === 'ES256' ? 'PS256' : 'ES256']) {
      const signing = new SignJWT({ iss: 'https://a.example', exp: now + 60 });
      const token = await signing.setProtectedHeader({ alg, kid }).sign(privateKey);
      const accepted = await jwtVerify(token, theirs, { currentDate: new Date(nowMs) }).then(
        () => true,
        () => false,
      );
      assert.equal(accepted, kid === alg);
      assert.equal(verifyToken(token, anyToken, [ours], nowMs).ok, accepted, `${alg} as ${kid}`);
    }
  }
});
