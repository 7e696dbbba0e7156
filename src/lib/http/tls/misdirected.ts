import { Body } from '../Body.ts';
import type { RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from '../http1/Malformed.ts';
import { refusalBody } from '../http1/responseText.ts';

/** Refuses requests for hosts that a connection is not for, so that the caller opens another (RFC 9110 §15.5.20). */
export function refuseMisdirected(
  handle: RequestHandler,
  isMisdirected: (authority: string) => boolean,
  onRefusal: (refusal: Malformed, remoteAddress: string) => void,
): RequestHandler {
  return (request) => {
    if (!isMisdirected(request.authority)) return handle(request);
    const reason = 'the connection was made for a host with other rules for client certificates';
    onRefusal(new Malformed(421, reason), request.remoteAddress);
    request.body?.discard();
    return Promise.resolve({
      status: 421,
      reason: 'Misdirected Request',
      headers: new HeaderMap([['Content-Type', 'application/json']]),
      body: Body.ofText(refusalBody(421)),
    });
  };
}
