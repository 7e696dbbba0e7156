/** HTTP/1.1 on `node:http` and `node:https`, behind the boundary of exchange.ts. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import { Body } from '../../Body.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from '../../exchange.ts';
import { HeaderMap } from '../../HeaderMap.ts';
import type { HeaderLine } from '../../HeaderMap.ts';
import { drain, readableBody } from '../../readableBody.ts';

export interface ServerLimits {
  /** Bytes of all header fields of a request together. */
  readonly maxHeaderBytes: number;
  readonly maxHeaders: number;
  /** From the first byte of a request to the end of its header fields. */
  readonly headersTimeoutMs: number;
  /** From the first byte of a request to the end of its body. */
  readonly requestTimeoutMs: number;
  /** A connection without a request on it is closed after this time. */
  readonly keepAliveTimeoutMs: number;
}

export const defaultServerLimits: ServerLimits = {
  maxHeaderBytes: 32 * 1024,
  maxHeaders: 200,
  headersTimeoutMs: 30_000,
  requestTimeoutMs: 300_000,
  keepAliveTimeoutMs: 65_000,
};

export interface ServerTls {
  /** PEM: the certificate, then those above it. */
  readonly certificate: string;
  readonly key: string;
  /** Ask callers for a certificate. It is not judged here: policies do that. */
  readonly requestClientCertificate: boolean;
}

export interface ServerOptions {
  readonly handle: RequestHandler;
  readonly limits?: Partial<ServerLimits>;
  /** Present for https. */
  readonly tls?: ServerTls | undefined;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no more calls, lets those under way finish, and cuts what is left after the time. */
  close(drainMs: number): Promise<void>;
}

/** Listens; port 0 takes a free one. Rejects with the system's error, such as EADDRINUSE. */
export async function listen(
  host: string,
  port: number,
  options: ServerOptions,
): Promise<RunningServer> {
  const server = createNodeServer(options);
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: (drainMs) => close(server, drainMs),
  };
}

function createNodeServer({ handle, limits, tls }: ServerOptions): Server {
  const all = { ...defaultServerLimits, ...limits };
  const common = {
    maxHeaderSize: all.maxHeaderBytes,
    headersTimeout: all.headersTimeoutMs,
    requestTimeout: all.requestTimeoutMs,
    keepAliveTimeout: all.keepAliveTimeoutMs,
    connectionsCheckingInterval: 5_000,
    insecureHTTPParser: false,
    requireHostHeader: true,
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(request, response, handle, tls ? 'https' : 'http');
  };
  const server = tls
    ? createTlsServer(
        {
          ...common,
          cert: tls.certificate,
          key: tls.key,
          requestCert: tls.requestClientCertificate,
          rejectUnauthorized: false,
          minVersion: 'TLSv1.2',
        },
        onRequest,
      )
    : createServer(common, onRequest);
  server.maxHeadersCount = all.maxHeaders;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) socket.destroy();
    else socket.end(malformedAnswer(error.code));
  });
  return server;
}

/** RFC 6585 §5 and RFC 9112 §2.2, without a word about how we read. */
function malformedAnswer(code: string | undefined): string {
  const [status, message] =
    code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The header fields of the request are too large.']
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'The request did not arrive in time.']
        : ['400 Bad Request', 'The request is malformed.'];
  const body = `{ "statusCode": ${status.slice(0, 3)}, "message": "${message}" }`;
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handle: RequestHandler,
  scheme: 'http' | 'https',
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  // A connection that breaks is reported by 'close'; an unheard 'error' would end the process.
  response.on('error', () => gone.abort());
  request.on('error', () => gone.abort());
  const incoming = incomingRequest(request, scheme, gone.signal);
  if (!incoming) {
    const body = Body.ofText('{ "statusCode": 400, "message": "The request is malformed." }');
    const headers = new HeaderMap([['Content-Type', 'application/json']]);
    // Where one message ends and the next begins is in doubt now.
    response.shouldKeepAlive = false;
    await write({ status: 400, reason: 'Bad Request', headers, body }, request, response);
    return;
  }
  try {
    await write(await handle(incoming), request, response);
  } catch {
    // The head may be out already: the only honest end is a broken connection.
    response.destroy();
  }
}

function incomingRequest(
  message: IncomingMessage,
  scheme: 'http' | 'https',
  signal: AbortSignal,
): IncomingRequest | undefined {
  const headers = new HeaderMap(pairs(message.rawHeaders));
  const address = targetOf(message.url ?? '/', headers);
  if (!address) return undefined;
  return {
    method: message.method ?? 'GET',
    scheme,
    ...address,
    httpVersion: message.httpVersion,
    headers,
    body: hasContent(headers)
      ? Body.streaming(readableBody(message, lengthIn(headers), drain))
      : null,
    remoteAddress: plainAddress(message.socket.remoteAddress ?? ''),
    clientCertificate: certificateOf(message),
    signal,
  };
}

/** RFC 9112 §3.2: origin form, or absolute form whose authority goes before Host (§3.2.2). */
function targetOf(
  target: string,
  headers: HeaderMap,
): { readonly authority: string; readonly target: string } | undefined {
  const hosts = headers.values('host');
  if (hosts.length > 1) return undefined;
  if (target.startsWith('/')) return { authority: hosts[0] ?? '', target };
  const absolute = /^https?:\/\/([^/?#]*)([^#]*)$/i.exec(target);
  if (!absolute) return undefined;
  const [, authority = '', rest = ''] = absolute;
  return { authority, target: rest.startsWith('/') ? rest : `/${rest}` };
}

function hasContent(headers: HeaderMap): boolean {
  // RFC 9112 §6.3: neither field means no content.
  return headers.has('transfer-encoding') || (lengthIn(headers) ?? 0) > 0;
}

function lengthIn(headers: HeaderMap): number | undefined {
  const length = headers.get('content-length');
  return length === undefined ? undefined : Number(length);
}

/** A dual-stack socket shows IPv4 peers as `::ffff:192.0.2.1`. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

function certificateOf({ socket }: IncomingMessage): X509Certificate | null {
  if (!('getPeerX509Certificate' in socket)) return null;
  return (socket as TLSSocket).getPeerX509Certificate() ?? null;
}

function* pairs(raw: readonly string[]): Generator<HeaderLine> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at]!, raw[at + 1]!];
}

async function write(
  { status, reason, headers, body }: OutgoingResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (response.destroyed) {
    body?.discard();
    return;
  }
  const hasBody = request.method !== 'HEAD' && status !== 204 && status !== 304;
  for (const name of headers.names()) {
    const values = headers.values(name);
    response.setHeader(name, values.length === 1 ? values[0]! : values);
  }
  if (hasBody) frame(response, body);
  response.writeHead(status, reason);
  if (!body || !hasBody) {
    body?.discard();
    response.end();
    return;
  }
  await body.pipe((chunk) => send(response, chunk));
  await new Promise<void>((resolve) => response.end(resolve));
}

function frame(response: ServerResponse, body: Body | null): void {
  const length = body ? body.length : 0;
  response.removeHeader('Transfer-Encoding');
  if (length === undefined) response.removeHeader('Content-Length');
  else response.setHeader('Content-Length', length);
}

/** Waits while the caller reads more slowly than the backend sends. */
function send(response: ServerResponse, chunk: Uint8Array): void | Promise<void> {
  if (response.write(chunk)) return undefined;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      response.off('drain', settle);
      response.off('close', settle);
      if (response.destroyed) reject(new Error('the caller went away'));
      else resolve();
    };
    response.once('drain', settle);
    response.once('close', settle);
  });
}

async function close(server: Server, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(cut);
}
