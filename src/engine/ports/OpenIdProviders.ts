import type { OpenIdConfiguration } from '../../lib/jwt/discovery.ts';

/** Port: one cache of discovery documents and keys for each metadata address of the process. */
export interface OpenIdProviders {
  at(metadataUrl: string): OpenIdConfiguration;
}
