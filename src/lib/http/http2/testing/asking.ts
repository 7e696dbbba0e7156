import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { Body } from '../../Body.ts';
import { createClient } from '../../client.ts';
import { SendError, strictTls } from '../../exchange.ts';
import type { OutgoingRequest, Send } from '../../exchange.ts';
import { HeaderMap } from '../../HeaderMap.ts';
import { headers, RawBackend, types } from './frames.ts';
import type { Frame } from './frames.ts';

export function request(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: 'GET',
    url,
    headers: new HeaderMap(),
    body: null,
    timeoutMs: 2_000,
    tls: strictTls,
    hostIsConfigured: true,
    httpVersion: '2',
    ...more,
  };
}

export async function textOf(body: Body | null): Promise<string> {
  return body ? Buffer.from(await body.buffer(1_000_000)).toString() : '';
}

export function fails(kind: SendError['kind']): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof SendError, String(error));
    assert.equal(error.kind, kind, error.message);
    return true;
  };
}

/** A content that comes when it is told to. */
export function slowBody(): { body: Body; give: (text: string) => void; breakOff: () => void } {
  const done = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<(part: Uint8Array) => void | Promise<void>>();
  const body = Body.streaming({
    length: undefined,
    pipe(sink) {
      begun.resolve(sink);
      return done.promise;
    },
    discard: () => done.reject(new Error('given up')),
  });
  return {
    body,
    give: (text) => void begun.promise.then((sink) => sink(Buffer.from(text))),
    breakOff: () => void begun.promise.then(() => done.reject(new Error('broke off'))),
  };
}

export async function withRaw(
  answer: (frame: Frame, socket: Socket, connection: number) => void,
  use: (origin: string, send: Send, backend: RawBackend) => Promise<void>,
): Promise<void> {
  const backend = await RawBackend.listen(answer);
  const client = createClient();
  try {
    await use(backend.origin, client.send, backend);
  } finally {
    await backend.close();
    await client.close();
  }
}

/** Answers each request with the same bytes. */
export function always(...bytes: readonly Buffer[]): (frame: Frame, socket: Socket) => void {
  return ({ type }, socket) => {
    if (type === types.headers) socket.write(Buffer.concat(bytes));
  };
}

export const ok = headers(1, [[':status', '200']]);
