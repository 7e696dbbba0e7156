import { isJsonObject, readJson } from '../json/readJson.ts';
import { allowedUrl, fetchText } from './fetchText.ts';
import type { Fetch, FetchLimits } from './fetchText.ts';
import { readJwks } from './jwks.ts';
import { KeySet } from './KeySet.ts';
import type { KeySource } from './KeySource.ts';
import { defaultTimes, RemoteKeys } from './remoteKeys.ts';
import type { RefreshTimes } from './remoteKeys.ts';

/** What is taken from a metadata document (OpenID Connect Discovery 1.0 §3, RFC 8414 §2). */
export interface ProviderMetadata {
  /** `issuer`, and AD FS's `access_token_issuer` where it differs. Entra's may hold `{tenantid}`. */
  readonly issuers: readonly string[];
  readonly jwksUri: string;
}

export type MetadataResult =
  | { readonly ok: true; readonly metadata: ProviderMetadata }
  | { readonly ok: false; readonly problem: string };

/** Everything outside the process that an `OpenIdConfiguration` touches. */
export interface DiscoveryWorld {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** A signal that aborts after so many milliseconds; `AbortSignal.timeout` when absent. */
  readonly timeout?: (ms: number) => AbortSignal;
}

export interface DiscoveryOptions {
  readonly times?: RefreshTimes;
  readonly limits?: FetchLimits;
  /** Whether the configuration names the host of the address; true when absent. */
  readonly hostIsConfigured?: boolean;
}

export const defaultLimits: FetchLimits = {
  timeoutMs: 10_000,
  maxBytes: 512 * 1024,
  maxRedirects: 3,
};

/**
 * Reads a metadata document that was found at `url`. Only `issuer` and `jwks_uri` must be there;
 * `jwks_uri` must be `https:`, or `http:` when `url` is. Never throws.
 */
export function readMetadata(text: string, url: string): MetadataResult {
  const read = readJson(text, { maxDepth: 16 });
  if (!read.ok) return refused(`The metadata is not JSON: ${read.problem}.`);
  if (!isJsonObject(read.value)) return refused('The metadata is not an object.');
  const { issuer, jwks_uri: jwksUri, access_token_issuer: tokenIssuer } = read.value;
  if (typeof issuer !== 'string' || issuer === '') return refused('The metadata has no issuer.');
  if (typeof jwksUri !== 'string' || URL.parse(jwksUri) === null) {
    return refused('The metadata has no jwks_uri.');
  }
  const keysUrl = allowedUrl(jwksUri, url);
  if (keysUrl === undefined) return refused('The jwks_uri is not an address to fetch keys from.');
  const issuers = [issuer];
  if (typeof tokenIssuer === 'string' && tokenIssuer !== '') issuers.push(tokenIssuer);
  return { ok: true, metadata: { issuers, jwksUri: keysUrl.href } };
}

/** The issuer and keys behind one metadata address, cached as `RemoteKeys` says. */
export class OpenIdConfiguration implements KeySource {
  readonly url: string;
  readonly #keys: RemoteKeys;

  /** `url` is an absolute `https:` or `http:` address; any other is a problem of every retrieval. */
  constructor(
    url: string,
    world: DiscoveryWorld,
    {
      times = defaultTimes,
      limits = defaultLimits,
      hostIsConfigured = true,
    }: DiscoveryOptions = {},
  ) {
    this.url = url;
    const retrieve = (previous: KeySet | undefined): Promise<KeySet> =>
      retrieveKeys({ url, hostIsConfigured }, world, limits, previous);
    this.#keys = new RemoteKeys(retrieve, () => world.now(), times);
  }

  current(): KeySet | undefined {
    return this.#keys.current();
  }

  load(): Promise<KeySet> {
    return this.#keys.load();
  }

  refresh(): Promise<KeySet> {
    return this.#keys.refresh();
  }
}

async function retrieveKeys(
  { url, hostIsConfigured }: { readonly url: string; readonly hostIsConfigured: boolean },
  { fetch: fetchFrom, timeout }: DiscoveryWorld,
  limits: FetchLimits,
  previous: KeySet | undefined,
): Promise<KeySet> {
  if (allowedUrl(url, url) === undefined) throw new Error('The metadata address is not http(s).');
  const { origin } = new URL(url);
  const fetch: Fetch = (asked, init) =>
    fetchFrom(asked, {
      ...init,
      hostIsConfigured: hostIsConfigured && new URL(asked).origin === origin,
    });
  const found = readMetadata(await fetchText(url, fetch, limits, timeout), url);
  if (!found.ok) throw new Error(found.problem);
  const { jwksUri, issuers } = found.metadata;
  const jwks = readJwks(await fetchText(jwksUri, fetch, limits, timeout));
  if (!jwks.ok) throw new Error(jwks.problem);
  return KeySet.published(jwks.keys, issuers, previous);
}

function refused(problem: string): MetadataResult {
  return { ok: false, problem };
}
