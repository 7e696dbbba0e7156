import { strictTls } from './exchange.ts';
import type { Send } from './exchange.ts';
import { HeaderMap } from './HeaderMap.ts';

export interface FetchInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** See OutgoingRequest. */
  readonly hostIsConfigured?: boolean;
}

/** Bytes of an answer that is taken as a whole; whoever asks sets a tighter bound of its own. */
const maxBytes = 4 * 1024 * 1024;
const headTimeoutMs = 30_000;

/**
 * The part of `fetch` that documents are fetched with, over our own client: a GET that follows no
 * redirect. Rejects with a SendError, or with BodyTooLarge.
 */
export function fetchThrough(send: Send): (url: string, init?: FetchInit) => Promise<Response> {
  return async (url, { headers = {}, signal, hostIsConfigured = false } = {}) => {
    const answer = await send({
      method: 'GET',
      url,
      hostIsConfigured,
      headers: new HeaderMap(Object.entries(headers)),
      body: null,
      timeoutMs: headTimeoutMs,
      tls: strictTls,
      signal,
    });
    const bytes = answer.body ? await answer.body.buffer(maxBytes) : null;
    return new Response(bytes && new Uint8Array(bytes), {
      status: answer.status,
      statusText: answer.reason,
      headers: [...answer.headers].map(([name, value]): [string, string] => [name, value]),
    });
  };
}
