import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, ListenOptions, Server } from 'node:net';
import { describeListenError } from '../listenError.ts';

/** A port that workers of this process may listen on together. */
export interface PortClaim {
  readonly port: number;
  release(): Promise<void>;
}

/**
 * Makes sure that a port is nobody else's before workers share it (SO_REUSEPORT): the system would let
 * a second gateway of the same user share it, too, and each would get some of the other's calls. So the
 * port is listened on alone for a moment. Between that moment and the first worker, a second gateway
 * could do the same; on Linux it is kept out by a name that this process holds as long as it runs.
 * Port 0 takes a free one. @throws ListenError
 */
export async function claimPort(host: string, port: number, purpose: string): Promise<PortClaim> {
  // A port that the system picks is not picked twice.
  const name = port === 0 ? undefined : await claimName(host, port, purpose);
  try {
    const probe = await describeListenError(listening({ host, port }), port, purpose);
    const taken = (probe.address() as AddressInfo).port;
    await closed(probe);
    return { port: taken, release: async () => name && closed(name) };
  } catch (error) {
    if (name) await closed(name);
    throw error;
  }
}

/** Abstract socket names (unix(7)) belong to the network namespace, as ports do. Only Linux has them. */
async function claimName(host: string, port: number, purpose: string): Promise<Server | undefined> {
  if (process.platform !== 'linux') return undefined;
  const path = `\0sallyport/${process.getuid?.()}/${host.toLowerCase()}/${port}`;
  const server = await describeListenError(listening({ path }), port, purpose);
  server.on('connection', (socket) => socket.destroy());
  // Whoever connects to it must not end this process; an unheard 'error' would.
  server.on('error', () => undefined);
  return server.unref();
}

/** Whether workers can listen on one port: macOS and Windows do not deal connections out. */
export async function canSharePorts(host: string): Promise<boolean> {
  try {
    await closed(await listening({ host, port: 0, reusePort: true }));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTSUP') return false;
    // Another fault of the address is told when it is really listened on.
    return true;
  }
}

async function listening(options: ListenOptions): Promise<Server> {
  const server = createServer();
  server.listen(options);
  await once(server, 'listening');
  return server;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
