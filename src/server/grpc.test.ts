import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createSecureServer, createServer } from 'node:http2';
import type {
  ClientHttp2Session,
  ClientHttp2Stream,
  IncomingHttpHeaders,
  OutgoingHttpHeaders,
  ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { testDirectory } from '../adapters/directory/testDirectory.ts';
import { DevelopmentCa } from '../lib/x509/developmentCa.ts';
import { GatewayServer } from './GatewayServer.ts';

const ca = await DevelopmentCa.create({ now: Date.now, randomBytes });
const { certificatePem: cert, privateKeyPem: key } = await ca.issueServer({ names: ['127.0.0.1'] });

/** A message as gRPC frames it: not compressed, four bytes of length. */
function framed(text: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(Buffer.byteLength(text), 1);
  return Buffer.concat([head, Buffer.from(text)]);
}

/** Takes messages out of their frames. */
class Messages {
  #held: Buffer = Buffer.alloc(0);

  take(bytes: Buffer): string[] {
    this.#held = Buffer.concat([this.#held, bytes]);
    const messages: string[] = [];
    while (this.#held.length >= 5) {
      const end = 5 + this.#held.readUInt32BE(1);
      if (this.#held.length < end) break;
      messages.push(this.#held.toString('utf8', 5, end));
      this.#held = this.#held.subarray(end);
    }
    return messages;
  }
}

const grpc = { ':status': 200, 'content-type': 'application/grpc' };

/** A service as gRPC servers behave: they demand `te: trailers`, and tell the status in trailers. */
function serve(stream: ServerHttp2Stream, fields: IncomingHttpHeaders): void {
  stream.on('error', () => undefined);
  const fail = (status: string, message: string): void =>
    stream.respond(
      { ...grpc, 'grpc-status': status, 'grpc-message': message },
      { endStream: true },
    );
  if (fields.te !== 'trailers' || fields['content-type'] !== 'application/grpc') {
    fail('13', 'no gRPC');
    return;
  }
  const method = fields[':path'];
  if (method === '/echo.Echo/Refuse') return fail('7', 'not for you');
  stream.respond(grpc, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0', 'x-cost-bin': 'AAE' }));
  const messages = new Messages();
  stream.on('data', (bytes: Buffer) => {
    for (const message of messages.take(bytes)) {
      const count = method === '/echo.Echo/Repeat' ? 3 : 1;
      for (let at = 0; at < count; at++) stream.write(framed(`${message}!`));
    }
  });
  stream.on('end', () => stream.end());
}

async function startBackend(test: TestContext, isSecure: boolean): Promise<string> {
  const server = isSecure ? createSecureServer({ cert, key }) : createServer();
  server.on('stream', serve);
  server.on('session', (session) => {
    test.after(() => session.destroy());
    session.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  test.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`;
}

/** A gateway with a gRPC API, and a caller's connection with it. */
async function startGateway(test: TestContext, serviceUrl: string): Promise<ClientHttp2Session> {
  const directory = await testDirectory(test, {
    'apis/echo/apiInformation.json': {
      properties: {
        displayName: 'Echo',
        path: '',
        type: 'grpc',
        protocols: ['https'],
        serviceUrl,
        subscriptionRequired: false,
      },
    },
    'apis/echo/policy.xml':
      '<policies><inbound><base /><choose><when condition="@(context.Request.Headers.GetValueOrDefault("x-key", "") == "bad")"><return-response><set-status code="401" reason="Unauthorized" /></return-response></when></choose></inbound><backend><base /></backend><outbound><base /><set-header name="x-gateway" exists-action="override"><value>here</value></set-header></outbound></policies>',
    'apis/echo/specification.proto': `
      syntax = "proto3";
      package echo;
      service Echo {
        rpc Say (stream Text) returns (stream Text);
        rpc Repeat (Text) returns (stream Text);
        rpc Refuse (Text) returns (Text);
      }
      message Text { string text = 1; }`,
  });
  const { server } = await GatewayServer.start({
    directory,
    host: '127.0.0.1',
    httpPort: 0,
    https: { port: 0, certificate: cert, key, requestClientCertificate: true },
    trustedCertificates: [ca.certificatePem],
    log: { access: () => undefined, refusal: () => undefined },
  });
  const session = connect(`https://127.0.0.1:${server.httpsPort}`, { ca: ca.certificatePem });
  session.on('error', () => undefined);
  test.after(async () => {
    session.destroy();
    await server.close(0);
  });
  return session;
}

function call(
  session: ClientHttp2Session,
  method: string,
  more: OutgoingHttpHeaders = {},
): ClientHttp2Stream {
  return session.request({
    ':method': 'POST',
    ':path': `/echo.Echo/${method}`,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...more,
  });
}

interface Outcome {
  readonly head: IncomingHttpHeaders & { ':status'?: number };
  readonly messages: readonly string[];
  readonly trailers: IncomingHttpHeaders | undefined;
}

async function outcomeOf(stream: ClientHttp2Stream): Promise<Outcome> {
  const messages: string[] = [];
  const reader = new Messages();
  let trailers: IncomingHttpHeaders | undefined;
  stream.on('trailers', (fields: IncomingHttpHeaders) => (trailers = fields));
  stream.on('data', (bytes: Buffer) => messages.push(...reader.take(bytes)));
  const [head] = (await once(stream, 'response')) as [Outcome['head']];
  if (!stream.readableEnded) await once(stream, 'end');
  return { head, messages, trailers };
}

for (const [name, isSecure] of [
  ['TLS', true],
  ['HTTP/2 in clear that is known before', false],
] as const) {
  test(`gRPC over ${name}: calls of one answer and of several, with the status behind them`, async (t) => {
    const session = await startGateway(t, await startBackend(t, isSecure));
    const say = call(session, 'Say');
    say.end(framed('hello'));
    const one = await outcomeOf(say);
    assert.deepEqual(one.messages, ['hello!']);
    assert.equal(one.head['content-type'], 'application/grpc');
    assert.equal(one.head['x-gateway'], 'here');
    assert.equal(one.trailers?.['grpc-status'], '0');
    assert.equal(one.trailers?.['x-cost-bin'], 'AAE');
    const repeat = call(session, 'Repeat');
    repeat.end(framed('hello'));
    const several = await outcomeOf(repeat);
    assert.deepEqual(several.messages, ['hello!', 'hello!', 'hello!']);
    assert.equal(several.trailers?.['grpc-status'], '0');
  });
}

test('gRPC: both sides stream at the same time', async (t) => {
  const session = await startGateway(t, await startBackend(t, true));
  const stream = call(session, 'Say');
  const reader = new Messages();
  const trailers = once(stream, 'trailers');
  for (const message of ['one', 'two', 'three']) {
    stream.write(framed(message));
    // Nothing else is sent until this one has been answered.
    const [bytes] = (await once(stream, 'data')) as [Buffer];
    assert.deepEqual(reader.take(bytes), [`${message}!`]);
  }
  stream.end();
  stream.resume();
  const [fields] = (await trailers) as [IncomingHttpHeaders];
  assert.equal(fields['grpc-status'], '0');
});

test('gRPC: a failure without content tells its status in the head', async (t) => {
  const session = await startGateway(t, await startBackend(t, true));
  const stream = call(session, 'Refuse');
  stream.end(framed('hello'));
  const { head, messages, trailers } = await outcomeOf(stream);
  assert.deepEqual([head['grpc-status'], head['grpc-message']], ['7', 'not for you']);
  assert.deepEqual([head[':status'], messages, trailers], [200, [], undefined]);
});

test('gRPC: what the gateway refuses is refused with a status of HTTP', async (t) => {
  const session = await startGateway(t, await startBackend(t, true));
  const stream = call(session, 'Say', { 'x-key': 'bad' });
  stream.end(framed('hello'));
  assert.equal((await outcomeOf(stream)).head[':status'], 401);
  const unknown = call(session, 'Unknown');
  unknown.end(framed('hello'));
  assert.equal((await outcomeOf(unknown)).head[':status'], 404);
});

test('gRPC: a call that is given up is given up at the backend', async (t) => {
  const closed = Promise.withResolvers<number>();
  const server = createServer();
  server.on('stream', (stream: ServerHttp2Stream) => {
    stream.on('error', () => undefined);
    stream.respond(grpc);
    stream.write(framed('begun'));
    stream.on('close', () => closed.resolve(stream.rstCode));
  });
  server.on('session', (session) => {
    t.after(() => session.destroy());
    session.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const session = await startGateway(t, `http://127.0.0.1:${port}`);
  const stream = call(session, 'Say');
  stream.on('error', () => undefined);
  await once(stream, 'data');
  stream.close(8);
  assert.equal(await closed.promise, 8);
});
