import type { OpenIdConfiguration } from '../../lib/jwt/discovery.ts';
import type { VerifiedTokens } from '../../lib/jwt/verifiedTokens.ts';

/** Port: what all token policies of one thread share. */
export interface OpenIdProviders {
  /**
   * The discovery document and the keys at an address: one for each address. Its host is one that
   * the configuration names, unless `hostIsConfigured` says otherwise.
   */
  at(metadataUrl: string, hostIsConfigured?: boolean): OpenIdConfiguration;
  /** Tokens that were verified already. */
  readonly verified: VerifiedTokens;
  /** Milliseconds since the epoch. */
  now(this: void): number;
}
