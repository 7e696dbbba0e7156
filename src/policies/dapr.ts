/** How policies talk to the Dapr sidecar of the gateway. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { boolean, integer, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { receive } from '../engine/run/receive.ts';
import type { ReceivedResponse } from '../expressions/context/values.ts';
import { Body } from '../lib/http/Body.ts';
import { strictTls } from '../lib/http/exchange.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';

export const daprAttributes = {
  'ignore-error': boolean('Whether to go on when Dapr answers with an error.', { default: false }),
  'response-variable-name': text('The variable for the response of Dapr.'),
  timeout: integer('Seconds until Dapr must answer, from 1 to 240.', {
    default: 5,
    expressions: true,
  }),
  template: oneOf(['Liquid'], 'How the content is read: as a Liquid template.', {
    notYet: ['Liquid'],
  }),
  'content-type': oneOf(['application/json'], 'What the content is; without it, plain text.'),
} as const;

interface DaprSettings {
  readonly ignoreError: boolean;
  readonly responseVariableName: string | undefined;
  readonly timeout: Value<number>;
}

/** Where the pages say that the sidecar listens. */
const sidecar = 'http://localhost:3500/v1.0';

function isTimeout(seconds: number): boolean {
  return seconds >= 1 && seconds <= 240;
}

export function checkTimeout({ timeout }: DaprSettings, build: BuildContext): void {
  if (!timeout.constant || isTimeout(timeout.constant.value)) return;
  build.report({ attribute: 'timeout', message: "'timeout' must be from 1 to 240." });
}

/** Posts to the sidecar; its answer goes into the variable, an error also to `on-error`. @throws GatewayError */
export async function callDapr(
  path: string,
  content: { readonly type: string; readonly body: string },
  settings: DaprSettings,
  context: PolicyContext,
): Promise<void> {
  const { ignoreError, responseVariableName } = settings;
  const seconds = settings.timeout(context);
  if (!isTimeout(seconds)) throw invalid("'timeout' must be from 1 to 240.");
  const response = await answer(path, content, seconds, context).catch((error: unknown) => {
    if (ignoreError && !context.signal.aborted && error instanceof GatewayError) return undefined;
    throw error;
  });
  context.tracer?.explain({ message: 'Dapr was called.', path, status: response?.statusCode });
  if (!response) return;
  if (responseVariableName !== undefined) context.variables.set(responseVariableName, response);
  if (response.statusCode >= 400 && !ignoreError) {
    throw new GatewayError('BackendErrorStatusCode', { args: [response.statusCode] });
  }
}

function answer(
  path: string,
  { type, body }: { readonly type: string; readonly body: string },
  seconds: number,
  context: PolicyContext,
): Promise<ReceivedResponse> {
  const request = {
    method: 'POST',
    url: `${sidecar}${path}`,
    hostIsConfigured: true,
    headers: new HeaderMap([['Content-Type', type]]),
    body: Body.ofText(body),
    timeoutMs: seconds * 1_000,
    tls: strictTls,
    signal: context.signal,
  };
  request.headers.set('Content-Length', String(Buffer.byteLength(body)));
  return receive(request, context);
}

/** One segment of a path, which cannot lead out of it. @throws GatewayError */
export function segment(name: string): string {
  if (name === '' || /^\.{1,2}$/.test(name)) throw invalid('A name for Dapr is malformed.');
  return encodeURIComponent(name);
}

function invalid(message: string): GatewayError {
  return new GatewayError('ExpressionValueEvaluationFailure', { args: [message] });
}
