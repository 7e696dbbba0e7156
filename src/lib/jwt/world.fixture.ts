import type { DiscoveryWorld } from './discovery.ts';
import type { Fetch } from './fetchText.ts';
import { nowMs } from './tokens.fixture.ts';

/** A network of documents and a clock that moves when told to. */
export class TestWorld implements DiscoveryWorld {
  /** What each address answers: a body with status 200, or a whole response. */
  readonly documents = new Map<string, string | (() => Response)>();
  /** Every address that was asked, in order. */
  readonly asked: string[] = [];
  #nowMs = nowMs;

  readonly fetch: Fetch = (url) => {
    this.asked.push(url);
    const document = this.documents.get(url);
    if (document === undefined) return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(typeof document === 'string' ? new Response(document) : document());
  };

  now(): number {
    return this.#nowMs;
  }

  pass(ms: number): void {
    this.#nowMs += ms;
  }

  /** Publishes an authority: its metadata address. */
  publish(issuer: string, jwks: string, more: object = {}): string {
    const url = `${issuer}/.well-known/openid-configuration`;
    const jwksUri = `${issuer}/keys`;
    this.documents.set(url, JSON.stringify({ issuer, jwks_uri: jwksUri, ...more }));
    this.documents.set(jwksUri, jwks);
    return url;
  }
}

export const minutes = (count: number): number => count * 60_000;
