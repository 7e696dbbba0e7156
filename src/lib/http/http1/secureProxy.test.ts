import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { after, before, test } from 'node:test';
import { SendError } from '../exchange.ts';
import type { IncomingResponse, TlsIdentity } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { DevelopmentCa } from '../../x509/developmentCa.ts';
import { createClient } from './client.ts';

const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
const trusted = await DevelopmentCa.create(world);
const unknown = await DevelopmentCa.create(world);
const client = await trusted.issueClient({ commonName: 'orders' });
const identity: TlsIdentity = { certificate: client.certificatePem, key: client.privateKeyPem };

interface Secure {
  readonly port: number;
  /** Whether each connection came with a client certificate. */
  readonly certificates: boolean[];
  close(): void;
}

async function secure(
  ca: DevelopmentCa,
  name: string,
  serve: (socket: TLSSocket) => void,
): Promise<Secure> {
  const { certificatePem: cert, privateKeyPem: key } = await ca.issueServer({ names: [name] });
  const certificates: boolean[] = [];
  const settings = { cert, key, requestCert: true, rejectUnauthorized: false };
  const server = createTlsServer(settings, (socket) => {
    socket.on('error', () => socket.destroy());
    certificates.push(socket.getPeerX509Certificate() !== undefined);
    serve(socket);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    certificates,
    close: () => void server.close(),
  };
}

/** A proxy that tunnels to whatever port it is asked for. */
function tunnel(socket: TLSSocket): void {
  socket.once('data', (head: Buffer) => {
    const port = Number(/^CONNECT [^ ]+:([0-9]+) /.exec(head.toString('latin1'))?.[1]);
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
}

let backend: Secure;
before(async () => {
  backend = await secure(unknown, '127.0.0.1', (socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n')),
  );
});
after(() => backend.close());

/** Calls a backend that is forgiven everything and told who calls, through a proxy. */
async function callThrough(proxy: Secure): Promise<IncomingResponse> {
  const http = createClient({ trustedCertificates: [trusted.certificatePem] });
  try {
    return await http.send({
      method: 'GET',
      url: `https://127.0.0.1:${backend.port}/`,
      hostIsConfigured: true,
      headers: new HeaderMap(),
      body: null,
      timeoutMs: 2_000,
      proxy: { url: `https://127.0.0.1:${proxy.port}`, hostIsConfigured: true },
      tls: { validateChain: false, validateName: false, clientCertificate: identity },
    });
  } finally {
    await http.close();
  }
}

test('a certificate for the backend is shown to the backend, not to the proxy on the way', async (t) => {
  const proxy = await secure(trusted, '127.0.0.1', tunnel);
  t.after(() => proxy.close());
  backend.certificates.length = 0;
  assert.equal((await callThrough(proxy)).status, 204);
  assert.deepEqual(proxy.certificates, [false]);
  assert.deepEqual(backend.certificates, [true]);
});

test('what a backend is forgiven, its proxy is not: an unknown authority, another name', async (t) => {
  for (const [ca, name] of [
    [unknown, '127.0.0.1'],
    [trusted, 'other.example'],
  ] as const) {
    const proxy = await secure(ca, name, tunnel);
    t.after(() => proxy.close());
    backend.certificates.length = 0;
    await assert.rejects(callThrough(proxy), SendError);
    assert.deepEqual(backend.certificates, [], 'nothing came as far as the backend');
  }
});
