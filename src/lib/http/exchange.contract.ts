import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Body } from './Body.ts';
import { SendError, strictTls } from './exchange.ts';
import type {
  HttpVersion,
  IncomingRequest,
  OutgoingRequest,
  OutgoingResponse,
  Send,
} from './exchange.ts';
import { HeaderMap } from './HeaderMap.ts';
import type { Client } from './http1/client.ts';
import type { RunningServer, ServerOptions } from './server.ts';

type Answer = (request: IncomingRequest) => Promise<OutgoingResponse> | OutgoingResponse;

/** A server and a client that speak HTTP. */
export interface Speaker {
  readonly listen: (host: string, port: number, options: ServerOptions) => Promise<RunningServer>;
  readonly createClient: () => Client;
  /** What both of them speak, HTTP/1.1 in clear unless given; HTTP/2 over TLS. */
  readonly httpVersion?: HttpVersion;
}

/** What every implementation of the boundary of exchange.ts does, on real sockets. */
export function exchangeContract(speaker: Speaker): void {
  everyVersion(speaker);
  if (speaker.httpVersion === undefined) onlyHttp1(speaker);
}

function everyVersion({ listen, createClient, httpVersion }: Speaker): void {
  const scheme = httpVersion === undefined ? 'http' : 'https';
  const request = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
    method: 'GET',
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 5_000,
    url,
    tls: httpVersion === undefined ? strictTls : { ...strictTls, validateChain: false },
    httpVersion,
    ...more,
  });

  async function withServer(
    answer: Answer,
    use: (origin: string, send: Send) => Promise<void>,
  ): Promise<void> {
    const server = await listen('127.0.0.1', 0, { handle: async (request) => answer(request) });
    const client = createClient();
    try {
      await use(`${scheme}://127.0.0.1:${server.port}`, client.send);
    } finally {
      await client.close();
      await server.close(0);
    }
  }

  test('a target arrives as it was sent, character by character', async () => {
    await withServer(
      ({ target }) => ok(target),
      async (origin, send) => {
        const target = "/a%2Fb;x=1/c'd?q=a,b&p=%C3%A4&flag";
        const { body } = await send(request(origin + target));
        assert.equal(await textOf(body), target);
      },
    );
  });

  test('a request body is streamed through, and its length is kept', async () => {
    await withServer(
      async ({ body, headers }) => ok(`${headers.get('content-length')}:${await textOf(body)}`),
      async (origin, send) => {
        const answer = await send(request(origin, { method: 'POST', body: Body.ofText('hello') }));
        assert.equal(await textOf(answer.body), '5:hello');
      },
    );
  });

  test('a body of unknown length goes on as it comes', async () => {
    const stream = {
      length: undefined,
      pipe: async (sink: (chunk: Uint8Array) => void | Promise<void>) => {
        await sink(Buffer.from('one '));
        await new Promise(setImmediate);
        await sink(Buffer.from('two'));
      },
      discard: () => undefined,
    };
    await withServer(
      async ({ body, headers }) => ok(`${headers.get('content-length')}:${await textOf(body)}`),
      async (origin, send) => {
        const answer = await send(request(origin, { method: 'PUT', body: Body.streaming(stream) }));
        assert.equal(await textOf(answer.body), 'undefined:one two');
      },
    );
  });

  test('several lines of one header stay several lines, in both directions', async () => {
    await withServer(
      ({ headers }) => {
        const answer = ok(headers.values('x-a').join('|'));
        answer.headers.append('Set-Cookie', 'a=1');
        answer.headers.append('Set-Cookie', 'b=2');
        return answer;
      },
      async (origin, send) => {
        const headers = new HeaderMap([
          ['X-A', '1'],
          ['X-A', '2'],
        ]);
        const answer = await send(request(origin, { headers }));
        assert.deepEqual(answer.headers.values('set-cookie'), ['a=1', 'b=2']);
        assert.equal(await textOf(answer.body), '1|2');
      },
    );
  });

  test('a backend that does not answer is a timeout', async () => {
    const never = Promise.withResolvers<OutgoingResponse>();
    await withServer(
      () => never.promise,
      async (origin, send) => {
        const waiting = send(request(origin, { timeoutMs: 20 }));
        await assert.rejects(
          waiting,
          (error) => error instanceof SendError && error.kind === 'timeout',
        );
        never.resolve(ok(''));
      },
    );
  });

  test('a backend that is not there is a connection failure', async () => {
    const closed = await listen('127.0.0.1', 0, { handle: async () => ok('') });
    await closed.close(0);
    const client = createClient();
    const waiting = client.send(request(`${scheme}://127.0.0.1:${closed.port}/`));
    await assert.rejects(
      waiting,
      (error) => error instanceof SendError && error.kind === 'connection',
    );
    await client.close();
  });

  test('a caller whose body nobody took to the end still gets the answer', async () => {
    const big = Body.of(new Uint8Array(4_000_000));
    await withServer(
      async ({ body }) => {
        await assert.rejects(async () => body?.buffer(1_000));
        return ok('too much');
      },
      async (origin, send) => {
        const answer = await send(request(origin, { method: 'POST', body: big }));
        assert.equal(await textOf(answer.body), 'too much');
      },
    );
    await withServer(
      ({ body }) => {
        body?.discard();
        return ok('not wanted');
      },
      async (origin, send) => {
        const answer = await send(request(origin, { method: 'POST', body: big }));
        assert.equal(await textOf(answer.body), 'not wanted');
      },
    );
  });

  test('closing waits for calls under way and then refuses new ones', async () => {
    const entered = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const server = await listen('127.0.0.1', 0, {
      handle: async () => {
        entered.resolve();
        await release.promise;
        return ok('done');
      },
    });
    const client = createClient();
    const waiting = client.send(request(`${scheme}://127.0.0.1:${server.port}/`));
    await entered.promise;
    const closing = server.close(5_000);
    release.resolve();
    assert.equal(await textOf((await waiting).body), 'done');
    await client.close();
    await closing;
  });
}

