import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Body } from '../../lib/http/Body.ts';
import type { BodyStream } from '../../lib/http/Body.ts';
import { SendError, strictTls } from '../../lib/http/exchange.ts';
import type { OutgoingRequest } from '../../lib/http/exchange.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { GatewayError } from '../errors.ts';
import { copyResponse, receive } from './receive.ts';

const request: OutgoingRequest = {
  method: 'GET',
  url: 'https://other.test/',
  headers: new HeaderMap(),
  body: null,
  timeoutMs: 1_000,
  tls: strictTls,
};

/** A place from which a request is sent that is answered with this body. */
function receiver(
  answer: Body | null | Error,
  sleep: () => Promise<void> = () => new Promise(() => {}),
) {
  return {
    maxBufferedBytes: 10,
    signal: new AbortController().signal,
    world: {
      now: () => 0,
      randomBytes: (count: number) => new Uint8Array(count),
      sleep,
      async send() {
        if (answer instanceof Error) throw answer;
        return { status: 200, reason: 'OK', headers: new HeaderMap([['x-a', '1']]), body: answer };
      },
    },
  };
}

function streamOf(pipe: BodyStream['pipe']): BodyStream & { discarded: boolean } {
  return {
    length: undefined,
    discarded: false,
    pipe,
    discard() {
      this.discarded = true;
    },
  };
}

function reasonIs(reason: string): (error: unknown) => boolean {
  return (error) => error instanceof GatewayError && error.reason === reason;
}

test('a response is received whole, and one without content is empty', async () => {
  const stream = streamOf(async (sink) => {
    await sink(Buffer.from('par'));
    await sink(Buffer.from('ts'));
  });
  const whole = await receive(request, receiver(Body.streaming(stream)));
  assert.equal(whole.statusCode, 200);
  assert.equal(Buffer.from(whole.body!.read(true)).toString(), 'parts');
  assert.equal((await receive(request, receiver(null))).body!.read(true).length, 0);
});

test('OW-10: a response longer than may be held is a failure', async () => {
  const stream = streamOf(async (sink) => sink(Buffer.alloc(11)));
  await assert.rejects(
    receive(request, receiver(Body.streaming(stream))),
    reasonIs('BackendConnectionFailure'),
  );
});

test('OW-10: a response that never ends is given up on when its time is over', async () => {
  const stream = streamOf(() => new Promise(() => {}));
  await assert.rejects(
    receive(
      request,
      receiver(Body.streaming(stream), async () => {}),
    ),
    reasonIs('Timeout'),
  );
  assert.equal(stream.discarded, true);
});

test('a response that breaks off, or does not begin, is a failure', async () => {
  const broken = streamOf(async () => {
    throw new Error('reset');
  });
  const failing = [Body.streaming(broken), new SendError('connection', 'refused')];
  for (const answer of failing) {
    await assert.rejects(receive(request, receiver(answer)), reasonIs('BackendConnectionFailure'));
  }
});

test('a copy of a response shares nothing that changes', async () => {
  const whole = await receive(request, receiver(Body.ofText('body')));
  const copy = copyResponse(whole);
  copy.headers.set('x-a', '2');
  copy.body?.read(false);
  assert.deepEqual([...whole.headers.values('x-a')], ['1']);
  assert.equal(whole.body?.read(true).length, 4);
});
