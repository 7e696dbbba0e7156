import { connect } from 'node:net';
import type { LookupFunction, Socket, TcpNetConnectOpts } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { SendError, strictTls } from '../exchange.ts';
import { owned } from '../Lease.ts';
import { secureOptions } from './Destination.ts';
import type { Destination, Proxy } from './Destination.ts';
import { guardedLookup, refuseLiteral } from './guardedLookup.ts';
import type { Refusal } from './guardedLookup.ts';
import { HeldBytes } from './HeldBytes.ts';
import { Malformed } from './Malformed.ts';
import { readHead } from './readHead.ts';
import { parseResponseHead } from './responseHead.ts';
import type { ClientLimits } from './ClientConnection.ts';
import { readShared, readsOf } from './sharedReads.ts';
import type { Receiver } from './sharedReads.ts';

export interface SocketOptions {
  /** PEM certificates that are trusted beside the system's. */
  readonly trustedCertificates: readonly string[];
  readonly connectTimeoutMs: number;
  readonly lookup: LookupFunction;
  /** Where hosts that the configuration does not name may not be. */
  readonly refusal?: Refusal | undefined;
  readonly limits: ClientLimits;
  /** The session of an earlier connection (RFC 8446 §2.2). */
  readonly session?: Buffer | undefined;
  /** To choose from in the TLS handshake (RFC 7301); HTTP/1.1 unless given. */
  readonly protocols?: readonly string[];
}

/**
 * Connects to a destination; what arrives goes to `receiver`. Without one, whoever gets the socket
 * reads it, and a proxy is asked for a tunnel whatever the scheme. @throws SendError
 */
export async function openSocket(
  destination: Destination,
  receiver: Receiver | undefined,
  options: SocketOptions,
): Promise<Socket> {
  const { proxy, isSecure } = destination;
  if (proxy) return await openThrough(proxy, destination, receiver, options);
  const address = {
    ...addressOf(destination, options),
    ...(receiver ? { onread: readsOf(receiver) } : {}),
  };
  if (!isSecure) return await ready(connect(address), 'connect', options);
  return await ready(
    connectTls({ ...address, ...security(destination, options) }),
    'secureConnect',
    options,
  );
}

/** Where to connect; a host that must not be reached is refused here or when its name is looked up. */
function addressOf(
  { host, port, hostIsConfigured }: Pick<Destination, 'host' | 'port' | 'hostIsConfigured'>,
  { lookup, refusal }: SocketOptions,
): TcpNetConnectOpts {
  const address = { host, port, noDelay: true, keepAlive: true };
  if (hostIsConfigured || !refusal) return { ...address, lookup };
  refuseLiteral(host, refusal);
  return { ...address, lookup: guardedLookup(lookup, refusal) };
}

function security(destination: Destination, options: SocketOptions): ConnectionOptions {
  const { session, trustedCertificates, protocols } = options;
  return {
    ...secureOptions(destination, trustedCertificates, protocols),
    ...(session ? { session } : {}),
  };
}

function ready(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  { connectTimeoutMs }: SocketOptions,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = 'The backend did not take the connection in time.';
      socket.destroy(new SendError('timeout', message));
    }, connectTimeoutMs);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(connectionError(error));
    };
    socket.once('error', fail);
    socket.once(event, () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

function connectionError(error: Error): SendError {
  if (error instanceof SendError) return error;
  return new SendError('connection', 'The connection to the backend failed.', error);
}

/** A proxy for https is asked for a tunnel (RFC 9110 §9.3.6), one for http gets the requests. */
async function openThrough(
  proxy: Proxy,
  destination: Destination,
  receiver: Receiver | undefined,
  options: SocketOptions,
): Promise<Socket> {
  const { host, isSecure } = proxy;
  // What a name means, only the proxy knows.
  if (!destination.hostIsConfigured) refuseLiteral(destination.host, options.refusal);
  const address = addressOf(proxy, options);
  const opening = isSecure
    ? ready(
        connectTls({
          ...address,
          // What a backend is forgiven, and who we are to it, is no affair of the proxy.
          ...secureOptions({ host, tls: strictTls }, options.trustedCertificates),
        }),
        'secureConnect',
        options,
      )
    : ready(connect(address), 'connect', options);
  const socket = await opening;
  if (!destination.isSecure && receiver) {
    readShared(socket, receiver);
    return socket;
  }
  await tunnel(socket, proxy, destination, options);
  if (!destination.isSecure) return socket;
  const secured = connectTls({ socket, ...security(destination, options) });
  await ready(secured, 'secureConnect', options);
  if (receiver) secured.on('data', (bytes: Buffer) => receiver.take(bytes, owned));
  return secured;
}

function tunnel(
  socket: Socket,
  { authorization }: Proxy,
  { host, port, isSecure }: Destination,
  { limits, connectTimeoutMs }: SocketOptions,
): Promise<void> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const held = new HeldBytes();
    const settle = (error?: SendError): void => {
      clearTimeout(timer);
      socket.off('data', take).off('close', closed).off('error', ignore);
      if (!error) return resolve();
      socket.destroy();
      reject(error);
    };
    const fail = (message: string): void => settle(new SendError('connection', message));
    const timer = setTimeout(() => fail('The proxy did not answer in time.'), connectTimeoutMs);
    const closed = (): void => fail('The proxy closed the connection.');
    const take = (bytes: Buffer): void => {
      try {
        const whole = readHead(held, bytes, limits.maxHeaderBytes);
        if (!whole) return;
        const { status } = parseResponseHead(whole, 'CONNECT', limits);
        if (status < 200 || status > 299) return fail(`The proxy answered with status ${status}.`);
        // Over TLS the destination does not speak first, so what came was not from there.
        if (isSecure && whole.rest.length > 0) return fail('The proxy broke the rules of HTTP.');
        settle();
        if (isSecure) return;
        // Whoever gets the socket reads it from here.
        socket.pause();
        if (whole.rest.length > 0) socket.unshift(Buffer.from(whole.rest));
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        return fail('The proxy broke the rules of HTTP.');
      }
    };
    socket.on('data', take).on('close', closed).on('error', ignore);
    const credentials =
      authorization === undefined ? '' : `Proxy-Authorization: ${authorization}\r\n`;
    socket.write(
      `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${credentials}\r\n`,
      'latin1',
    );
  });
}

function ignore(): void {
  // 'close' follows.
}
