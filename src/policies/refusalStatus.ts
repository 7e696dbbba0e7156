/** The status that an author chose for refusals: `failed-check-httpcode`, `failed-validation-httpcode`. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { isFinal } from './set-status.ts';

/** Reports a status that no response can have. */
export function checkRefusalStatus(
  attribute: string,
  { constant }: Value<number>,
  build: BuildContext,
): void {
  if (!constant || isFinal(constant.value)) return;
  const message = `${constant.value} is no status code of a response.`;
  build.report({ attribute, message, hint: 'Use a code from 400 to 599.' });
}

/** @throws GatewayError: the call is refused all the same, as a mistake of the author. */
export function refusalStatus(status: Value<number>, context: PolicyContext): number {
  const code = status(context);
  if (isFinal(code)) return code;
  const args = [`${code} is no status code of a response.`];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}
