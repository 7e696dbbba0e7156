import { Body } from '../Body.ts';
import type { OutgoingResponse } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';

/** Seconds after which it is worth to ask again: calls are short. */
const retryAfter = '1';

/** The answer when there is more to do than can be done: at once, so that others keep their pace. */
export function overloaded(): OutgoingResponse {
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
