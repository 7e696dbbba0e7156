/** What token policies have in common: how a token is judged, and what happens to the verdict. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Step } from '../engine/run/Step.ts';
import { refusals } from '../lib/jwt/refusals.ts';
import type { Refusal } from '../lib/jwt/refusals.ts';
import type { Verdict } from '../lib/jwt/verify.ts';
import { challenge } from './challenge.ts';
import { checkRefusalStatus, refusalStatus } from './refusalStatus.ts';
import type { FindToken } from './tokenPlace.ts';

export const outcomeAttributes = {
  'failed-validation-httpcode': integer('Status of the refusal.', {
    default: 401,
    expressions: true,
  }),
  'failed-validation-error-message': text('Message in the body of the refusal.', {
    expressions: true,
  }),
  'output-token-variable-name': text('The variable that gets the valid token, as a `Jwt`.'),
} as const;

interface Outcome {
  readonly failedValidationHttpcode: Value<number>;
  readonly failedValidationErrorMessage: Value<string> | undefined;
  readonly outputTokenVariableName: string | undefined;
}

/** How a policy judges the token of a call. */
export interface TokenJudge {
  readonly find: FindToken;
  verify(this: void, token: string, context: PolicyContext): Verdict | Promise<Verdict>;
  /** The scheme that a challenge names; `Bearer` when undefined. */
  schemeOf?: (context: PolicyContext) => string | undefined;
}

/** Refuses calls without a token that the judge accepts. */
export function tokenStep(outcome: Outcome, judge: TokenJudge, build: BuildContext): Step {
  const { failedValidationHttpcode, failedValidationErrorMessage } = outcome;
  const { outputTokenVariableName } = outcome;
  const { find, verify, schemeOf } = judge;
  checkRefusalStatus('failed-validation-httpcode', failedValidationHttpcode, build);

  const refuse = (refusal: Refusal, context: PolicyContext): never => {
    const { reason, message, detail } = refusal;
    context.tracer?.explain({ message: `JWT Validation Failed: ${message}`, detail });
    const status = refusalStatus(failedValidationHttpcode, context);
    throw new GatewayError(reason, {
      message,
      status,
      body: failedValidationErrorMessage?.(context),
      headers: status === 401 ? [challenge(refusal, schemeOf?.(context))] : [],
      cause: detail === '' ? undefined : new Error(detail),
    });
  };
  const conclude = (verdict: Verdict, context: PolicyContext): void => {
    if (!verdict.ok) return refuse(verdict, context);
    const { jwt } = verdict;
    if (outputTokenVariableName !== undefined) context.variables.set(outputTokenVariableName, jwt);
    const { issuer, subject, audiences } = jwt;
    context.tracer?.explain({ message: 'The token is valid.', issuer, subject, audiences });
  };
  return (context) => {
    const token = find(context);
    if (token === undefined) return refuse(refusals.notPresent(), context);
    const verdict = verify(token, context);
    if (verdict instanceof Promise) return verdict.then((late) => conclude(late, context));
    return conclude(verdict, context);
  };
}
