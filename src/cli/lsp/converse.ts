import type { Readable } from 'node:stream';
import { MessageReader } from './MessageReader.ts';

/** JSON-RPC 2.0 §5.1, and those that LSP 3.17 adds. */
export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  serverNotInitialized: -32002,
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
  rest(): unknown;
  /** Nothing is to be read any more. */
  readonly hasExited: boolean;
}

/**
 * Reads messages until the input ends or the responder has exited, and handles them one after
 * another, in their order. @throws FramingError
 */
export async function converse(
  input: Readable,
  send: (message: object) => void,
  responder: Responder,
): Promise<void> {
  const reader = new MessageReader();
  for await (const portion of input as AsyncIterable<Uint8Array>) {
    for (const content of reader.push(portion)) {
      await handle(content, send, responder);
      if (responder.hasExited) return;
    }
    if (input.readableLength === 0) await answer(null, () => responder.rest());
  }
}

async function handle(
  content: string,
  send: (message: object) => void,
  responder: Responder,
): Promise<void> {
  const message = readMessage(content);
  if (message === undefined) {
    send(failed(null, new ResponseError('parseError', 'The content is no JSON.')));
    return;
  }
  const { id, method, params } = message;
  // An answer to a request of ours, of which none needs one.
  if (method === undefined && id !== undefined) return;
  if (typeof method !== 'string') {
    send(failed(null, new ResponseError('invalidRequest', 'The message has no method.')));
    return;
  }
  if (typeof id === 'number' || typeof id === 'string') {
    send(await answer(id, () => responder.request(method, params)));
  } else {
    await answer(null, () => responder.notify(method, params));
  }
}

interface Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

function readMessage(content: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return undefined;
  }
}

async function answer(id: number | string | null, work: () => unknown): Promise<object> {
  try {
    return { jsonrpc: '2.0', id, result: (await work()) ?? null };
  } catch (error) {
    return failed(id, error);
  }
}

function failed(id: number | string | null, error: unknown): object {
  const { code, message } =
    error instanceof ResponseError
      ? error
      : new ResponseError('internalError', 'The request could not be handled.');
  return { jsonrpc: '2.0', id, error: { code, message } };
}
