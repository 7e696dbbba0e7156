/**
 * The boundary between what speaks HTTP on sockets and what decides about requests. A server makes
 * an IncomingRequest and writes the OutgoingResponse; a client does the reverse. Neither side sees
 * a socket of the other.
 */
import type { X509Certificate } from 'node:crypto';
import type { Body } from './Body.ts';
import type { CancelSignal } from './CancelSignal.ts';
import type { HeaderMap } from './HeaderMap.ts';
import type { Tunnel } from './Tunnel.ts';

export interface IncomingRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** `host[:port]` that the caller addressed (RFC 9110 §7.2). */
  readonly authority: string;
  /** Path and query as sent, in origin form. */
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: HeaderMap;
  /** Null when the message has no content (RFC 9112 §6.3). */
  readonly body: Body | null;
  /** The protocol that the caller wants to go on in (RFC 9110 §7.8), such as `websocket`. */
  readonly upgrade?: string | undefined;
  /** The peer's address as the socket proves it, IPv4 in dotted form. */
  readonly remoteAddress: string;
  /** The certificate that the caller presented in the TLS handshake. */
  readonly clientCertificate: X509Certificate | null;
  /** Aborted when the caller goes away before it was answered. */
  readonly signal: CancelSignal;
}

export interface OutgoingResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderMap;
  readonly body: Body | null;
  /** With status 101: the side of the other protocol, which the connection goes on in. */
  readonly tunnel?: Tunnel | undefined;
}

export type RequestHandler = (request: IncomingRequest) => Promise<OutgoingResponse>;

/** How the way to a server is secured. */
export interface TlsOptions {
  /** Whether an untrusted or expired chain is refused. */
  readonly validateChain: boolean;
  /** Whether the certificate must be for the host that is called. */
  readonly validateName: boolean;
  /** Client certificate with its key, in the forms that `tls.connect` takes. */
  readonly clientCertificate?: TlsIdentity | undefined;
}

export type TlsIdentity =
  | { readonly certificate: string; readonly key: string }
  | { readonly pfx: Uint8Array; readonly passphrase: string };

export const strictTls: TlsOptions = { validateChain: true, validateName: true };

/** Of HTTP: `2or1` prefers 2 and settles for 1. */
export type HttpVersion = '1' | '2' | '2or1';

export interface OutgoingRequest {
  readonly method: string;
  /** Absolute; scheme http or https. */
  readonly url: string;
  /**
   * Whether the configuration names the host: such a one may be anywhere. A host that a call or a
   * response named (and one of which nothing is said) may not be where the client is told to keep
   * away from.
   */
  readonly hostIsConfigured?: boolean;
  readonly headers: HeaderMap;
  readonly body: Body | null;
  /** The protocol to ask for (RFC 9110 §7.8). */
  readonly upgrade?: string | undefined;
  /** HTTP/1.1 unless given. */
  readonly httpVersion?: HttpVersion | undefined;
  /** Until the response's headers have arrived. */
  readonly timeoutMs: number;
  /** `http://host:port` of a proxy, with its Basic credentials. */
  readonly proxy?: {
    readonly url: string;
    /** As for the request itself. */
    readonly hostIsConfigured?: boolean;
    readonly username?: string;
    readonly password?: string;
  };
  readonly tls: TlsOptions;
  readonly signal?: CancelSignal | undefined;
}

export interface IncomingResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderMap;
  readonly body: Body | null;
  /** With status 101. */
  readonly tunnel?: Tunnel | undefined;
}

/** Why a request got no response. */
export class SendError extends Error {
  readonly kind: 'connection' | 'timeout' | 'aborted' | 'protocol';

  constructor(kind: SendError['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SendError';
    this.kind = kind;
  }
}

/** Why a request is given up when nobody waits for its response any longer. */
export function goneAway(): SendError {
  return new SendError('aborted', 'The caller went away.');
}

/** Sends a request and resolves when the response's headers are here. @throws SendError */
export type Send = (request: OutgoingRequest) => Promise<IncomingResponse>;