/** What is sent as bytes. */
function onlyHttp1({ listen }: Speaker): void {
  async function withServer(use: (origin: string) => Promise<void>): Promise<void> {
    const server = await listen('127.0.0.1', 0, { handle: async () => ok('never') });
    try {
      await use(`http://127.0.0.1:${server.port}`);
    } finally {
      await server.close(0);
    }
  }

  test('a malformed request gets 400, says nothing of how it was read, and loses its connection', async () => {
    await withServer(async (origin) => {
      const answer = await raw(origin, 'GET / HTTP/1.1\r\nHost: a\r\nbad header: x\r\n\r\n');
      assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
      assert.match(answer, /Connection: close/);
      assert.match(answer, /\{ "statusCode": 400, "message": "The request is malformed\." \}$/);
    });
  });

  test('header fields that are too large get 431', async () => {
    await withServer(async (origin) => {
      const answer = await raw(
        origin,
        `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
      );
      assert.match(answer, /^HTTP\/1\.1 431 /);
    });
  });

  test('HP-6: a request without Host, or with two, gets 400', async () => {
    await withServer(async (origin) => {
      assert.match(await raw(origin, 'GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /);
      assert.match(
        await raw(origin, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'),
        /^HTTP\/1\.1 400 /,
      );
    });
  });

  test('HP-1: Content-Length beside Transfer-Encoding gets 400', async () => {
    await withServer(async (origin) => {
      const both = 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
      assert.match(await raw(origin, `POST / HTTP/1.1\r\nHost: a\r\n${both}`), /^HTTP\/1\.1 400 /);
    });
  });
}

function ok(text: string): OutgoingResponse {
  const headers = new HeaderMap([['Content-Type', 'text/plain']]);
  return { status: 200, reason: 'OK', headers, body: Body.ofText(text) };
}

async function textOf(body: Body | null): Promise<string> {
  return body ? Buffer.from(await body.buffer(1_000_000)).toString() : '';
}

/** Sends bytes as they are and reads until the server closes. */
function raw(origin: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
