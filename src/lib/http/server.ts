/** HTTP/1.1 and, over TLS, HTTP/2 for callers, on sockets, behind the boundary of exchange.ts. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { OwnCapacity } from './Capacity.ts';
import type { Capacity } from './Capacity.ts';
import type { RequestHandler } from './exchange.ts';
import type { Malformed } from './http1/Malformed.ts';
import { serveSession } from './http2/serveSession.ts';
import type { Peer } from './http2/requestOf.ts';
import { plainAddress, ServerConnection } from './http1/ServerConnection.ts';
import type { ConnectionSettings } from './http1/ServerConnection.ts';
import { defaultServerLimits } from './http1/serverLimits.ts';
import type { ServerLimits } from './http1/serverLimits.ts';
import { readShared } from './http1/sharedReads.ts';
import { refuseMisdirected } from './tls/misdirected.ts';
import type { ServerTls } from './tls/ServerTls.ts';
import { TlsDoor } from './tls/TlsDoor.ts';

export interface ServerOptions {
  readonly handle: RequestHandler;
  readonly limits?: Partial<ServerLimits>;
  /** Present for https. */
  readonly tls?: ServerTls | undefined;
  /** Hears of requests that could not be read. */
  readonly onRefusal?: (refusal: Malformed, remoteAddress: string) => void;
  /** Room for calls and connections that other servers take from, too, instead of `limits`. */
  readonly calls?: Capacity;
  readonly connections?: Capacity;
  /** Share the port with others who listen on it in the same way: the system deals connections out. */
  readonly reusePort?: boolean;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no more calls, lets those under way finish, and cuts what is left after the time. */
  close(drainMs: number): Promise<void>;
  /**
   * Present for https: handshakes from now on take place by these settings. Throws when a certificate,
   * key or cipher cannot be used, and then nothing has changed.
   */
  readonly secure?: (tls: ServerTls) => void;
}

/** Listens; port 0 takes a free one. Rejects with the system's error, such as EADDRINUSE. */
export async function listen(
  host: string,
  port: number,
  options: ServerOptions,
): Promise<RunningServer> {
  // Connections, in their handshake, too, and how each is let end when no call is on it.
  const open = new Map<Socket, (() => void) | undefined>();
  let isDraining = false;
  const limits = { ...defaultServerLimits, ...options.limits };
  const settings: ConnectionSettings = {
    handle: options.handle,
    limits,
    scheme: options.tls ? 'https' : 'http',
    onRefusal: options.onRefusal ?? ignore,
    calls: options.calls ?? new OwnCapacity(limits.maxCalls),
    isDraining: () => isDraining,
  };
  const take = (socket: Socket, own: ConnectionSettings, transport: Socket): void => {
    // Its handshake was still under way.
    if (isDraining) socket.destroy();
    else open.set(transport, serve(socket, own));
  };
  const door = options.tls && tlsDoor(options.tls, settings, take);
  const room = options.connections ?? new OwnCapacity(limits.maxConnections);
  // Who closes the own side after a request still gets an answer.
  // Callers that vanished are found out, even when nothing is sent to them, as in tunnels.
  const common = { allowHalfOpen: true, noDelay: true, keepAlive: true };
  const server = createServer(common, (socket) => {
    if (!room.enter()) {
      socket.destroy();
      return;
    }
    open.set(socket, undefined);
    socket.on('close', () => {
      open.delete(socket);
      room.leave();
    });
    if (door) door.admit(socket);
    else take(socket, settings, socket);
  });
  server.listen({ host, port, reusePort: options.reusePort ?? false });
  await once(server, 'listening');
  // A connection that cannot be accepted is no reason to stop; an unheard 'error' would end the process.
  server.on('error', ignore);
  return {
    port: (server.address() as AddressInfo).port,
    async close(drainMs) {
      isDraining = true;
      for (const retire of open.values()) retire?.();
      const cut = setTimeout(() => {
        for (const socket of open.keys()) socket.destroy();
      }, drainMs);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(cut);
    },
    ...(door && { secure: (tls: ServerTls) => door.replace(tls) }),
  };
}

/** Serves what the caller speaks; the function that it returns lets that end when no call is on it. */
function serve(socket: Socket, settings: ConnectionSettings): () => void {
  if (socket instanceof TLSSocket && socket.alpnProtocol === 'h2') {
    const session = serveSession(socket, peerOf(socket, settings.scheme), settings);
    return () => session.close();
  }
  const connection = new ServerConnection(socket, settings);
  readShared(socket, connection);
  return () => connection.retire();
}

function tlsDoor(
  tls: ServerTls,
  settings: ConnectionSettings,
  take: (socket: TLSSocket, settings: ConnectionSettings, transport: Socket) => void,
): TlsDoor {
  const { handle, onRefusal, limits } = settings;
  const settingsFor = (wasAsked: boolean): ConnectionSettings => {
    const isMisdirected = (authority: string): boolean => door.isMisdirected(wasAsked, authority);
    return { ...settings, handle: refuseMisdirected(handle, isMisdirected, onRefusal) };
  };
  const [asked, unasked] = [settingsFor(true), settingsFor(false)];
  const door = new TlsDoor(tls, limits.handshakeTimeoutMs, (socket, transport, wasAsked) => {
    const known = wasAsked ? asked : unasked;
    take(socket, wasAsked === undefined ? settings : known, transport);
  });
  return door;
}

function peerOf(socket: TLSSocket, scheme: Peer['scheme']): Peer {
  return {
    scheme,
    remoteAddress: plainAddress(socket.remoteAddress ?? ''),
    clientCertificate: socket.getPeerX509Certificate() ?? null,
  };
}

function ignore(): void {
  // Nobody asked to hear of it.
}
