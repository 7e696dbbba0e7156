import { STATUS_CODES } from 'node:http';
import type { HostLastError } from '../../expressions/context/host.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { GatewayError } from '../errors.ts';
import { giveUp } from './giveUp.ts';
import type { PolicyResponse } from './PolicyContext.ts';
import type { PolicyRun } from './PolicyRun.ts';
import { PolicyFailure } from './sequence.ts';
import { finished } from './Step.ts';
import type { Outcome, Step } from './Step.ts';

/** The effective policy of one operation in one product context: four sections, compiled. */
export interface Plan {
  readonly inbound: Step;
  readonly backend: Step;
  readonly outbound: Step;
  readonly onError: Step;
  /** The `cors` policies that stand directly in `inbound`: all that is asked about a preflight. */
  readonly preflight: Step;
}

/** Hears of every failure with its cause, for the log. Callers never see a cause. */
export type OnFailure = (error: GatewayError, lastError: HostLastError) => void;

/**
 * Runs the sections in order. What fails becomes `context.LastError` and the default error response,
 * which `on-error` may then change. Never rejects.
 */
export function runPlan(
  plan: Plan,
  run: PolicyRun,
  onFailure: OnFailure,
): PolicyResponse | Promise<PolicyResponse> {
  try {
    const outcome = enter(plan, run);
    if (outcome instanceof Promise) return answerLater(plan, run, outcome, onFailure);
    return answerEnded(plan, run, leave(plan, run, outcome), onFailure);
  } catch (error) {
    return answerFailed(plan, run, error, onFailure);
  }
}

function enter({ inbound, backend }: Plan, run: PolicyRun): ReturnType<Step> {
  const early = inbound(run);
  return early instanceof Promise
    ? early.then((outcome) => outcome ?? backend(run))
    : (early ?? backend(run));
}

function leave({ outbound }: Plan, run: PolicyRun, outcome: Outcome): void | Promise<void> {
  const leaving = outcome === finished ? undefined : outbound(run);
  return leaving instanceof Promise ? leaving.then(() => run.finish()) : run.finish();
}

async function answerLater(
  plan: Plan,
  run: PolicyRun,
  outcome: Promise<Outcome>,
  onFailure: OnFailure,
): Promise<PolicyResponse> {
  try {
    return answerEnded(plan, run, leave(plan, run, await outcome), onFailure);
  } catch (error) {
    return answerFailed(plan, run, error, onFailure);
  }
}

function answerEnded(
  plan: Plan,
  run: PolicyRun,
  ending: void | Promise<void>,
  onFailure: OnFailure,
): PolicyResponse | Promise<PolicyResponse> {
  if (!ending) return run.answer();
  return ending.then(
    () => run.answer(),
    (error) => answerFailed(plan, run, error, onFailure),
  );
}

async function answerFailed(
  plan: Plan,
  run: PolicyRun,
  failure: unknown,
  onFailure: OnFailure,
): Promise<PolicyResponse> {
  await runOnError(plan, run, failure, onFailure);
  try {
    await run.finish();
  } catch (error) {
    // As what fails in on-error itself: it runs once.
    fail(run, error, onFailure);
  }
  return run.answer();
}

/** Also for what fails before any policy: routing and the subscription check. Never rejects. */
export async function runOnError(
  plan: Pick<Plan, 'onError'>,
  run: PolicyRun,
  error: unknown,
  onFailure: OnFailure,
): Promise<void> {
  fail(run, error, onFailure);
  try {
    await plan.onError(run);
  } catch (second) {
    fail(run, second, onFailure);
  }
}

function fail(run: PolicyRun, thrown: unknown, onFailure: OnFailure): void {
  const place = thrown instanceof PolicyFailure ? thrown.place : undefined;
  const error = gatewayErrorOf(thrown instanceof PolicyFailure ? thrown.cause : thrown);
  giveUp(run.response);
  run.lastError = {
    source: place?.source ?? error.source ?? 'gateway',
    reason: error.reason,
    message: error.message,
    scope: place?.scope ?? null,
    section: place?.section ?? null,
    path: place?.path ?? null,
    policyId: place?.policyId ?? null,
  };
  run.response = responseOf(error, run.requestId);
  onFailure(error, run.lastError);
}

/** What is no GatewayError is a broken invariant: it ends the request and says nothing of itself. */
function gatewayErrorOf(thrown: unknown): GatewayError {
  return thrown instanceof GatewayError
    ? thrown
    : new GatewayError('InternalError', { cause: thrown });
}

/** The answer that Azure gives by default, before `on-error` changes it. */
export function responseOf(error: GatewayError, requestId: string): PolicyResponse {
  const { status, body } = error;
  // Only failures that the caller cannot mend carry the id under which the log knows them.
  const content =
    status >= 500
      ? { statusCode: status, message: body, activityId: requestId }
      : { statusCode: status, message: body };
  const headers = new HeaderMap([['Content-Type', 'application/json']]);
  for (const [name, value] of error.headers) headers.append(name, value);
  return {
    statusCode: status,
    statusReason: error.phrase ?? STATUS_CODES[status] ?? '',
    headers,
    body: Body.ofText(print(content)),
  };
}

/** Spaced as Azure prints it: `{ "statusCode": 404, "message": "Resource not found" }`. */
function print(content: Readonly<Record<string, string | number>>): string {
  const members = Object.entries(content).map(
    ([key, value]) => `"${key}": ${JSON.stringify(value)}`,
  );
  return `{ ${members.join(', ')} }`;
}
