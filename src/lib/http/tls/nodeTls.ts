/**
 * What Node's TLS can do and has no public word for. All of it is here, so that another version of
 * Node is looked at here alone; the tests of this folder fail where it lacks something.
 */
import { Socket } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';

/** Answers OpenSSL's question for a ticket's key: status, HMAC key, AES key, and for a new ticket name and IV. */
export type TicketKeyAnswer = (
  name: Uint8Array,
  iv: Uint8Array,
  isNew: boolean,
) => readonly [number, ...Uint8Array[]];

interface TicketContext {
  onticketkeycallback: TicketKeyAnswer;
  enableTicketKeyCallback(): void;
}

/**
 * Lets a server ask for the key of each ticket. `setTicketKeys` knows one key, so that a new one would
 * cost every caller a whole handshake.
 */
export function onTicketKey(server: Server, answer: TicketKeyAnswer): void {
  const context = ticketContextOf(server);
  context.onticketkeycallback = answer;
  context.enableTicketKeyCallback();
}

function ticketContextOf(server: Server): TicketContext {
  const credentials: unknown = Reflect.get(server, '_sharedCreds');
  const context = propertyOf(credentials, 'context');
  if (isTicketContext(context)) return context;
  throw new Error('This version of Node does not let a server choose the keys of TLS tickets.');
}

function isTicketContext(value: unknown): value is TicketContext {
  return typeof propertyOf(value, 'enableTicketKeyCallback') === 'function';
}

/** Decides during a handshake, when the caller has named a host, whether it is asked for a certificate. */
export function requestCertificate(socket: TLSSocket, isRequested: boolean): void {
  const handle: unknown = Reflect.get(socket, '_handle');
  const set = propertyOf(handle, 'setVerifyMode');
  if (typeof set !== 'function') {
    throw new Error('This version of Node does not ask for certificates by host name.');
  }
  Reflect.apply(set, handle, [isRequested, false]);
}

/** The connection below a server's TLS. */
export function transportOf(socket: TLSSocket): Socket {
  const parent: unknown = Reflect.get(socket, '_parent');
  if (parent instanceof Socket) return parent;
  throw new Error('This version of Node does not tell the connection below TLS.');
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
