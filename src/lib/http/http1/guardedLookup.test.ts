import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction, Server } from 'node:net';
import { test } from 'node:test';
import { parseAddress } from '../../cidr/address.ts';
import { purposeOf } from '../../cidr/specialPurpose.ts';
import { SendError, strictTls } from '../exchange.ts';
import type { IncomingResponse, OutgoingRequest } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { createClient } from './client.ts';
import type { Client, ClientOptions } from './client.ts';
import { AddressRefused } from './guardedLookup.ts';

/** Refuses what is no ordinary host of the Internet. */
function special(address: string): string | undefined {
  const parsed = parseAddress(address);
  return parsed ? purposeOf(parsed)?.name : 'unreadable';
}

/** Names mean these addresses, one list after the other, the last for ever. */
function names(...answers: (readonly string[])[]): LookupFunction & { asked: number } {
  const lookup: LookupFunction = (_host, _options, callback) => {
    const addresses = answers[Math.min(asking.asked++, answers.length - 1)]!;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  const asking = Object.assign(lookup, { asked: 0 });
  return asking;
}

interface Backend {
  readonly port: number;
  readonly server: Server;
  calls: number;
}

async function withBackend(use: (backend: Backend) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => {
    backend.calls++;
    response.end('secret');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const backend: Backend = { port: (server.address() as AddressInfo).port, server, calls: 0 };
  try {
    await use(backend);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

async function withClient(
  options: ClientOptions,
  use: (send: Client['send']) => Promise<void>,
): Promise<void> {
  const client = createClient(options);
  try {
    await use(client.send);
  } finally {
    await client.close();
  }
}

function request(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  const plain = { method: 'GET', headers: new HeaderMap(), body: null, timeoutMs: 2_000 };
  return { ...plain, url, tls: strictTls, ...more };
}

async function refused(sending: Promise<IncomingResponse>, reason: RegExp): Promise<void> {
  await assert.rejects(sending, (error) => {
    assert.ok(error instanceof SendError && error.kind === 'connection');
    assert.equal(error.message, 'The connection to the backend failed.');
    assert.ok(error.cause instanceof AddressRefused, String(error.cause));
    assert.match(error.cause.message, reason);
    return true;
  });
}

for (const host of [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '１２７.0.0.1',
]) {
  test(`OW-7: a computed address does not reach this machine as ${host}`, async () => {
    await withBackend(async (backend) => {
      await withClient({ refusal: special }, async (send) => {
        await refused(send(request(`http://${host}:${backend.port}/`)), /must not be reached/);
      });
      assert.equal(backend.calls, 0);
    });
  });
}

for (const address of ['169.254.169.254', '[fd00:ec2::254]', '10.0.0.1', '168.63.129.16']) {
  test(`OW-7: a computed address does not reach ${address}, over TLS neither`, async () => {
    await withClient({ refusal: special }, async (send) => {
      await refused(send(request(`http://${address}/latest/meta-data/`)), /must not be reached/);
      await refused(send(request(`https://${address}/latest/meta-data/`)), /must not be reached/);
    });
  });
}

test('OW-7: a name that means an inner address is refused, and the log learns which', async () => {
  const inner = ['10.1.2.3', '::ffff:127.0.0.1', 'fe80::1%eth0'];
  await withClient({ refusal: special, lookup: names(inner) }, async (send) => {
    const why = /^'inner\.test' must not be reached: Private-Use, Loopback, unreadable\.$/;
    await refused(send(request('http://inner.test/')), why);
    await refused(send(request('https://inner.test/')), why);
  });
});

test('of several addresses of a name, only those that may be reached are tried', async () => {
  await withBackend(async ({ port }) => {
    const lookup = names(['127.0.0.9', '127.0.0.1']);
    const refusal = (address: string): string | undefined =>
      address === '127.0.0.9' ? 'inner' : undefined;
    await withClient({ refusal, lookup }, async (send) => {
      const answer = await send(request(`http://both.test:${port}/`));
      assert.equal(answer.status, 200);
      answer.body?.discard();
    });
  });
});

test('OW-7: each connection looks its name up once, so rebinding the name gains nothing', async () => {
  await withBackend(async ({ port }) => {
    const lookup = names(['127.0.0.1'], ['127.0.0.9']);
    const refusal = (address: string): string | undefined =>
      address === '127.0.0.9' ? 'inner' : undefined;
    await withClient({ refusal, lookup }, async (send) => {
      const answer = await send(request(`http://rebinds.test:${port}/`));
      assert.equal(answer.status, 200);
      answer.body?.discard();
      assert.equal(lookup.asked, 1);
    });
    await withClient({ refusal, lookup }, async (send) => {
      await refused(send(request(`http://rebinds.test:${port}/`)), /inner/);
      assert.equal(lookup.asked, 2);
    });
  });
});

test('a host that the configuration names may be anywhere', async () => {
  await withBackend(async ({ port }) => {
    await withClient({ refusal: special, lookup: names(['127.0.0.1']) }, async (send) => {
      for (const host of ['127.0.0.1', 'inner.test']) {
        const url = `http://${host}:${port}/`;
        const answer = await send(request(url, { hostIsConfigured: true }));
        assert.equal(answer.status, 200);
        await answer.body?.buffer(100);
        // Over the connection that is still open, neither.
        await refused(send(request(url)), /Loopback/);
      }
    });
  });
});

test('OW-7: a proxy is no way in, and a computed proxy is held to the same rule', async () => {
  await withBackend(async (proxy) => {
    const url = `http://127.0.0.1:${proxy.port}`;
    await withClient({ refusal: special }, async (send) => {
      const configured = { url, hostIsConfigured: true };
      for (const target of ['http://169.254.169.254/', 'https://[::1]/'])
        await refused(send(request(target, { proxy: configured })), /must not be reached/);
      await refused(send(request('http://public.test/', { proxy: { url } })), /Loopback/);
      assert.equal(proxy.calls, 0);
      const answer = await send(request('http://public.test/', { proxy: configured }));
      assert.equal(answer.status, 200);
      answer.body?.discard();
    });
  });
});

test('destinations that are not used any more are let go when there are too many', async () => {
  await withBackend(async (first) => {
    await withBackend(async (second) => {
      const closed = new Promise<void>((resolve) => {
        first.server.once('connection', (socket) => socket.once('close', resolve));
      });
      await withClient({ maxIdleDestinations: 1 }, async (send) => {
        for (const { port } of [first, second]) {
          const { body } = await send(request(`http://127.0.0.1:${port}/`));
          await body?.buffer(100);
        }
        await closed;
        const again = await send(request(`http://127.0.0.1:${first.port}/`));
        assert.equal(again.status, 200);
        again.body?.discard();
      });
    });
  });
});
