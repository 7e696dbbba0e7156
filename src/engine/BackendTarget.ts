import type { OutgoingRequest, TlsOptions } from '../lib/http/exchange.ts';
import type { HeaderLine } from '../lib/http/HeaderMap.ts';
import type { Url } from '../lib/http/Url.ts';
import type { Scope } from './declaration/definePolicy.ts';

/** Where `forward-request` sends a call, and what it adds on the way. */
export interface BackendTarget {
  /** The id of the backend resource; undefined when only an address is known. */
  readonly id: string | undefined;
  /** Scheme, host, port and the prefix of the path. */
  readonly baseUrl: Url;
  /** Whether the configuration names the host; false of one that was computed from a call. */
  readonly hostIsConfigured: boolean;
  /** Credentials of the backend resource, added to every request. */
  readonly headers: readonly HeaderLine[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly tls: TlsOptions;
  /** The scope whose policy chose the backend by its id; undefined for the API's own. */
  readonly chosenAt?: Scope;
  readonly proxy?: OutgoingRequest['proxy'];
}
