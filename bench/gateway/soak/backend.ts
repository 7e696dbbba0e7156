import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Until it gives up what it has let stall. */
const patienceMs = 2_000;
const large = Buffer.alloc(102_400, 'x');

/** A backend that behaves as the path says: well, or badly. It speaks WebSocket as far as an echo goes. */
export async function openBackend(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(request.url ?? '', response));
  });
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n',
    );
    socket.pipe(socket);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

function answer(path: string, response: ServerResponse): void {
  if (path === '/silent' || path === '/stall') setTimeout(() => response.destroy(), patienceMs);
  if (path === '/silent') return;
  if (path === '/small' || path === '/') {
    // Without a length it goes in chunks.
    response.write('ok');
    response.end();
    return;
  }
  response.writeHead(200, { 'content-length': large.length });
  if (path === '/large') response.end(large);
  else response.write(large.subarray(0, large.length / 2));
  if (path === '/cut') setImmediate(() => response.destroy());
}
