import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, METHODS } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createClient } from '../client.ts';
import { strictTls } from '../exchange.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import { endToEnd } from '../hopByHop.ts';
import { Chance } from '../http1/testing/Chance.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';
import { flags, frame, headers, RawCaller, types } from './testing/frames.ts';

const seed = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['CASES'] ?? 150);

type Field = readonly [name: string, value: string];

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH'];
const oddMethods = ['GET /', 'G\r\nET', '', 'CONNECT', 'TRACE', 'M-SEARCH', 'G:T'];
const paths = ['/', '/a', '/a?b=c', '/a%0d%0ab', '/a//b', '/;x', '/?'];
const oddPaths = [
  '*',
  '',
  'a',
  '//',
  '/ HTTP/1.1\r\nX: y\r\n\r\nGET /inner',
  '/a b',
  '/a\tb',
  'http://other.example/',
  '/#a',
  '/\0',
  '/é',
  '/a\r\n',
];
const authorities = ['api.example', 'api.example:8080', '[::1]', 'API.example'];
const oddAuthorities = ['', 'a@b', 'a b', 'a\r\nX: y', 'a/b', 'a,b', '[', 'a#b', 'é'];
const names = ['x-a', 'x-b', 'accept', 'cookie', 'user-agent', 'x_c', 'referer', 'trailer', 'te'];
const oddNames = [
  'Content-Length',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'http2-settings',
  'host',
  'expect',
  'X-A',
  'x a',
  'x-a:',
  ':x',
  ':path',
  ':authority',
  '',
  'x\r\ny',
  'x-a: b\r\nx-c',
  'x\0',
  'é',
  'proxy-connection',
];
const values = ['', 'a', 'b, c', 'trailers', 'x-a', 'é', 'a"b', ':', 'a: b'];
const oddValues = [
  'chunked',
  '0',
  '5',
  '7',
  '+5',
  '5, 5',
  ' a',
  'a ',
  '\ta',
  'a\r\nX: y',
  'a\nX: y',
  'a\r',
  'a\0b',
  '\x7f',
  'api.example',
  '100-continue',
  'close, x-a',
  'h2c',
  'gzip',
];
const contents = ['', 'hello', 'content', '0\r\n\r\nGET /inner HTTP/1.1\r\nHost: a\r\n\r\n'];

function fieldsBy(chance: Chance): Field[] {
  const pseudo: Field[] = [
    [':method', chance.mostly(methods, oddMethods)],
    [':scheme', chance.mostly(['https'], ['http', '', 'a\r\nb'])],
    [':authority', chance.mostly(authorities, oddAuthorities)],
    [':path', chance.mostly(paths, oddPaths)],
  ];
  if (chance.oneIn(30)) pseudo.splice(chance.below(4), 1);
  const fields: Field[] = [];
  for (let left = chance.below(4); left > 0; left--) {
    fields.push([chance.mostly(names, oddNames), chance.mostly(values, oddValues)]);
  }
  return chance.oneIn(40) ? [...fields, ...pseudo] : [...pseudo, ...fields];
}

/** A request in frames; trailers end half of those with content. */
function framesBy(chance: Chance, stream: number): Buffer[] {
  const fields = fieldsBy(chance);
  if (chance.oneIn(3)) return [headers(stream, fields, flags.endHeaders | flags.endStream)];
  const hasTrailers = chance.oneIn(2);
  const content = frame(
    types.data,
    hasTrailers ? 0 : flags.endStream,
    stream,
    chance.pick(contents),
  );
  const end = flags.endHeaders | flags.endStream;
  const trailer: Field = [chance.mostly(names, oddNames), chance.mostly(values, oddValues)];
  return [
    headers(stream, fields),
    content,
    ...(hasTrailers ? [headers(stream, [trailer], end)] : []),
  ];
}

interface Seen {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly string[];
  readonly content: string;
}

