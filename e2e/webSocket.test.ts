import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Program } from './program.ts';
import { Workshop } from './program.ts';

const workshop = new Workshop();
const handshakes: IncomingMessage[] = [];
/** Sends every frame of a caller back as it came, but for the mask (RFC 6455 §5.3). */
const backend = createServer((_, response) => response.writeHead(404).end());
backend.on('upgrade', (request: IncomingMessage, socket) => {
  handshakes.push(request);
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let held = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    held = Buffer.concat([held, bytes]);
    while (held.length >= 6) {
      const length = held[1]! & 0x7f;
      if (held.length < 6 + length) return;
      const mask = held.subarray(2, 6);
      const content = held.subarray(6, 6 + length).map((byte, at) => byte ^ mask[at % 4]!);
      socket.write(Buffer.concat([Buffer.from([held[0]!, length]), content]));
      // RFC 6455 §7.1.1: after the close frames, the server closes first.
      if ((held[0]! & 0x0f) === 0x08) socket.end();
      held = held.subarray(6 + length);
    }
  });
  socket.on('end', () => socket.end());
  socket.on('error', () => socket.destroy());
});

let gateway: Program;
let port: string;

function write(path: string, text: string): void {
  const file = join(workshop.home, 'conf', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

before(async () => {
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const { port: backendPort } = backend.address() as AddressInfo;
  const properties = {
    displayName: 'Chat',
    path: 'chat',
    type: 'websocket',
    protocols: ['ws', 'wss'],
    serviceUrl: `ws://127.0.0.1:${backendPort}/rooms`,
    subscriptionRequired: false,
  };
  write('apis/chat/apiInformation.json', JSON.stringify({ properties }));
  write(
    'apis/chat/operations/onHandshake/policy.xml',
    `<policies><inbound><base />
      <choose><when condition="@(context.Request.Url.Query.GetValueOrDefault(&quot;pass&quot;, &quot;&quot;) != &quot;sesame&quot;)">
        <return-response><set-status code="401" reason="Unauthorized" /></return-response>
      </when></choose>
      <set-header name="x-operation" exists-action="override"><value>@(context.Operation.Id)</value></set-header>
    </inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
  );
  const ports = ['--http-port', '0', '--https-port', '0', '--workers', '1'];
  gateway = workshop.start('start', 'conf', ...ports);
  await gateway.until(/gateway {2}http:/);
  port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(gateway.stdout)![1]!;
});
after(async () => {
  await gateway.interrupt();
  backend.closeAllConnections();
  backend.close();
  workshop.remove();
});

test('a WebSocket goes through once onHandshake has let it, and ends when a side closes it', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/chat/lobby?pass=sesame`);
  await once(socket, 'open');
  const heard: unknown[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(data));
  for (const text of ['hello', 'world']) {
    socket.send(text);
    await once(socket, 'message');
  }
  assert.deepEqual(heard, ['hello', 'world']);
  const [request] = handshakes;
  assert.equal(request!.url, '/rooms/lobby?pass=sesame');
  assert.equal(request!.headers['x-operation'], 'onHandshake');
  const closed = once(socket, 'close');
  socket.close(1000);
  await closed;
});

test('what onHandshake refuses never reaches the backend', async () => {
  const before = handshakes.length;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/chat/lobby?pass=wrong`);
  await once(socket, 'error');
  assert.equal(handshakes.length, before);
});

test('a request that asks for no WebSocket finds no operation', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/chat/lobby?pass=sesame`);
  assert.equal(answer.status, 404);
  assert.deepEqual(await answer.json(), { statusCode: 404, message: 'Resource not found' });
});
