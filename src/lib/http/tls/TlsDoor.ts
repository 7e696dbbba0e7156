import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { createSecureContext, createServer } from 'node:tls';
import type { SecureContext, SecureContextOptions, Server, TLSSocket } from 'node:tls';
import { answerTicketKey, ticketKeyLength } from './answerTicketKey.ts';
import { hostOf, HostTable } from './HostTable.ts';
import { onTicketKey, requestCertificate, transportOf } from './nodeTls.ts';
import { defaultCiphers } from './ServerTls.ts';
import type { OwnCertificate, ServerTls } from './ServerTls.ts';

interface Host {
  /** The server's own unless there is one. */
  readonly context: SecureContext | undefined;
  /** Whether its callers are asked for a certificate. */
  readonly asks: boolean;
}

/** What handshakes take place by: never changed, but exchanged as a whole. */
interface Terms {
  /** Does not listen: connections are handed to it. */
  readonly server: Server;
  readonly hosts: HostTable<Host>;
  /** Whether some hosts ask for a certificate, and others do not. */
  readonly isMixed: boolean;
}

/**
 * Hears of a connection whose handshake is done, with the one below it, and whether its caller was asked
 * for a certificate, where that is known.
 */
export type SecureListener = (
  socket: TLSSocket,
  transport: Socket,
  wasAsked: boolean | undefined,
) => void;

/** Seconds that a session may be resumed for. The keys of tickets live at least as long. */
export const sessionSeconds = 3600;

/** Makes TLS of connections, by their callers' host names and by settings that can be exchanged. */
export class TlsDoor {
  readonly #handshakeTimeoutMs: number;
  readonly #onSecure: SecureListener;
  readonly #handshakes = new Map<Socket, NodeJS.Timeout>();
  #terms: Terms;

  /** Throws when a certificate, key or cipher cannot be used. */
  constructor(tls: ServerTls, handshakeTimeoutMs: number, onSecure: SecureListener) {
    this.#handshakeTimeoutMs = handshakeTimeoutMs;
    this.#onSecure = onSecure;
    this.#terms = this.#termsOf(tls);
  }

  /**
   * Handshakes that begin from now on take place by these settings; those under way, and connections,
   * go on as they are. Throws when a certificate, key or cipher cannot be used, and then nothing has changed.
   */
  replace(tls: ServerTls): void {
    this.#terms = this.#termsOf(tls);
  }

  /** Begins the handshake on a connection. If it fails, that is the caller's affair: the connection is closed. */
  admit(transport: Socket): void {
    // For the whole handshake. Node's own limit starts anew with each byte.
    const timer = setTimeout(() => transport.destroy(), this.#handshakeTimeoutMs);
    this.#handshakes.set(transport, timer);
    transport.on('close', () => this.#endHandshake(transport));
    // Who closes the own side in the handshake has given up, and the connection ends; TLS takes it from here.
    transport.allowHalfOpen = false;
    this.#terms.server.emit('connection', transport);
  }

  #endHandshake(transport: Socket): void {
    clearTimeout(this.#handshakes.get(transport));
    this.#handshakes.delete(transport);
  }

  /**
   * Whether a request to an authority must not come on a connection, because callers of that host are
   * asked for a certificate and those of this connection were not, or the reverse (RFC 9110 §7.4). With
   * HTTP/2 a caller may take the connection to one host for another (RFC 9113 §9.1.1).
   */
  isMisdirected(wasAsked: boolean, authority: string): boolean {
    const { hosts, isMixed } = this.#terms;
    return isMixed && hosts.find(hostOf(authority)).asks !== wasAsked;
  }

  #termsOf(tls: ServerTls): Terms {
    const hosts = hostsOf(tls);
    const server = createServer({
      ...contextOptions(tls, tls),
      requestCert: tls.requestClientCertificate,
      rejectUnauthorized: false,
      ALPNProtocols: tls.http2 === false ? ['http/1.1'] : ['h2', 'http/1.1'],
      // Without it the handshake need not wait for an answer.
      ...(tls.hosts?.length && { SNICallback: hostChooser(hosts, tls.requestClientCertificate) }),
    });
    onTicketKey(server, answerTicketKey(tls.ticketKeys ?? [randomBytes(ticketKeyLength)]));
    server.on('secureConnection', (socket: TLSSocket) => {
      const transport = transportOf(socket);
      this.#endHandshake(transport);
      // After it, as in a connection without TLS.
      socket.allowHalfOpen = true;
      this.#onSecure(socket, transport, wasAsked(socket, hosts));
    });
    const asks = [tls, ...(tls.hosts ?? [])].map((host) => host.requestClientCertificate);
    return { server, hosts, isMixed: asks.includes(true) && asks.includes(false) };
  }
}

/** Node calls it on the socket, which is the only way to learn whose handshake it is. */
type HostChooser = (
  this: TLSSocket,
  name: string,
  done: (error: Error | null, context?: SecureContext) => void,
) => void;

function hostChooser(hosts: HostTable<Host>, asksOthers: boolean): HostChooser {
  return function choose(name, done) {
    try {
      const { context, asks } = hosts.find(name);
      if (asks !== asksOthers) requestCertificate(this, asks);
      done(null, context);
    } catch (error) {
      done(error instanceof Error ? error : new Error('no host', { cause: error }));
    }
  };
}

/**
 * OpenSSL does not ask for the host of a session that is resumed, and for TLS 1.2 does not even tell
 * it. Such a connection has the certificate that its caller showed when asked, or none: policies
 * judge that.
 */
function wasAsked(socket: TLSSocket, hosts: HostTable<Host>): boolean | undefined {
  if (socket.isSessionReused() && socket.getProtocol() !== 'TLSv1.3') return undefined;
  return hosts.find(typeof socket.servername === 'string' ? socket.servername : '').asks;
}

/** Throws when a certificate, key or cipher cannot be used. */
export function checkServerTls(tls: ServerTls): void {
  createSecureContext(contextOptions(tls, tls));
  hostsOf(tls);
}

function hostsOf(tls: ServerTls): HostTable<Host> {
  const named = (tls.hosts ?? []).map((host) => {
    const context = createSecureContext(contextOptions(host, tls));
    return [host.name, { context, asks: host.requestClientCertificate }] as const;
  });
  return new HostTable<Host>(named, { context: undefined, asks: tls.requestClientCertificate });
}

function contextOptions(
  { certificate, key, archive }: OwnCertificate,
  { minVersion = 'TLSv1.2', ciphers = defaultCiphers }: ServerTls,
): SecureContextOptions {
  const isOld = minVersion === 'TLSv1' || minVersion === 'TLSv1.1';
  return {
    ...(archive
      ? { pfx: Buffer.from(archive.pfx), passphrase: archive.passphrase }
      : { cert: certificate, key }),
    minVersion,
    // OpenSSL's level 1 has nothing that TLS 1.1 could sign with.
    ciphers: [...ciphers, ...(isOld ? ['@SECLEVEL=0'] : [])].join(':'),
    honorCipherOrder: true,
    sessionTimeout: sessionSeconds,
    // Node's own is another one in each program; servers that share ticket keys share it, too.
    sessionIdContext: 'sallyport',
  };
}
