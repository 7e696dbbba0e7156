import assert from 'node:assert/strict';
import test from 'node:test';
import { OpenIdConfiguration, readMetadata } from './discovery.ts';
import type { KeySet } from './KeySet.ts';
import { jwks, newEc, problemOf } from './tokens.fixture.ts';
import { minutes, TestWorld } from './world.fixture.ts';

const issuer = 'https://idp.example';
const [a, b] = [newEc('P-256'), newEc('P-256')];
const keysA = jwks([a, { kid: 'a' }]);
const keysAB = jwks([a, { kid: 'a' }], [b, { kid: 'b' }]);

function open(keys = keysA): { world: TestWorld; config: OpenIdConfiguration } {
  const world = new TestWorld();
  return { world, config: new OpenIdConfiguration(world.publish(issuer, keys), world) };
}

function ids(set: KeySet | undefined): readonly (string | undefined)[] | undefined {
  return set?.keys.map(({ id }) => id);
}

/** How many times the metadata was fetched. */
function pulls({ asked }: TestWorld): number {
  return asked.filter((url) => url.endsWith('openid-configuration')).length;
}

/** Lets what was started in the background finish. */
async function settle(config: OpenIdConfiguration): Promise<void> {
  await config.load();
  await new Promise(setImmediate);
}

test('a minimal document is enough: issuer and jwks_uri', () => {
  const url = `${issuer}/x`;
  assert.deepEqual(readMetadata(`{"issuer":"i","jwks_uri":"${issuer}/k"}`, url), {
    ok: true,
    metadata: { issuers: ['i'], jwksUri: `${issuer}/k` },
  });
});

test('an issuer of access tokens that the metadata names beside its own is an issuer too', () => {
  const text = JSON.stringify({ issuer: 'i', access_token_issuer: 't', jwks_uri: `${issuer}/k` });
  const read = readMetadata(text, issuer);
  assert.deepEqual(read.ok && read.metadata.issuers, ['i', 't']);
});

test('metadata without issuer or with a jwks_uri that must not be asked is refused', () => {
  for (const [text, problem] of [
    ['', /not JSON/],
    ['[]', /not an object/],
    [`{"jwks_uri":"${issuer}/k"}`, /no issuer/],
    [`{"issuer":"","jwks_uri":"${issuer}/k"}`, /no issuer/],
    [`{"issuer":["i"],"jwks_uri":"${issuer}/k"}`, /no issuer/],
    ['{"issuer":"i"}', /no jwks_uri/],
    ['{"issuer":"i","jwks_uri":"/k"}', /no jwks_uri/],
    ['{"issuer":"i","jwks_uri":"http://idp.example/k"}', /not an address/],
    ['{"issuer":"i","jwks_uri":"file:///etc/passwd"}', /not an address/],
    [`{"issuer":"i","issuer":"j","jwks_uri":"${issuer}/k"}`, /twice/],
  ] as const) {
    assert.match(problemOf(readMetadata(text, issuer)), problem, text);
  }
});

test('the first load fetches metadata and keys; then they are there without waiting', async () => {
  const { world, config } = open();
  assert.equal(config.current(), undefined);
  assert.deepEqual(ids(await config.load()), ['a']);
  assert.deepEqual(world.asked, [`${issuer}/.well-known/openid-configuration`, `${issuer}/keys`]);
  world.pass(minutes(49));
  assert.deepEqual(ids(config.current()), ['a']);
  assert.deepEqual(config.current()?.issuers, [issuer]);
  assert.equal(pulls(world), 1);
});

test('OW-7: only hosts of the metadata address itself are told to be configured', async () => {
  const metadata = `${issuer}/metadata`;
  const documents = new Map([
    [metadata, () => Response.redirect(`${issuer}/moved`)],
    [`${issuer}/moved`, () => Response.json({ issuer, jwks_uri: 'https://keys.example/keys' })],
    ['https://keys.example/keys', () => new Response(keysA)],
  ]);
  const asked: [string, boolean | undefined][] = [];
  const config = new OpenIdConfiguration(metadata, {
    now: () => 0,
    fetch: async (url, { hostIsConfigured }) => {
      asked.push([url, hostIsConfigured]);
      return documents.get(url)!();
    },
  });
  assert.deepEqual(ids(await config.load()), ['a']);
  assert.deepEqual(asked, [
    [metadata, true],
    [`${issuer}/moved`, true],
    ['https://keys.example/keys', false],
  ]);
});

test('what a computed address leads to is fetched from no host that is configured', async () => {
  const asked: (boolean | undefined)[] = [];
  const world = {
    now: () => 0,
    fetch: async (url: string, { hostIsConfigured }: { hostIsConfigured?: boolean }) => {
      asked.push(hostIsConfigured);
      return Response.json(
        url.endsWith('/keys')
          ? { keys: [] }
          : { issuer: 'i', jwks_uri: 'https://idp.example/keys' },
      );
    },
  };
  await new OpenIdConfiguration('https://idp.example/', world, { hostIsConfigured: false }).load();
  assert.deepEqual(asked, [false, false]);
});

test('calls at the same time share one retrieval', async () => {
  const { world, config } = open();
  const sets = await Promise.all([config.load(), config.load(), config.refresh(), config.load()]);
  assert.equal(new Set(sets).size, 1);
  assert.equal(pulls(world), 1);
});

