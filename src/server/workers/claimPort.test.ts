import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { canSharePorts, claimPort } from './claimPort.ts';

const skip = (await canSharePorts('127.0.0.1')) ? false : 'this system shares no ports';

test('a claimed port can be listened on at once, and port 0 is a free one', { skip }, async () => {
  const claim = await claimPort('127.0.0.1', 0, 'http');
  const server = createServer().listen({ host: '127.0.0.1', port: claim.port, reusePort: true });
  await once(server, 'listening');
  server.close();
  await claim.release();
});

test('a port that others listen on is taken, even if they would share it', { skip }, async () => {
  const server = createServer().listen({ host: '127.0.0.1', port: 0, reusePort: true });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await assert.rejects(claimPort('127.0.0.1', port, 'https'), {
    name: 'ListenError',
    message: `Port ${port} (https) is taken by another program.`,
  });
  server.close();
});

test(
  'of two who claim a port at the same moment, one gets it, until it is released',
  { skip: process.platform !== 'linux' },
  async () => {
    const { port } = await claimPort('127.0.0.1', 0, 'http');
    const claims = await Promise.allSettled(
      Array.from({ length: 4 }, () => claimPort('127.0.0.1', port, 'http')),
    );
    const won = claims.filter((claim) => claim.status === 'fulfilled');
    assert.equal(won.length, 1);
    await won[0]!.value.release();
    await (await claimPort('127.0.0.1', port, 'http')).release();
  },
);
