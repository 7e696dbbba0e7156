import { Body } from '../Body.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { ConnectionSettings } from './ServerConnection.ts';

/** Seconds after which it is worth to ask again: calls are short. */
const retryAfter = '1';

/** Has a call carried, unless there are too many. `answered` must not throw. */
export function carry(
  request: IncomingRequest,
  { handle, calls }: ConnectionSettings,
  answered: (response: OutgoingResponse) => void,
  failed: (error: unknown) => void,
): void {
  const hasRoom = calls.enter();
  const leave = (): void => {
    if (hasRoom) calls.leave();
  };
  begin(hasRoom ? handle : refuse, request, leave).then(
    (response) => {
      leave();
      answered(response);
    },
    (error: unknown) => {
      leave();
      failed(error);
    },
  );
}

/** A handler that throws at once has ended. */
function begin(
  handle: RequestHandler,
  request: IncomingRequest,
  leave: () => void,
): Promise<OutgoingResponse> {
  try {
    return handle(request);
  } catch (error) {
    leave();
    throw error;
  }
}

const refuse: RequestHandler = () => Promise.resolve(overloaded());

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
