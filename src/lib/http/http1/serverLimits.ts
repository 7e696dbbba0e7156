import type { HeadLimits } from './requestHead.ts';

export interface ServerLimits extends HeadLimits {
  /** From the connection to the end of its TLS handshake. */
  readonly handshakeTimeoutMs: number;
  /** From the first byte of a request to the end of its header fields. */
  readonly headersTimeoutMs: number;
  /** From the end of the header fields to the end of the content. */
  readonly requestTimeoutMs: number;
  /** A connection without a request on it is closed after this time. */
  readonly keepAliveTimeoutMs: number;
  /**
   * A caller who has closed his side may still read. Most who do so have given up, so that an answer
   * which has not begun by then is not waited for: it would keep a connection to the backend for nobody.
   */
  readonly halfClosedTimeoutMs: number;
  /** A caller who reads nothing of an answer for this time is given up on. */
  readonly writeTimeoutMs: number;
  /** A connection whose own side has ended waits for the end of the other for this time. */
  readonly lingerTimeoutMs: number;
  /** Calls under way; more are answered with 503 and Retry-After. */
  readonly maxCalls: number;
  /** Open connections; more are closed as they come. */
  readonly maxConnections: number;
}

export const defaultServerLimits: ServerLimits = {
  maxHeaderBytes: 32 * 1024,
  maxHeaders: 200,
  handshakeTimeoutMs: 10_000,
  headersTimeoutMs: 30_000,
  requestTimeoutMs: 300_000,
  keepAliveTimeoutMs: 65_000,
  halfClosedTimeoutMs: 10_000,
  writeTimeoutMs: 60_000,
  lingerTimeoutMs: 5_000,
  maxCalls: 10_000,
  maxConnections: 20_000,
};
