import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { createClient } from '../client.ts';
import { SendError } from '../exchange.ts';
import { request } from './testing/asking.ts';
import { flags, headers, RawBackend, types } from './testing/frames.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
assert.ok(typeof collect === 'function');

/** Collects garbage behind whatever sockets read in the same turn of the event loop. */
const garbage = new MessageChannel();
garbage.port2.on('message', () => collect());
garbage.port2.unref();
const collectBehindReads = (): void => garbage.port1.postMessage('now');

const end = flags.endHeaders | flags.endStream;
const fields = Array.from({ length: 250 }, (_, at) => [`x-${at}`, 'value'] as const);
const status = [':status', '200'] as const;

// Where it does end, the file fails and none of its tests.

for (const [what, answer] of [
  ['is malformed', [status, ...fields.slice(0, 10), ['X-A', 'b']]],
  ['has too many fields', [status, ...fields]],
] as const) {
  test(`HP-16: an answer that ${what} does not end the process, whenever garbage is collected`, async () => {
    const backend = await RawBackend.listen(({ type, stream }, socket) => {
      if (type !== types.headers) return;
      socket.write(headers(stream, answer, end));
      collectBehindReads();
    });
    for (let at = 0; at < 3; at++) {
      const client = createClient();
      await assert.rejects(client.send(request(backend.origin)), SendError);
      await client.close();
    }
    await backend.close();
  });
}
