import type { BackendTarget } from '../engine/BackendTarget.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer, oneOf } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import { giveUp } from '../engine/run/giveUp.ts';
import { onwardHeaders, sendFailure } from '../engine/run/onward.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { HttpVersion, IncomingResponse, OutgoingRequest } from '../lib/http/exchange.ts';
import { asked } from '../lib/http/fieldName.ts';
import { maxRedirects, redirected } from '../lib/http/redirect.ts';

export const forwardRequest = definePolicy({
  name: 'forward-request',
  doc: 'Sends the request to the backend and waits for the head of its response. Bodies are streamed both ways.',
  reference: 'https://learn.microsoft.com/azure/api-management/forward-request-policy',
  sections: ['backend'],
  scopes: allScopes,
  attributes: {
    'http-version': oneOf(
      ['1', '2or1', '2'],
      'The version of HTTP: `2or1` takes HTTP/2 where the backend speaks it over TLS, `2` demands it. `1` by default, but `2` for gRPC APIs.',
    ),
    timeout: integer('Seconds until the head of the response must be here; 300 by default.', {
      expressions: true,
    }),
    'timeout-ms': integer('The same in milliseconds; not with `timeout`.', { expressions: true }),
    'continue-timeout': integer(
      'Seconds to wait for `100 Continue`. The gateway says that itself (RFC 9110 §10.1.1) and never waits for it.',
      { expressions: true },
    ),
    'follow-redirects': boolean(
      'Whether redirects are followed, ten at most, instead of returned.',
      {
        default: false,
        expressions: true,
      },
    ),
    'buffer-request-body': boolean('Whether the body is kept, so that `retry` can send it again.', {
      default: false,
    }),
    'buffer-response': boolean(
      'Whether parts of the response may be collected before they go on. Parts go on as they come either way.',
      { default: true },
    ),
    'fail-on-error-status-code': boolean(
      'Whether a status from 400 to 599 is a failure, which goes to on-error.',
      { default: false },
    ),
  },
  examples: [
    '<forward-request />',
    '<forward-request timeout="60" buffer-request-body="true" />',
    '<forward-request http-version="2or1" />',
    '<forward-request timeout-ms="1500" follow-redirects="true" fail-on-error-status-code="true" />',
  ],
  compile(policy, build) {
    const {
      httpVersion,
      timeout,
      timeoutMs,
      followRedirects,
      bufferRequestBody,
      failOnErrorStatusCode,
    } = policy;
    if (timeout && timeoutMs) {
      const message = "'timeout' and 'timeout-ms' must not stand together.";
      build.report({ attribute: 'timeout-ms', message, hint: 'Remove one of them.' });
    }
    for (const [attribute, value] of [
      ['timeout', timeout],
      ['timeout-ms', timeoutMs],
    ] as const) {
      if ((value?.constant?.value ?? 0) >= 0) continue;
      build.report({ attribute, message: `'${attribute}' must not be negative.` });
    }
    return (context) => {
      const follows = followRedirects(context);
      const waitMs = timeoutIn(context, timeout, timeoutMs);
      const target = targetOf(context);
      const forward = (): Promise<void> => {
        const request = requestTo(target, context, waitMs, httpVersion ?? context.httpVersion);
        explainSending(request, context);
        const answering = follows ? sendOn(request, target, context) : context.world.send(request);
        return answering.then(
          (answer) => take(answer, context, failOnErrorStatusCode),
          (error) => {
            throw sendFailure(error, context);
          },
        );
      };
      const buffering =
        bufferRequestBody || follows
          ? context.buffer({ requestBody: true, responseBody: false })
          : undefined;
      return buffering ? buffering.then(forward) : forward();
    };
  },
});

function timeoutIn(
  context: PolicyContext,
  seconds: Value<number> | undefined,
  milliseconds: Value<number> | undefined,
): number {
  const wait = milliseconds?.(context) ?? (seconds?.(context) ?? 300) * 1_000;
  if (wait >= 0) return wait;
  const args = ["The timeout of 'forward-request' is negative."];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}

