import { Body } from '../Body.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ConnectionSettings } from './ServerConnection.ts';

/** Seconds after which it is worth to ask again: calls are short. */
const retryAfter = '1';

/** Has a call carried, unless there are too many. Rejects when the handler does. */
export async function carried(
  request: IncomingRequest,
  { handle, load, limits }: ConnectionSettings,
): Promise<OutgoingResponse> {
  if (load.calls >= limits.maxCalls) return overloaded();
  load.calls++;
  try {
    return await handle(request);
  } finally {
    load.calls--;
  }
}

/** The answer when there is more to do than can be done: at once, so that others keep their pace. */
function overloaded(): OutgoingResponse {
  const message = 'The gateway has too many calls under way.';
  return {
    status: 503,
    reason: 'Service Unavailable',
    headers: new HeaderMap([
      ['Content-Type', 'application/json'],
      ['Retry-After', retryAfter],
    ]),
    body: Body.ofText(`{ "statusCode": 503, "message": "${message}" }`),
  };
}
