import type { HostResponse } from '../../expressions/context/host.ts';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { Body, BodyTooLarge } from '../../lib/http/Body.ts';
import type { OutgoingRequest } from '../../lib/http/exchange.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { GatewayError } from '../errors.ts';
import { sendFailure } from './onward.ts';
import type { PolicyContext, PolicyResponse } from './PolicyContext.ts';

/** What of a call receiving takes. */
type Receiver = Pick<PolicyContext, 'world' | 'maxBufferedBytes' | 'signal'>;

/** Sends a request and waits for the whole response, all within its time. @throws GatewayError */
export async function receive(
  request: OutgoingRequest,
  context: Receiver,
): Promise<ReceivedResponse> {
  const deadline = context.world.now() + request.timeoutMs;
  try {
    const { status, reason, headers, body } = await context.world.send(request);
    const bytes = body ? await readWhole(body, deadline, context) : new Uint8Array(0);
    return new ReceivedResponse(status, reason, headers, Body.of(bytes));
  } catch (error) {
    throw sendFailure(error, context);
  }
}

/** A sender that never comes to an end is given up on, as one that never begins. */
async function readWhole(
  body: Body,
  deadline: number,
  { world, maxBufferedBytes }: Receiver,
): Promise<Uint8Array> {
  const reading = body.buffer(maxBufferedBytes);
  if (!(reading instanceof Promise)) return reading;
  const done = new AbortController();
  const late = world.sleep(Math.max(0, deadline - world.now()), done.signal);
  try {
    const bytes = await Promise.race([reading, late.then(() => undefined)]);
    if (bytes) return bytes;
  } catch (cause) {
    throw broken(cause);
  } finally {
    done.abort();
  }
  body.discard();
  throw new GatewayError('Timeout', { args: ['The response did not come to its end in time.'] });
}

function broken(cause: unknown): GatewayError {
  const message =
    cause instanceof BodyTooLarge
      ? `The response is longer than ${cause.limit} bytes.`
      : 'The response broke off.';
  return new GatewayError('BackendConnectionFailure', { args: [message], cause });
}

/** A response to answer with: a copy that shares nothing which could change. */
export function copyResponse({
  statusCode,
  statusReason,
  headers,
  body,
}: HostResponse): PolicyResponse {
  const lines = new HeaderMap();
  for (const name of headers.names()) {
    for (const value of headers.values(name)) lines.append(name, value);
  }
  return {
    statusCode,
    statusReason,
    headers: lines,
    body: body && Body.of(body.read(true)),
  };
}
