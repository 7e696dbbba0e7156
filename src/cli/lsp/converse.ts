import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Inbox } from './Inbox.ts';
import type { Incoming, RequestId } from './Inbox.ts';
import { maxContent, MessageReader } from './MessageReader.ts';

/** JSON-RPC 2.0 §5.1, and those that LSP 3.17 adds. */
export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  serverNotInitialized: -32002,
  requestCancelled: -32800,
} as const;

/** A request cannot be answered; the message is for the client. */
export class ResponseError extends Error {
  readonly code: number;

  constructor(code: keyof typeof errorCodes, message: string) {
    super(message);
    this.name = 'ResponseError';
    this.code = errorCodes[code];
  }
}

/** The side that is asked. */
export interface Responder {
  /** @throws ResponseError */
  request(method: string, params: unknown): unknown;
  notify(method: string, params: unknown): unknown;
  /** Nothing more has come: the time for work that only the last change needs. */
  rest(): void;
  /** Nothing is to be read any more. */
  readonly hasExited: boolean;
}

/**
 * Reads messages until the input ends or the responder has exited, and handles them one after
 * another, in their order, but reads ahead to hear which of them are given up. @throws FramingError
 */
export async function converse(
  input: Readable,
  send: (message: object) => void,
  responder: Responder,
): Promise<void> {
  const inbox = new Inbox();
  const fault = readInto(inbox, input);
  while (!inbox.isDone) {
    const next = inbox.take();
    if (next) await handle(next, inbox, send, responder);
    // Input is heard between any two pieces of work.
    await setImmediate();
    if (responder.hasExited) return;
    if (!inbox.isEmpty) continue;
    responder.rest();
    await inbox.more();
  }
  const error = await fault;
  if (error) throw error;
}

/** Never rejects: what ended the reading is handed over. */
async function readInto(inbox: Inbox, input: Readable): Promise<Error | undefined> {
  const reader = new MessageReader();
  try {
    for await (const portion of input as AsyncIterable<Uint8Array>) {
      for (const content of reader.push(portion)) inbox.add(incoming(content));
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('The input failed.');
  } finally {
    inbox.end();
  }
}

function incoming(content: string): Incoming {
  const message = readMessage(content);
  const id = message?.['id'];
  const isRequest = typeof id === 'number' || typeof id === 'string';
  return { message, id: isRequest && 'method' in message! ? id : undefined };
}

function readMessage(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return undefined;
  }
}

async function handle(
  { message, id }: Incoming,
  inbox: Inbox,
  send: (message: object) => void,
  responder: Responder,
): Promise<void> {
  if (message === undefined) {
    const reason = `The content is no JSON of at most ${maxContent} bytes.`;
    send(failed(null, new ResponseError('parseError', reason)));
    return;
  }
  const { method, params } = message;
  // An answer to a request of ours, of which none needs one.
  if (method === undefined && message['id'] !== undefined) return;
  if (typeof method !== 'string') {
    send(failed(id ?? null, new ResponseError('invalidRequest', 'The message has no method.')));
  } else if (id !== undefined) {
    send(await answer(id, inbox, () => responder.request(method, params)));
  } else if (message['id'] === undefined) {
    await tell(() => responder.notify(method, params));
  } else {
    const reason = 'The id of a request must be a number or a string.';
    send(failed(null, new ResponseError('invalidRequest', reason)));
  }
  if (id !== undefined) inbox.answered(id);
}

async function answer(id: RequestId, inbox: Inbox, work: () => unknown): Promise<object> {
  const givenUp = failed(id, new ResponseError('requestCancelled', 'The request was cancelled.'));
  if (inbox.isCancelled(id)) return givenUp;
  try {
    const result: unknown = (await work()) ?? null;
    return inbox.isCancelled(id) ? givenUp : { jsonrpc: '2.0', id, result };
  } catch (error) {
    return failed(id, error);
  }
}

/** A notification has no answer, not even that it was wrong (JSON-RPC 2.0 §4.1). */
async function tell(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // Nobody can be told.
  }
}

function failed(id: RequestId | null, error: unknown): object {
  const { code, message } =
    error instanceof ResponseError
      ? error
      : new ResponseError('internalError', 'The request could not be handled.');
  return { jsonrpc: '2.0', id, error: { code, message } };
}
