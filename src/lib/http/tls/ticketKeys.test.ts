import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:tls';
import { test } from 'node:test';
import { Body } from '../Body.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import { answerTicketKey } from './answerTicketKey.ts';

/** A call on a connection of its own: its session, and whether that is one that was resumed. */
function visit(port: number, session?: Buffer): Promise<{ session: Buffer; isResumed: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      rejectUnauthorized: false,
      ...(session && { session }),
    });
    socket.on('error', reject);
    let own = session;
    socket.on('session', (given: Buffer) => (own = given));
    socket.on('data', () => {
      if (own) resolve({ session: own, isResumed: socket.isSessionReused() });
      else reject(new Error('no session was given'));
      socket.destroy();
    });
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  });
}

test('servers that share their ticket keys resume the sessions of each other, and no others', async () => {
  const handle = async () => ({
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.ofText('ok'),
  });
  const tls = { ...(await testTls()), ticketKeys: [randomBytes(48)] };
  const servers = await Promise.all(
    [tls, tls, { ...tls, ticketKeys: [randomBytes(48)] }].map((each) =>
      listen('127.0.0.1', 0, { handle, tls: each }),
    ),
  );
  const [first, second, stranger] = servers.map(({ port }) => port);
  const { session, isResumed } = await visit(first!);
  assert.equal(isResumed, false);
  assert.equal((await visit(second!, session)).isResumed, true);
  assert.equal((await visit(stranger!, session)).isResumed, false);
  await Promise.all(servers.map((server) => server.close(0)));
});

test('no two tickets are encrypted from the same beginning', () => {
  const answer = answerTicketKey([randomBytes(48)]);
  const none = Buffer.alloc(16);
  // OpenSSL has taken one before it asks for the next.
  const vectors = Array.from({ length: 1_000 }, () => {
    const [, , , , iv] = answer(none, none, true);
    return Buffer.from(iv!).toString('hex');
  });
  assert.equal(new Set(vectors).size, vectors.length);
});
