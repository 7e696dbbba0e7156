import assert from 'node:assert/strict';
import test from 'node:test';
import { OpenIdConfiguration } from './discovery.ts';
import { givenKeys } from './KeySource.ts';
import type { KeyPair } from './tokens.fixture.ts';
import { anyToken, issue, jwks, newEc, now, outcome, verificationKey } from './tokens.fixture.ts';
import { TokenVerifier } from './TokenVerifier.ts';
import type { Verdict } from './verify.ts';
import { minutes, TestWorld } from './world.fixture.ts';

const [a, b, c] = [newEc('P-256'), newEc('P-256'), newEc('P-256')];
const [issuerA, issuerB] = ['https://a.example', 'https://b.example'];

function token(pair: KeyPair, kid: string | undefined, iss: string): string {
  return issue({ alg: 'ES256', kid }, { iss, exp: now + 7200 }, pair.privateKey);
}

function atOnce(verdict: Verdict | Promise<Verdict>): string {
  assert.ok(!(verdict instanceof Promise), 'the verdict came late');
  return outcome(verdict);
}

async function later(verdict: Verdict | Promise<Verdict>): Promise<string> {
  assert.ok(verdict instanceof Promise, 'the verdict came at once');
  return outcome(await verdict);
}

function open(): { world: TestWorld; verifier: TokenVerifier } {
  const world = new TestWorld();
  const sources = [
    new OpenIdConfiguration(world.publish(issuerA, jwks([a, { kid: 'a' }])), world),
    new OpenIdConfiguration(world.publish(issuerB, jwks([b, { kid: 'b' }])), world),
  ];
  return { world, verifier: new TokenVerifier({ sources, now: () => world.now() }) };
}

test('waits for keys once, then answers at once', async () => {
  const { world, verifier } = open();
  assert.equal(await later(verifier.verify(token(a, 'a', issuerA), anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(token(b, 'b', issuerB), anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(token(b, 'a', issuerA), anyToken)), 'TokenSignatureInvalid');
  assert.equal(world.asked.length, 4);
});

test('follows a rotation when a token names the new key, and drops tokens of the old one', async () => {
  const { world, verifier } = open();
  const old = token(a, 'a', issuerA);
  assert.equal(await later(verifier.verify(old, anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(old, anyToken)), 'accepted');
  world.publish(issuerA, jwks([c, { kid: 'c' }]));
  assert.equal(await later(verifier.verify(token(c, 'c', issuerA), anyToken)), 'accepted');
  assert.equal(await later(verifier.verify(old, anyToken)), 'TokenSignatureKeyNotFound');
});

test('a flood of unknown key ids fetches once in five minutes, from the authority of the issuer only', async () => {
  const { world, verifier } = open();
  await verifier.verify(token(a, 'a', issuerA), anyToken);
  const before = world.asked.length;
  for (let i = 0; i < 20; i++) {
    assert.equal(
      await later(verifier.verify(token(c, `x${i}`, issuerA), anyToken)),
      'TokenSignatureKeyNotFound',
    );
  }
  assert.deepEqual(
    world.asked.slice(before).map((url) => new URL(url).host),
    ['a.example', 'a.example'],
  );
});

test('tokens of an issuer that nobody knows fetch nothing', async () => {
  const { world, verifier } = open();
  await verifier.verify(token(a, 'a', issuerA), anyToken);
  const before = world.asked.length;
  assert.equal(
    atOnce(verifier.verify(token(c, 'c', 'https://evil.example'), anyToken)),
    'TokenIssuerNotAllowed',
  );
  assert.equal(world.asked.length, before);
});

test('JB-8: while an authority is down its tokens are refused and those of others are not', async () => {
  const { world, verifier } = open();
  world.documents.delete(`${issuerB}/keys`);
  assert.equal(await later(verifier.verify(token(a, 'a', issuerA), anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(token(b, 'b', issuerB), anyToken)), 'JwtInvalid');
  world.publish(issuerB, jwks([b, { kid: 'b' }]));
  world.pass(10_000);
  assert.equal(await later(verifier.verify(token(b, 'b', issuerB), anyToken)), 'accepted');
});

test('known tokens pass at once while the authority is down, until they expire', async () => {
  const { world, verifier } = open();
  const known = token(a, 'a', issuerA);
  await verifier.verify(known, anyToken);
  world.documents.clear();
  world.pass(minutes(61));
  assert.equal(await later(verifier.verify(known, anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(known, anyToken)), 'accepted');
  world.pass(minutes(59));
  assert.equal(outcome(await verifier.verify(known, anyToken)), 'TokenExpired');
});

test('keys given by hand answer at once; an unknown id among them stays unknown', async () => {
  const verifier = new TokenVerifier({
    sources: [givenKeys([verificationKey(a, { id: 'a' })])],
    now: () => now * 1000,
  });
  assert.equal(atOnce(verifier.verify(token(a, 'a', issuerA), anyToken)), 'accepted');
  assert.equal(atOnce(verifier.verify(token(a, undefined, issuerA), anyToken)), 'accepted');
  assert.equal(
    outcome(await verifier.verify(token(c, 'c', issuerA), anyToken)),
    'TokenSignatureKeyNotFound',
  );
  assert.equal(atOnce(verifier.verify('', anyToken)), 'TokenNotPresent');
});

test('a verifier without sources accepts nothing', async () => {
  const verifier = new TokenVerifier({ sources: [], now: () => now * 1000 });
  assert.equal(
    outcome(await verifier.verify(token(a, 'a', issuerA), anyToken)),
    'TokenSignatureKeyNotFound',
  );
});
