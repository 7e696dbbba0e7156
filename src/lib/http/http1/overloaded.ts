import { Body } from '../Body.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ConnectionSettings } from './ServerConnection.ts';

/** Seconds after which it is worth to ask again: calls are short. */
const retryAfter = '1';

/** Has a call carried, unless there are too many. `answered` must not throw. */
export function carry(
  request: IncomingRequest,
  { handle, load, limits }: ConnectionSettings,
  answered: (response: OutgoingResponse) => void,
  failed: (error: unknown) => void,
): void {
  const hasRoom = load.calls < limits.maxCalls;
  const answering = hasRoom ? handle(request) : Promise.resolve(overloaded());
  if (hasRoom) load.calls++;
  answering.then(
    (response) => {
      if (hasRoom) load.calls--;
      answered(response);
    },
    (error: unknown) => {
      if (hasRoom) load.calls--;
      failed(error);
    },
  );
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