/** A WebSocket begins as a request (RFC 6455 §1.2). */
const schemes: ReadonlyMap<string, string> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['ws', 'http'],
  ['wss', 'https'],
]);

function targetOf({ target, request }: PolicyContext): BackendTarget {
  if (!target) {
    throw failure('The API has no backend: neither a service URL nor a policy names one.');
  }
  if (!schemes.has(request.url.scheme)) {
    throw failure('The address of the backend is neither https nor http.');
  }
  return target;
}

function requestTo(
  target: BackendTarget,
  context: PolicyContext,
  timeoutMs: number,
  httpVersion: HttpVersion,
): OutgoingRequest {
  const { request, clientCertificate, signal } = context;
  const proxy = context.proxy ?? target.proxy;
  if (request.body?.wasHandedOn) {
    // Azure's stream is used up, too. An empty body in its place would be another request.
    throw failure(
      'The body was streamed to the backend before: buffer-request-body="true" keeps it for a retry.',
    );
  }
  const url = request.url.copy();
  url.scheme = schemes.get(url.scheme)!;
  const headers = onwardHeaders(request);
  // The set-header page, "Usage notes": no policy can take the caller's address out of it.
  const before = headers.get(asked['x-forwarded-for']);
  const { ipAddress } = request;
  headers.set('X-Forwarded-For', before === undefined ? ipAddress : `${before}, ${ipAddress}`);
  // Credentials of the backend take the place of what the caller sent under their names.
  for (const [name, values] of grouped(target.headers)) headers.set(name, ...values);
  for (const [name, values] of grouped(target.query)) url.query.set(name, ...values);
  return {
    method: request.method,
    url: url.toString(),
    hostIsConfigured: target.hostIsConfigured,
    headers,
    body: request.body,
    upgrade: request.upgrade,
    httpVersion,
    timeoutMs,
    tls: clientCertificate ? { ...target.tls, clientCertificate } : target.tls,
    signal,
    ...(proxy ? { proxy } : {}),
  };
}

const none: ReadonlyMap<string, string[]> = new Map();

function grouped(
  pairs: readonly (readonly [name: string, value: string])[],
): ReadonlyMap<string, string[]> {
  if (pairs.length === 0) return none;
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** Follows redirects within the time that one request has. */
async function sendOn(
  first: OutgoingRequest,
  target: BackendTarget,
  context: PolicyContext,
): Promise<IncomingResponse> {
  const deadline = context.world.now() + first.timeoutMs;
  const credentials = target.headers.map(([name]) => name);
  const key = context.api?.subscriptionKeyParameterNames.header;
  if (key !== undefined) credentials.push(key);
  let request = first;
  for (let count = 0; ; count++) {
    const answer = await context.world.send(request);
    const next = count < maxRedirects ? redirected(request, answer, credentials) : undefined;
    if (!next) return answer;
    answer.body?.discard();
    const timeoutMs = deadline - context.world.now();
    if (timeoutMs <= 0) throw new GatewayError('Timeout', { args: ['Redirects took too long.'] });
    request = { ...next, timeoutMs };
    explainSending(request, context);
  }
}

function take(
  answer: IncomingResponse,
  context: PolicyContext,
  failOnErrorStatusCode: boolean,
): void {
  const { status, reason, headers, body, tunnel } = answer;
  giveUp(context.response);
  context.response = { statusCode: status, statusReason: reason, headers, body, tunnel };
  context.tracer?.explain({ message: `The backend answered with status ${status}.` });
  if (failOnErrorStatusCode && status >= 400 && status <= 599) {
    throw new GatewayError('BackendErrorStatusCode', { args: [status], status });
  }
}

/** Without the query, which may hold keys. */
function explainSending({ method, url, timeoutMs }: OutgoingRequest, context: PolicyContext): void {
  context.tracer?.explain({
    message: 'Request is being forwarded to the backend service.',
    request: { method, url: url.replace(/\?.*$/s, '') },
    timeoutMs,
  });
}

function failure(message: string): GatewayError {
  return new GatewayError('BackendConnectionFailure', { args: [message] });
}
