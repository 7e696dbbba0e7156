import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { createSecureContext, createServer } from 'node:tls';
import type { SecureContext, SecureContextOptions, Server, TLSSocket } from 'node:tls';
import { answerTicketKey, ticketKeyLength } from './answerTicketKey.ts';
import { HostTable } from './HostTable.ts';
import { onTicketKey, requestCertificate, requestCertificates, transportOf } from './nodeTls.ts';
import { defaultCiphers } from './ServerTls.ts';
import type { OwnCertificate, ServerTls } from './ServerTls.ts';

interface Host {
  readonly context: SecureContext;
  readonly asks: boolean;
}

/** Seconds that a session may be resumed for. The keys of tickets live at least as long. */
export const sessionSeconds = 3600;

/** A TLS server that knows its callers' host names, and whose certificates can be exchanged. */
export class TlsDoor {
  readonly server: Server;
  #hosts: HostTable<Host>;
  #asksSome = false;
  #asksAll = false;
  /** Whether connections were asked for a certificate in their handshake. */
  readonly #asked = new WeakMap<TLSSocket, boolean>();
  readonly #handshakes = new WeakMap<Socket, NodeJS.Timeout>();

  /** Throws when a certificate, key or cipher cannot be used. */
  constructor(
    tls: ServerTls,
    handshakeTimeoutMs: number,
    onConnection: (socket: TLSSocket) => void,
  ) {
    this.#hosts = hostsOf(tls);
    const chooseHost = this.#chooseHost.bind(this);
    this.server = createServer(
      {
        ...contextOptions(tls, tls),
        // Who closes the own side after a request still gets an answer.
        // Callers that vanished are found out, even when nothing is sent to them, as in tunnels.
        allowHalfOpen: true,
        noDelay: true,
        keepAlive: true,
        rejectUnauthorized: false,
        ALPNProtocols: tls.http2 === false ? ['http/1.1'] : ['h2', 'http/1.1'],
        // Node calls it on the socket, which is the only way to learn whose handshake it is.
        SNICallback(this: TLSSocket, name, done) {
          chooseHost(this, name, done);
        },
      },
      (socket) => {
        this.#rememberUnasked(socket);
        onConnection(socket);
      },
    );
    // A handshake that fails is the caller's affair; the socket is closed already.
    this.server.on('tlsClientError', ignore);
    this.#limitHandshakes(handshakeTimeoutMs);
    this.#use(tls);
  }

  /**
   * Handshakes from now on take place by these settings; connections go on as they are. What ALPN
   * offers stays. Throws when a certificate, key or cipher cannot be used, and then nothing has changed.
   */
  replace(tls: ServerTls): void {
    const hosts = hostsOf(tls);
    this.server.setSecureContext(contextOptions(tls, tls));
    this.#hosts = hosts;
    this.#use(tls);
  }

  #use(tls: ServerTls): void {
    const asks = [tls, ...(tls.hosts ?? [])].map((host) => host.requestClientCertificate);
    this.#asksSome = asks.includes(true);
    this.#asksAll = !asks.includes(false);
    requestCertificates(this.server, tls.requestClientCertificate);
    onTicketKey(this.server, answerTicketKey(tls.ticketKeys ?? [randomBytes(ticketKeyLength)]));
  }

  #chooseHost(
    socket: TLSSocket,
    name: string,
    done: (error: Error | null, context?: SecureContext) => void,
  ): void {
    try {
      const { context, asks } = this.#hosts.find(name);
      requestCertificate(socket, asks);
      this.#asked.set(socket, asks);
      done(null, context);
    } catch (error) {
      done(error instanceof Error ? error : new Error('no host', { cause: error }));
    }
  }

  /**
   * Whether a request for a host must not come on a connection, because callers of that host are asked
   * for a certificate and those of this connection were not, or the reverse (RFC 9110 §7.4). With
   * HTTP/2 a caller may take the connection to one host for another (RFC 9113 §9.1.1).
   */
  isMisdirected(socket: TLSSocket, host: string): boolean {
    if (this.#asksAll || !this.#asksSome) return false;
    const asked = this.#asked.get(socket);
    return asked !== undefined && asked !== this.#hosts.find(host).asks;
  }

  /**
   * OpenSSL does not ask for the host of a session that is resumed, and for TLS 1.2 does not even tell
   * it. Such a connection has the certificate that its caller showed when asked, or none: policies
   * judge that.
   */
  #rememberUnasked(socket: TLSSocket): void {
    if (this.#asked.has(socket)) return;
    if (socket.isSessionReused() && socket.getProtocol() !== 'TLSv1.3') return;
    const name = typeof socket.servername === 'string' ? socket.servername : '';
    this.#asked.set(socket, this.#hosts.find(name).asks);
  }

  /** The whole handshake has this time. Node's own limit starts anew with each byte. */
  #limitHandshakes(handshakeTimeoutMs: number): void {
    this.server.prependListener('connection', (socket: Socket) => {
      const timer = setTimeout(() => socket.destroy(), handshakeTimeoutMs);
      this.#handshakes.set(socket, timer);
      socket.on('close', () => clearTimeout(timer));
    });
    this.server.prependListener('secureConnection', (socket: TLSSocket) => {
      const transport = transportOf(socket);
      clearTimeout(this.#handshakes.get(transport));
      this.#handshakes.delete(transport);
    });
  }
}

/** Throws when a certificate, key or cipher cannot be used. */
export function checkServerTls(tls: ServerTls): void {
  hostsOf(tls);
}

function hostsOf(tls: ServerTls): HostTable<Host> {
  const hostOf = (own: OwnCertificate): Host => ({
    context: createSecureContext(contextOptions(own, tls)),
    asks: own.requestClientCertificate,
  });
  const named = (tls.hosts ?? []).map((host) => [host.name, hostOf(host)] as const);
  return new HostTable(named, hostOf(tls));
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

function ignore(): void {
  // Nobody asked to hear of it.
}