test('after an hour keys are fetched again before they are used', async () => {
  const { world, config } = open();
  await config.load();
  world.publish(issuer, jwks([b, { kid: 'b' }]));
  world.pass(minutes(60));
  assert.equal(config.current(), undefined);
  assert.deepEqual(ids(await config.load()), ['b']);
});

test('a busy gateway fetches ahead and never waits', async () => {
  const { world, config } = open();
  await config.load();
  world.publish(issuer, keysAB);
  world.pass(minutes(50));
  assert.deepEqual(ids(config.current()), ['a']);
  await settle(config);
  assert.deepEqual(ids(config.current()), ['a', 'b']);
  assert.equal(pulls(world), 2);
});

test('an unknown key id fetches again at once, and then at most once in five minutes', async () => {
  const { world, config } = open();
  await config.load();
  world.publish(issuer, keysAB);
  assert.deepEqual(ids(await config.refresh()), ['a', 'b']);
  assert.equal(pulls(world), 2);
  for (let i = 0; i < 4; i++) {
    world.pass(minutes(1));
    await config.refresh();
  }
  assert.equal(pulls(world), 2);
  world.pass(minutes(1));
  await config.refresh();
  assert.equal(pulls(world), 3);
});

test('keys that stay are the same objects after a rotation', async () => {
  const { world, config } = open();
  const before = await config.load();
  world.publish(issuer, keysAB);
  const after = await config.refresh();
  assert.ok(after.has(before.keys[0]!));
  world.publish(issuer, jwks([b, { kid: 'a' }]));
  world.pass(minutes(5));
  assert.ok(!(await config.refresh()).has(before.keys[0]!));
});

test('known keys go on while the authority is down, asked for once in five minutes, for a day', async () => {
  const { world, config } = open();
  await config.load();
  world.documents.clear();
  world.pass(minutes(60));
  assert.deepEqual(ids(await config.load()), ['a']);
  assert.equal(pulls(world), 2);
  for (let i = 0; i < 4; i++) {
    world.pass(minutes(1));
    assert.deepEqual(ids(config.current()), ['a']);
    await config.refresh();
  }
  assert.equal(pulls(world), 2);
  world.pass(minutes(1));
  assert.deepEqual(ids(config.current()), ['a']);
  await settle(config);
  assert.equal(pulls(world), 3);
  world.pass(minutes(24 * 60 - 65) - 1);
  assert.deepEqual(ids(config.current()), ['a']);
  await settle(config);
  world.pass(1);
  const gone = await config.load();
  assert.deepEqual(ids(gone), []);
  assert.deepEqual(gone.issuers, []);
});

test('an authority that comes back is used again', async () => {
  const { world, config } = open();
  await config.load();
  world.documents.clear();
  world.pass(minutes(25 * 60));
  assert.deepEqual(ids(await config.load()), []);
  world.publish(issuer, keysAB);
  world.pass(9_999);
  assert.deepEqual(ids(await config.load()), []);
  world.pass(1);
  assert.deepEqual(ids(await config.load()), ['a', 'b']);
  assert.equal(config.current()?.problem, undefined);
  world.pass(minutes(60));
  assert.equal(config.current(), undefined);
  await settle(config);
});

test('without any keys the set says why, is empty, and is tried again after ten seconds', async () => {
  const world = new TestWorld();
  const config = new OpenIdConfiguration(`${issuer}/.well-known/openid-configuration`, world);
  const set = await config.load();
  assert.deepEqual([ids(set), set.issuers], [[], []]);
  assert.equal(set.problem, `${issuer}/.well-known/openid-configuration: no connection.`);
  assert.equal(config.current(), set);
  await config.refresh();
  assert.equal(pulls(world), 1);
  world.publish(issuer, keysA);
  world.pass(10_000);
  assert.equal(config.current(), undefined);
  assert.deepEqual(ids(await config.load()), ['a']);
});

test('documents that are wrong change nothing', async () => {
  const { world, config } = open();
  await config.load();
  for (const [keys, more] of [
    ['{', {}],
    [keysAB, { issuer: 7 }],
    [keysAB, { jwks_uri: 'http://idp.example/keys' }],
    [`{"keys":[${'{},'.repeat(200)}{}]}`, {}],
    [' '.repeat(600 * 1024), {}],
  ] as const) {
    world.publish(issuer, keys, more);
    world.pass(minutes(6));
    assert.deepEqual(ids(await config.refresh()), ['a']);
  }
  assert.equal(pulls(world), 6);
});

test('an authority that publishes no usable keys has none', async () => {
  const { world, config } = open();
  await config.load();
  world.publish(issuer, '{"keys":[]}');
  const set = await config.refresh();
  assert.deepEqual([ids(set), set.issuers, set.problem], [[], [issuer], undefined]);
});

test('a metadata address that is no web address is a problem, not an exception', async () => {
  for (const url of ['', 'x', 'file:///etc/passwd', 'https://u:p@idp.example/']) {
    const world = new TestWorld();
    const set = await new OpenIdConfiguration(url, world).load();
    assert.equal(set.problem, 'The metadata address is not http(s).');
    assert.deepEqual(world.asked, []);
  }
});
