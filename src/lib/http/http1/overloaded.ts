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
  if (!calls.enter()) {
    // In a turn of its own, as all answers: many requests in one packet are no recursion.
    void Promise.resolve(overloaded()).then(answered);
    return;
  }
  begin(handle, request).then(
    (response) => {
      calls.leave();
      answered(response);
    },
    (error: unknown) => {
      calls.leave();
      failed(error);
    },
  );
}

/** A handler that throws at once has failed like any other. */
function begin(handle: RequestHandler, request: IncomingRequest): Promise<OutgoingResponse> {
  try {
    return handle(request);
  } catch (error) {
    return Promise.reject(error);
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
