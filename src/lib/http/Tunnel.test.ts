import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { test } from 'node:test';
import { Tunnel } from './Tunnel.ts';

/** Both ends of a connection. */
async function pair(): Promise<readonly [Socket, Socket]> {
  const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const near = connect({ port: (server.address() as AddressInfo).port, allowHalfOpen: true });
  const [far] = (await once(server, 'connection')) as [Socket];
  server.close();
  return [near, far];
}

test('what was carried before one side closed arrives, even at a side that reads slowly', async () => {
  const [[backend], [caller, reader]] = await Promise.all([pair(), pair()]);
  let sent = 0;
  const write = (bytes: number): void => {
    sent += bytes;
    caller.write(Buffer.alloc(bytes));
  };
  // Until the system takes no more, and the socket keeps what it is given.
  while (caller.writableLength === 0) {
    write(8 * 1024);
    await new Promise(setImmediate);
  }
  const [from, to] = [new Tunnel(backend!, Buffer.alloc(0)), new Tunnel(caller!, Buffer.alloc(0))];
  from.join(to);
  from.take(Buffer.alloc(1_000));
  from.ended();
  from.close();
  let read = 0;
  reader!.on('data', (bytes: Buffer) => (read += bytes.length)).on('error', () => undefined);
  await Promise.race([once(reader!, 'end'), once(reader!, 'close')]);
  assert.equal(read, sent + 1_000);
  reader!.destroy();
});
