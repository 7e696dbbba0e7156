import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiscoveryWorld } from '../../lib/jwt/discovery.ts';
import type { OpenIdProviders } from './OpenIdProviders.ts';

const metadataUrl = 'https://idp.example/.well-known/openid-configuration';

/** What every OpenIdProviders adapter must do. */
export function openIdProvidersContract(
  name: string,
  open: (world: DiscoveryWorld) => Promise<OpenIdProviders>,
): void {
  test(`${name}: one address has one configuration, and another another`, async () => {
    const providers = await open(worldWith([]));
    assert.equal(providers.at(metadataUrl), providers.at(metadataUrl));
    assert.notEqual(providers.at(metadataUrl), providers.at('https://other.example/'));
    assert.notEqual(providers.at(metadataUrl), providers.at(metadataUrl, false));
  });

  test(`${name}: nothing is fetched before keys are asked for, and then once for all who ask`, async () => {
    const fetched: string[] = [];
    const providers = await open(worldWith(fetched));
    const configuration = providers.at(metadataUrl);
    assert.deepEqual(fetched, []);
    const [one, two] = await Promise.all([configuration.load(), providers.at(metadataUrl).load()]);
    assert.equal(one, two);
    assert.deepEqual(one.issuers, ['https://idp.example/']);
    assert.deepEqual(fetched, [metadataUrl, 'https://idp.example/keys']);
  });

  test(`${name}: tells the time of its world, also detached`, async () => {
    const { now } = await open(worldWith([]));
    assert.equal(now(), 1_000);
  });
}

function worldWith(fetched: string[]): DiscoveryWorld {
  const documents = new Map<string, unknown>([
    [metadataUrl, { issuer: 'https://idp.example/', jwks_uri: 'https://idp.example/keys' }],
    ['https://idp.example/keys', { keys: [] }],
  ]);
  return {
    now: () => 1_000,
    fetch: async (url) => {
      const address = String(url);
      fetched.push(address);
      return Response.json(documents.get(address));
    },
  };
}