/** Framing and fields of a connection are those of each hop. */
const ofTheHop = /^(?:connection|content-length|transfer-encoding|te|trailer|expect|host)$/i;

function lines(fields: Iterable<readonly [string, string]>): string[] {
  const kept = [...fields].filter(([name]) => !ofTheHop.test(name));
  return kept.map(([name, value]) => `${name.toLowerCase()}: ${value}`);
}

async function seenBy(message: IncomingMessage): Promise<Seen> {
  let content = '';
  for await (const part of message.setEncoding('latin1')) content += String(part);
  const { rawHeaders, rawTrailers, method = '', url = '' } = message;
  const pairs = (raw: readonly string[]): [string, string][] =>
    raw.flatMap((name, at) =>
      at % 2 === 0 ? [[name, raw[at + 1]!] satisfies [string, string]] : [],
    );
  // Whatever comes behind the content was announced, and is no field of the head.
  const heads = new Set(pairs(rawHeaders).map(([name]) => name.toLowerCase()));
  for (const [name] of pairs(rawTrailers)) assert.equal(heads.has(name.toLowerCase()), false, name);
  return { method, target: url, fields: lines(pairs(rawHeaders)), content };
}

async function carried({ method, target, headers: fields, body }: IncomingRequest): Promise<Seen> {
  const bytes = body ? await body.buffer(10_000) : new Uint8Array();
  const content = Buffer.from(bytes).toString('latin1');
  return { method, target, fields: lines(endToEnd(fields)), content };
}

test('HP-9: whatever comes over HTTP/2, llhttp at the backend reads the request that was decided about', async (t) => {
  const chance = new Chance(seed);
  const received: Seen[] = [];
  const backend = createServer((message, response) => {
    seenBy(message).then(
      (seen) => {
        received.push(seen);
        response.end();
      },
      () => response.destroy(),
    );
  });
  await once(backend.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  const client = createClient();
  const decided: Seen[] = [];
  const underWay = new Set<Promise<unknown>>();
  const handle = async (request: IncomingRequest): Promise<OutgoingResponse> => {
    const isWhole = request.target.length % 2 === 0;
    if (isWhole) decided.push(await carried(request));
    const answer = await client.send({
      method: request.method,
      url: origin + request.target,
      hostIsConfigured: true,
      headers: endToEnd(request.headers),
      body: request.body,
      timeoutMs: 1_000,
      tls: strictTls,
    });
    if (!isWhole) decided.push(received.at(-1)!);
    return { ...answer, headers: endToEnd(answer.headers) };
  };
  const server = await listen('127.0.0.1', 0, {
    tls: await testTls(),
    handle(request) {
      const call = handle(request);
      underWay.add(call);
      return call;
    },
  });
  t.after(async () => {
    await client.close();
    await server.close(0);
    backend.close();
  });
  let caller = new RawCaller(server.port);
  let stream = 1;
  for (let at = 0; at < count; at++, stream += 2) {
    const before = [decided.length, received.length] as const;
    caller.write(...framesBy(chance, stream));
    const isOver = ({
      stream: of,
      type,
      flags: bits,
    }: {
      stream: number;
      type: number;
      flags: number;
    }): boolean => of === stream && (type === types.reset || (bits & flags.endStream) !== 0);
    await caller.until((each) => isOver(each) || each.type === types.goAway);
    // The connection may be over before the call is.
    await Promise.allSettled(underWay);
    const calls = decided.slice(before[0]);
    const requests = received.slice(before[1]);
    for (const each of [...calls, ...requests]) assert.ok(METHODS.includes(each.method));
    assert.deepEqual(requests, calls);
    assert.ok(requests.length <= 1);
    if (!caller.frames.some(({ type }) => type === types.goAway) && !caller.isOver) continue;
    caller.close();
    caller = new RawCaller(server.port);
    stream = -1;
  }
  caller.close();
  assert.ok(received.length > count / 5, `only ${received.length} of ${count} were carried`);
});
