import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { test } from 'node:test';
import { strictTls } from '../exchange.ts';
import { createClient } from './client.ts';
import { listen } from '../server.ts';

/** A backend of another make that tells what it saw, behind a gateway that lets everything through. */
async function seenBehind(bytes: string): Promise<string[]> {
  const seen: string[] = [];
  const backend = createServer((request, response) => {
    let content = '';
    request.setEncoding('latin1').on('data', (part: string) => (content += part));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${content}`);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => backend.once('listening', resolve));
  const { port } = backend.address() as AddressInfo;
  const client = createClient();
  const gateway = await listen('127.0.0.1', 0, {
    limits: { headersTimeoutMs: 50, requestTimeoutMs: 50, keepAliveTimeoutMs: 50 },
    handle: ({ method, target, headers, body, signal }) =>
      client.send({
        method,
        url: `http://127.0.0.1:${port}${target}`,
        headers,
        body,
        timeoutMs: 1_000,
        tls: strictTls,
        signal,
      }),
  });
  await new Promise((resolve) => {
    const socket = connect(gateway.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket
      .on('error', () => undefined)
      .on('close', resolve)
      .resume();
  });
  await gateway.close(0);
  await client.close();
  await new Promise((resolve) => backend.close(resolve));
  return seen;
}

const post = 'POST /outer HTTP/1.1\r\nHost: a\r\n';
const inner = 'GET /inner HTTP/1.1\r\nHost: a\r\n\r\n';

/** Bytes that some servers take for one request and others for two. */
const attacks: Readonly<Record<string, string>> = {
  'CL.TE': `${post}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE.CL': `${post}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n1\r\na\r\n0\r\n\r\n${inner}`,
  'TE.TE, one of them odd': `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n${inner}`,
  'TE behind a tab': `${post}Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE with a space before the colon': `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE in a folded line': `${post}X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE behind a lone line feed': `${post}X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE behind a lone carriage return': `${post}X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE with a vertical tab': `${post}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${inner}`,
  'TE in HTTP/1.0': `POST /outer HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  'two lengths': `${post}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
  'a list of lengths': `${post}Content-Length: 0, ${inner.length}\r\n\r\n${inner}`,
  'a length with a sign': `${post}Content-Length: +${inner.length}\r\n\r\n${inner}`,
  'a length behind a NUL': `${post}X: \0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
  'a chunk size that overflows': `${post}Transfer-Encoding: chunked\r\n\r\n100000000\r\n${inner}`,
  'a chunk extension with a line feed': `${post}Transfer-Encoding: chunked\r\n\r\n2;\n\r\nxx\r\n0\r\n\r\n${inner}`,
  'a chunk longer than it says': `${post}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n${inner}`,
  'trailers that end early': `${post}Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\n\n${inner}`,
  'two hosts': `GET /outer HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
  'a target with a space': `GET /outer HTTP/1.1\r\nX: HTTP/1.1\r\nHost: a\r\n\r\n`.replace(
    '/outer',
    '/a /outer',
  ),
};

for (const [name, bytes] of Object.entries(attacks)) {
  test(`${name}: the backend sees nothing of it`, async () => {
    assert.deepEqual(await seenBehind(bytes), []);
  });
}

test('CL.0 and 0.CL: content is content, whatever it looks like', async () => {
  const hidden = `${post}Content-Length: ${inner.length}\r\n\r\n${inner}`;
  assert.deepEqual(await seenBehind(hidden), [`POST /outer ${inner}`]);
  const onGet = `GET /outer HTTP/1.1\r\nHost: a\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`;
  assert.deepEqual(await seenBehind(onGet), [`GET /outer ${inner}`]);
});

test('HP-7: fields of one connection go no further, and none can be smuggled in by naming it', async () => {
  const bytes = `${post}Connection: close, Content-Length\r\nKeep-Alive: 1\r\nContent-Length: 5\r\n\r\nhello${inner}`;
  assert.deepEqual(await seenBehind(bytes), ['POST /outer hello']);
});
