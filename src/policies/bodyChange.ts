/** How policies change a whole body: buffered, decompressed, and with headers that fit it. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Step } from '../engine/run/Step.ts';
import { Body, BodyTooLarge } from '../lib/http/Body.ts';
import { decodeContent, InvalidCoding } from '../lib/http/contentCoding.ts';
import type { Message } from './set-body.ts';

type Side = 'request' | 'response';

/**
 * Makes another body out of a message's own; undefined leaves the message as it is. The bytes are
 * decompressed and not empty. It may change headers, and throws a GatewayError.
 */
export type BodyChange = (
  bytes: Uint8Array,
  message: Message,
  context: PolicyContext,
) => Uint8Array | undefined;

/**
 * Changes the request in `inbound` and `backend`, the response in `outbound` and `on-error`. What
 * `applies` says no to streams on as it comes.
 */
export function changesBody(
  { section }: Pick<BuildContext, 'section'>,
  change: BodyChange,
  applies: (message: Message, context: PolicyContext) => boolean = () => true,
): Step {
  const side = section === 'inbound' || section === 'backend' ? 'request' : 'response';
  const reads = { requestBody: side === 'request', responseBody: side === 'response' };
  return (context) => {
    const message = context[side];
    if (!message?.body) {
      context.tracer?.explain({ message: 'There is no body.' });
      return undefined;
    }
    if (!applies(message, context)) return undefined;
    const waiting = context.buffer(reads);
    return waiting
      ? waiting.then(() => apply(change, message, side, context))
      : apply(change, message, side, context);
  };
}

function apply(change: BodyChange, message: Message, side: Side, context: PolicyContext): void {
  const bytes = message.body?.read(true);
  if (!bytes || bytes.length === 0) return;
  const plain = plainBytes(bytes, message, side, context);
  const changed = plain && change(plain, message, context);
  if (!changed) return;
  if (changed.length > context.maxBufferedBytes) {
    throw tooLarge(new BodyTooLarge(context.maxBufferedBytes), side);
  }
  message.body = Body.of(changed);
  message.headers.delete('Transfer-Encoding');
  message.headers.delete('Content-Encoding');
  message.headers.set('Content-Length', String(changed.length));
}

/** Undefined, with an explanation, when nobody here knows how the body was compressed. */
function plainBytes(
  bytes: Uint8Array,
  { headers }: Message,
  side: Side,
  { maxBufferedBytes, tracer }: PolicyContext,
): Uint8Array | undefined {
  const codings = headers.values('Content-Encoding');
  if (codings.length === 0) return bytes;
  try {
    const plain = decodeContent(bytes, codings, maxBufferedBytes);
    if (!plain) tracer?.explain({ message: 'The body is compressed in an unknown way.', codings });
    return plain;
  } catch (error) {
    if (error instanceof BodyTooLarge) throw tooLarge(error, side);
    if (!(error instanceof InvalidCoding)) throw error;
    throw unreadable('The body is not what its Content-Encoding says.', side, error);
  }
}

/** A request is its sender's mistake, a response the backend's. */
export function unreadable(message: string, side: Side, cause: unknown): GatewayError {
  const reason = side === 'request' ? 'BadRequest' : 'BackendConnectionFailure';
  return new GatewayError(reason, { args: [message], cause });
}

function tooLarge(cause: BodyTooLarge, side: Side): GatewayError {
  if (side === 'request')
    return new GatewayError('RequestBodyTooLarge', { args: [cause.limit], cause });
  const args = [`The response body is longer than ${cause.limit} bytes.`];
  return new GatewayError('BackendConnectionFailure', { args, cause });
}
