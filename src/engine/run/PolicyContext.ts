import type { X509Certificate } from 'node:crypto';
import type { HostContext } from '../../expressions/context/host.ts';
import type { Environment } from '../../expressions/runtime/Environment.ts';
import type { Body } from '../../lib/http/Body.ts';
import type { CancelSignal } from '../../lib/http/CancelSignal.ts';
import type { HttpVersion, OutgoingRequest, TlsIdentity } from '../../lib/http/exchange.ts';
import type { HeaderMap } from '../../lib/http/HeaderMap.ts';
import type { Tunnel } from '../../lib/http/Tunnel.ts';
import type { Url } from '../../lib/http/Url.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import type { BodyReads } from '../declaration/Value.ts';
import type { Counters } from '../ports/Counters.ts';
import type { Slots } from '../ports/Slots.ts';
import type { ValueCache } from '../ports/ValueCache.ts';
import type { World } from '../ports/World.ts';
import type { Place } from './sequence.ts';
import type { TraceData, Tracer } from './Tracer.ts';

/** The request on its way to the backend. */
export interface PolicyRequest {
  method: string;
  /** As the caller sent it. */
  readonly originalMethod: string;
  /** Backend-bound: `set-backend-service` and `rewrite-uri` change it. */
  url: Url;
  /** As the caller sent it, in canonical form. */
  readonly originalUrl: Url;
  readonly headers: HeaderMap;
  body: Body | null;
  /** The protocol that the caller wants to go on in, such as `websocket`. */
  readonly upgrade: string | undefined;
  /** The peer's proven address. */
  readonly ipAddress: string;
  readonly matchedParameters: ReadonlyMap<string, string>;
  readonly certificate: X509Certificate | null;
}

/** The response on its way to the caller. */
export interface PolicyResponse {
  statusCode: number;
  statusReason: string;
  readonly headers: HeaderMap;
  body: Body | null;
  /** With status 101: the backend's side of the protocol that the caller asked for. */
  readonly tunnel?: Tunnel | undefined;
}

export interface WantedSample {
  readonly statusCode: number;
  readonly contentType?: string;
  /** Which of several examples, from 0. */
  readonly index?: number;
}

export interface SampleResponse {
  readonly contentType: string;
  readonly body: string;
}

/**
 * The kit: everything that a policy may act through while it serves one request. A new power for
 * policies is a new member here.
 */
export interface PolicyContext extends HostContext {
  readonly request: PolicyRequest;
  /** Null until a backend answered, a policy made a response, or an error did. */
  response: PolicyResponse | null;
  /** Boxed .NET values; names are case-sensitive. */
  readonly variables: Map<string, unknown>;

  /** Where `forward-request` will send the call; undefined when the API names no backend. */
  readonly target: BackendTarget | undefined;
  /** What `forward-request` speaks unless it says otherwise: gRPC is HTTP/2. */
  readonly httpVersion: HttpVersion;
  /** Sends the call elsewhere, with the path of the operation and the query as they are. */
  retarget(target: BackendTarget): void;
  /** Replaces the path behind the backend's own; it starts with a slash or is empty. */
  rewritePath(path: string): void;
  /** Presented in the TLS handshake with the backend, in place of the backend's own. */
  clientCertificate: TlsIdentity | undefined;
  /** Leads to the backend, in place of the backend's own. */
  proxy: OutgoingRequest['proxy'];
  /** The response that the specification of the operation shows, for `mock-response`. */
  sampleResponse(this: void, wanted: WantedSample): SampleResponse | undefined;
  /** Names of query parameters that the operation's template matched: spent for `rewrite-uri`. */
  readonly spentQueryParameters: ReadonlySet<string>;

  readonly world: World;
  /** What expressions of this request run in. */
  readonly environment: Environment;
  readonly counters: Counters;
  readonly slots: Slots;
  readonly cache: ValueCache;
  /** Aborted when the caller goes away. */
  readonly signal: CancelSignal;
  /** Bytes of a body that may be held in memory. */
  readonly maxBufferedBytes: number;

  /** The response, made empty (200 OK) if there is none yet. */
  openResponse(): PolicyResponse;
  /** Buffers the bodies that are read; a promise only when one still arrives. @throws GatewayError */
  buffer(reads: BodyReads): void | Promise<void>;
  /**
   * Does something once all policies have run and before the response leaves. A failure is one of the
   * policy at that place, and runs `on-error` unless something did before.
   */
  atEnd(place: Place, action: () => void | Promise<void>): void;
  /** Changes the headers of whatever answer leaves, be it an error; last of all. It must not fail. */
  onAnswer(change: (headers: HeaderMap) => void): void;
  /** Present when somebody wants the story of this request; making the data may be skipped otherwise. */
  readonly tracer: Tracer | undefined;
  /** Tells the running policy's part of the story of this request. */
  explain(data: TraceData): void;
}
