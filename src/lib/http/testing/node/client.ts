/** The backend side on undici, behind the boundary of exchange.ts. */
import { PassThrough } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { Agent, ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import { Body } from '../../Body.ts';
import { SendError } from '../../exchange.ts';
import type { IncomingResponse, OutgoingRequest, Send, TlsOptions } from '../../exchange.ts';
import { HeaderMap } from '../../HeaderMap.ts';
import type { HeaderLine } from '../../HeaderMap.ts';
import { endToEnd } from '../../hopByHop.ts';
import { readableBody } from '../../readableBody.ts';

export interface ClientOptions {
  /** PEM certificates that are trusted beside the system's. */
  readonly trustedCertificates?: readonly string[];
  readonly connectTimeoutMs?: number;
  /** Open connections to one origin. */
  readonly maxConnections?: number;
}

export interface Client {
  readonly send: Send;
  /** Closes idle connections and waits for those in use. */
  close(): Promise<void>;
}

/** Sends requests over kept-alive connections, pooled by origin and by how the way is secured. */
export function createClient(options: ClientOptions = {}): Client {
  const dispatchers = new Map<string, Dispatcher>();
  const dispatcherFor = (request: OutgoingRequest): Dispatcher => {
    const key = JSON.stringify([request.tls, request.proxy]);
    let dispatcher = dispatchers.get(key);
    if (!dispatcher) dispatchers.set(key, (dispatcher = createDispatcher(request, options)));
    return dispatcher;
  };
  return {
    send: (request) => send(request, dispatcherFor(request)),
    async close() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.close()));
    },
  };
}

function createDispatcher({ tls, proxy }: OutgoingRequest, options: ClientOptions): Dispatcher {
  const connect = {
    ...tlsConnect(tls, options.trustedCertificates ?? []),
    timeout: options.connectTimeoutMs ?? 10_000,
  };
  const common = {
    // HTTP/2 to backends is asked for, never negotiated by surprise.
    allowH2: false,
    connections: options.maxConnections ?? 256,
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
  };
  if (!proxy) return new Agent({ ...common, connect });
  const credentials = Buffer.from(`${proxy.username ?? ''}:${proxy.password ?? ''}`).toString(
    'base64',
  );
  return new ProxyAgent({
    ...common,
    uri: proxy.url,
    requestTls: connect,
    ...(proxy.username === undefined ? {} : { token: `Basic ${credentials}` }),
  });
}

function tlsConnect(tls: TlsOptions, trusted: readonly string[]): Record<string, unknown> {
  const { clientCertificate, validateChain, validateName } = tls;
  return {
    rejectUnauthorized: validateChain,
    ...(validateName ? {} : { checkServerIdentity: () => undefined }),
    ...(trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {}),
    ...(clientCertificate === undefined
      ? {}
      : 'pfx' in clientCertificate
        ? { pfx: clientCertificate.pfx, passphrase: clientCertificate.passphrase }
        : { cert: clientCertificate.certificate, key: clientCertificate.key }),
  };
}

async function send(request: OutgoingRequest, dispatcher: Dispatcher): Promise<IncomingResponse> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(timedOut), request.timeoutMs);
  // Stays after the head arrived: a caller who goes away ends the body, too.
  const stop = (): void => abort.abort(new SendError('aborted', 'The caller went away.'));
  if (request.signal?.aborted) stop();
  else request.signal?.addEventListener('abort', stop);
  try {
    const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]*)([^#]*)/i.exec(request.url) ?? [];
    const answer = await dispatcher.request({
      origin,
      path: path.startsWith('/') ? path : `/${path}`,
      method: request.method as Dispatcher.HttpMethod,
      headers: flatHeaders(request),
      body: request.body ? readableOf(request.body) : null,
      signal: abort.signal,
      responseHeaders: 'raw',
    });
    return responseOf(request, answer);
  } catch (error) {
    request.body?.discard();
    throw sendErrorOf(error);
  } finally {
    clearTimeout(timer);
  }
}

const timedOut = new SendError('timeout', 'The backend did not answer in time.');

/** What goes out is written anew: framing is the client's business, hop-by-hop fields end here. */
function flatHeaders({ headers, body }: OutgoingRequest): string[] {
  const lines: string[] = [];
  for (const [name, value] of endToEnd(headers)) {
    if (name.toLowerCase() !== 'content-length' && name.toLowerCase() !== 'expect')
      lines.push(name, value);
  }
  if (body?.length !== undefined) lines.push('Content-Length', String(body.length));
  return lines;
}

/** undici asks for bytes or for something to read from. */
function readableOf(body: Body): Uint8Array | PassThrough {
  if (body.bytes) return body.bytes;
  const stream = new PassThrough();
  const write = (chunk: Uint8Array): void | Promise<void> => {
    if (stream.destroyed) throw new SendError('aborted', 'The backend stopped reading.');
    // The sender may reuse its buffer, and the stream keeps what it cannot pass on at once.
    if (stream.write(chunk.slice())) return undefined;
    return new Promise((resolve) => {
      stream.once('drain', resolve);
      stream.once('close', resolve);
    });
  };
  body.pipe(write).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : undefined),
  );
  return stream;
}

function responseOf(request: OutgoingRequest, answer: Dispatcher.ResponseData): IncomingResponse {
  const { statusCode, statusText, body } = answer;
  const headers = endToEnd(new HeaderMap(pairs(answer.headers as unknown as readonly string[])));
  const length = headers.get('content-length');
  const hasNoContent =
    request.method === 'HEAD' || statusCode === 204 || statusCode === 304 || length === '0';
  if (hasNoContent) body.on('error', ignore).resume();
  return {
    status: statusCode,
    reason: statusText ?? '',
    headers,
    body: hasNoContent
      ? null
      : Body.streaming(readableBody(body, length === undefined ? undefined : Number(length))),
  };
}

function ignore(): void {
  // Nothing was expected of this body.
}

function* pairs(raw: readonly string[]): Generator<HeaderLine> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at]!, raw[at + 1]!];
}

function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new SendError('timeout', 'The backend did not take the connection in time.', error);
  }
  if (code.startsWith('HPE_') || code === 'UND_ERR_RESPONSE_STATUS_CODE') {
    return new SendError('protocol', 'The backend broke the rules of HTTP.', error);
  }
  return new SendError('connection', 'The connection to the backend failed.', error);
}
