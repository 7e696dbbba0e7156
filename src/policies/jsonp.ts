import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { HeaderMap } from '../lib/http/HeaderMap.ts';
import { changesBody } from './bodyChange.ts';
import { isJson } from './mediaTypes.ts';

export const jsonp = definePolicy({
  name: 'jsonp',
  doc: 'Wraps the response into a call of the function that the caller names in the query.',
  reference: 'https://learn.microsoft.com/azure/api-management/jsonp-policy',
  sections: ['outbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'callback-parameter-name': text('The query parameter that names the function.', {
      required: true,
      expressions: true,
    }),
  },
  examples: [
    '<jsonp callback-parameter-name="cb" />',
    '<jsonp callback-parameter-name="@(context.Request.Headers.ContainsKey("x-legacy") ? "jsonp" : "cb")" />',
  ],
  compile({ callbackParameterName }, build) {
    const callbackOf = (context: PolicyContext): string | undefined =>
      callbackIn(callbackParameterName(context), context);
    return changesBody(
      build,
      (bytes, { headers }, context) => {
        // RFC 9239; without sniffing, since the caller chose how the text begins.
        headers.set('Content-Type', 'text/javascript; charset=utf-8');
        headers.set('X-Content-Type-Options', 'nosniff');
        const start = Buffer.from(`${callbackOf(context)}(`);
        return Buffer.concat([start, withoutMark(bytes), Buffer.from(');')]);
      },
      ({ headers }, context) => callbackOf(context) !== undefined && holdsJson(headers, context),
    );
  },
});

/** The function that the caller names; undefined when there is none. @throws GatewayError */
function callbackIn(parameter: string, { request, tracer }: PolicyContext): string | undefined {
  const [callback] = request.originalUrl.query.values(parameter);
  if (callback === undefined) {
    tracer?.explain({ message: 'The caller names no function.' });
    return undefined;
  }
  // Whatever else stood there would run as a script of this site.
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(callback)) return callback;
  throw new GatewayError('CallbackParameterInvalid', { args: [parameter] });
}

/** Anything else would run as a script, too. A body that does not say what it is passes for JSON. */
function holdsJson(headers: HeaderMap, { tracer }: PolicyContext): boolean {
  const contentType = headers.get('Content-Type');
  if (contentType === undefined || isJson(contentType)) return true;
  tracer?.explain({ message: 'The body is not JSON.', contentType });
  return false;
}

/** A byte order mark may stand at the start of a text alone. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}
