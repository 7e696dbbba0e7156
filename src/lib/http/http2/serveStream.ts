import { constants } from 'node:http2';
import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Body } from '../Body.ts';
import { Cancellation } from '../CancelSignal.ts';
import type { IncomingRequest, OutgoingResponse } from '../exchange.ts';
import type { HeaderMap } from '../HeaderMap.ts';
import { Malformed } from '../http1/Malformed.ts';
import { carry } from '../http1/overloaded.ts';
import { dateNow, mayHaveContent, refusalBody } from '../http1/responseText.ts';
import type { ConnectionSettings } from '../http1/ServerConnection.ts';
import type { ServerLimits } from '../http1/serverLimits.ts';
import { onwardTrailers } from '../trailers.ts';
import { outgoingFields } from './fields.ts';
import { requestOf } from './requestOf.ts';
import type { Peer } from './requestOf.ts';
import { mostAtOnce, write } from './writing.ts';

/**
 * Has the request on a stream carried, and answers it. `lines` are its fields, names and values by
 * turns. `onUnanswered` is told of a stream that was closed before its answer began, or that was no request.
 */
export async function serveStream(
  stream: ServerHttp2Stream,
  lines: readonly string[],
  hasContent: boolean,
  peer: Peer,
  settings: ConnectionSettings,
  onUnanswered: () => void,
): Promise<void> {
  const gone = new Cancellation();
  let state: 'waiting' | 'answering' | 'answered' = 'waiting';
  stream.on('close', () => {
    if (state === 'waiting') onUnanswered();
    if (state !== 'answered') gone.abort();
  });
  try {
    const request = requestOf(stream, lines, hasContent, peer, settings.limits, gone);
    const response = await carried(request, settings);
    state = 'answering';
    await answer(stream, request.method, response, settings);
    state = 'answered';
  } catch (error) {
    state = 'answering';
    if (error instanceof Malformed) {
      onUnanswered();
      refuse(stream, error, peer, settings);
    }
    // The head may be out already: the only honest end is a broken stream.
    else if (!stream.destroyed) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  }
}

function carried(
  request: IncomingRequest,
  settings: ConnectionSettings,
): Promise<OutgoingResponse> {
  return new Promise((resolve, reject) => carry(request, settings, resolve, reject));
}

function refuse(
  stream: ServerHttp2Stream,
  refusal: Malformed,
  { remoteAddress }: Peer,
  { onRefusal, limits }: ConnectionSettings,
): void {
  onRefusal(refusal, remoteAddress);
  if (stream.destroyed || stream.closed || stream.headersSent) return;
  stream.respond({ ':status': refusal.status, 'content-type': 'application/json' });
  stream.end(refusalBody(refusal.status));
  endPatiently(stream, limits);
}

/** What is left of an answer waits for a caller who reads, but not for ever. */
function endPatiently(stream: ServerHttp2Stream, { writeTimeoutMs }: ServerLimits): void {
  stream.setTimeout(writeTimeoutMs, () => stream.close(constants.NGHTTP2_CANCEL));
}

async function answer(
  stream: ServerHttp2Stream,
  method: string,
  { status, headers, body, tunnel }: OutgoingResponse,
  { limits }: ConnectionSettings,
): Promise<void> {
  tunnel?.close();
  if (stream.destroyed) {
    body?.discard();
    return;
  }
  const content = body && mayHaveContent(method, status) ? body : null;
  try {
    const fields = fieldsFor(status, headers, content, method);
    // Whether fields follow the content is not known before its end.
    const waitForTrailers = content !== null && (!content.bytes || content.trailers !== undefined);
    if (!waitForTrailers) delete fields['trailer'];
    stream.respond(fields, { endStream: content === null, waitForTrailers });
    if (waitForTrailers) {
      stream.on('wantTrailers', () => {
        const trailers = onwardTrailers(content.trailers, headers);
        stream.sendTrailers(trailers ? outgoingFields(trailers) : {});
      });
    }
    if (!content) body?.discard();
    else if (content.bytes && content.bytes.length <= mostAtOnce) stream.end(content.bytes);
    else {
      await content.pipe((part, lease) => write(stream, part, lease, limits.writeTimeoutMs));
      stream.end();
    }
    endPatiently(stream, limits);
  } catch (error) {
    body?.discard();
    throw error;
  }
}

function fieldsFor(
  status: number,
  headers: HeaderMap,
  content: Body | null,
  method: string,
): OutgoingHttpHeaders {
  const fields: OutgoingHttpHeaders = { ':status': status, ...outgoingFields(headers) };
  if (content) {
    delete fields['content-length'];
    if (content.length !== undefined) fields['content-length'] = content.length;
  } else if (method !== 'HEAD' && status !== 304) delete fields['content-length'];
  // RFC 9110 §6.6.1
  fields['date'] ??= dateNow();
  return fields;
}
