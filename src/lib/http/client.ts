/** HTTP to backends, in the version that a request asks for, behind the boundary of exchange.ts. */
import { lookup as dnsLookup } from 'node:dns';
import { SendError } from './exchange.ts';
import type { IncomingResponse, OutgoingRequest, Send } from './exchange.ts';
import { createClient as createHttp1Client } from './http1/client.ts';
import type { Client, ClientOptions } from './http1/client.ts';
import { defaultServerLimits } from './http1/serverLimits.ts';
import { createHttp2Client } from './http2/client.ts';
import type { Http2Client } from './http2/client.ts';

/** Sends requests over HTTP/1.1, or over HTTP/2 where they ask for it. */
export function createClient(options: ClientOptions = {}): Client {
  const http1 = createHttp1Client(options);
  // Most have no use for it.
  let http2: Http2Client | undefined;
  return {
    send(request) {
      const { httpVersion } = request;
      if (httpVersion === undefined || httpVersion === '1') return http1.send(request);
      http2 ??= createHttp2Client(http2Options(options));
      return sendNewer(request, http2, http1.send);
    },
    async close() {
      await Promise.all([http1.close(), http2?.close()]);
    },
  };
}

/** Over HTTP/2 if there is a way to, and else over HTTP/1.1 if that will do. */
async function sendNewer(
  request: OutgoingRequest,
  http2: Http2Client,
  sendOlder: Send,
): Promise<IncomingResponse> {
  const isOptional = request.httpVersion === '2or1';
  // What upgrades are for is done with HTTP/1.1 (RFC 9113 §8.6); in clear, nothing tells that a
  // backend speaks HTTP/2, so that it has to be known (§3.3).
  const isOlder =
    request.upgrade !== undefined || (isOptional && !request.url.startsWith('https:'));
  if (isOlder) return await sendOlder(request);
  const startedAt = performance.now();
  const answer = await http2.send(request);
  if (answer) return answer;
  if (isOptional) {
    const timeoutMs = request.timeoutMs - (performance.now() - startedAt);
    return await sendOlder({ ...request, timeoutMs });
  }
  request.body?.discard();
  throw new SendError('protocol', 'The backend does not speak HTTP/2.');
}

function http2Options(options: ClientOptions): Parameters<typeof createHttp2Client>[0] {
  const { maxHeaderBytes, maxHeaders } = defaultServerLimits;
  return {
    trustedCertificates: options.trustedCertificates ?? [],
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    lookup: options.lookup ?? dnsLookup,
    refusal: options.refusal,
    limits: { maxHeaderBytes, maxHeaders, contentTimeoutMs: options.contentTimeoutMs ?? 300_000 },
    maxStreams: options.maxStreams ?? 256,
    maxSessions: options.maxSessions ?? 8,
    idleMs: options.idleMs ?? 20_000,
    pingTimeoutMs: 5_000,
    maxIdleDestinations: options.maxIdleDestinations ?? 1_000,
  };
}
