import type { OpenIdProviders } from '../../engine/ports/OpenIdProviders.ts';
import { OpenIdConfiguration } from '../../lib/jwt/discovery.ts';
import type { DiscoveryWorld } from '../../lib/jwt/discovery.ts';
import { VerifiedTokens } from '../../lib/jwt/verifiedTokens.ts';
import { RecentMap } from '../../lib/collections/RecentMap.ts';

/**
 * How many addresses are remembered. Policies hold their own configurations, so one that is
 * forgotten only stops being shared with policies that are compiled later.
 */
const maxAddresses = 2_000;

/** Keeps discovery documents, keys and verified tokens in the memory of this process. */
export class MemoryOpenIdProviders implements OpenIdProviders {
  readonly verified = new VerifiedTokens();
  readonly now: () => number;
  readonly #world: DiscoveryWorld;
  readonly #byUrl = new RecentMap<OpenIdConfiguration>(maxAddresses);

  constructor(world: DiscoveryWorld) {
    this.#world = world;
    this.now = () => world.now();
  }

  at(metadataUrl: string, hostIsConfigured = true): OpenIdConfiguration {
    const key = `${hostIsConfigured ? 'configured' : 'computed'} ${metadataUrl}`;
    let configuration = this.#byUrl.get(key);
    if (!configuration) {
      configuration = new OpenIdConfiguration(metadataUrl, this.#world, { hostIsConfigured });
      this.#byUrl.set(key, configuration);
    }
    return configuration;
  }
}
