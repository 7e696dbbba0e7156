import { STATUS_CODES } from 'node:http';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { CompiledElement } from '../engine/declaration/element.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext, PolicyResponse } from '../engine/run/PolicyContext.ts';

/** The element as it stands on its own and in `return-response`. */
export const statusElement = {
  attributes: {
    code: integer('The status code, from 200 to 599.', { required: true, expressions: true }),
    // The page calls it required; Microsoft's own samples leave it out.
    reason: text('The reason phrase; without it, the usual one of the code.', {
      expressions: true,
    }),
  },
} as const;

type StatusElement = CompiledElement<typeof statusElement>;

export const setStatus = definePolicy({
  name: 'set-status',
  doc: 'Sets the status code and the reason phrase of the response.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-status-policy',
  sections: allSections,
  scopes: allScopes,
  ...statusElement,
  examples: [
    '<set-status code="401" reason="Unauthorized" />',
    '<set-status code="@(context.Response.StatusCode == 404 ? 204 : context.Response.StatusCode)" />',
  ],
  compile(status, build) {
    checkStatus(status, build);
    return (context) => applyStatus(context.openResponse(), status, context);
  },
});

/** Reports what is wrong with a `set-status` element for every request alike. */
export function checkStatus({ code, reason }: StatusElement, build: BuildContext): void {
  if (code.constant && !isFinal(code.constant.value)) {
    const message = `${code.constant.value} is no status code of a response.`;
    build.report({ attribute: 'code', message, hint: 'Use a code from 200 to 599.' });
  }
  if (reason?.constant && !isReason(reason.constant.value)) {
    const message = 'A reason phrase must not hold line breaks or other control characters.';
    build.report({ attribute: 'reason', message });
  }
}

/** Does to `response` what a compiled `set-status` element says. @throws GatewayError */
export function applyStatus(
  response: PolicyResponse,
  { code, reason }: StatusElement,
  context: PolicyContext,
): void {
  const statusCode = code(context);
  const statusReason = reason?.(context) ?? STATUS_CODES[statusCode] ?? '';
  if (!isFinal(statusCode)) throw failure(`${statusCode} is no status code of a response.`);
  if (!isReason(statusReason)) throw failure('The reason phrase holds control characters.');
  response.statusCode = statusCode;
  response.statusReason = statusReason;
}

/** Whether a response can have this code: 1xx only announces one, and codes end at 599 (RFC 9110 §15). */
export function isFinal(code: number): boolean {
  return code >= 200 && code <= 599;
}

/** RFC 9112 §4: HTAB, SP, VCHAR and obs-text, which is sent as Latin-1. */
function isReason(reason: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(reason);
}

function failure(message: string): GatewayError {
  return new GatewayError('ExpressionValueEvaluationFailure', { args: [message] });
}
