/** What `rate-limit` and `rate-limit-by-key` share: how limits are checked, announced and refused. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { Count } from '../engine/ports/Counters.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { isHeaderName } from './set-header.ts';

export const announcementAttributes = {
  'retry-after-header-name': text('The header that tells when to try again, in seconds.', {
    default: 'Retry-After',
  }),
  'retry-after-variable-name': text('The variable that tells when to try again, in seconds.'),
  'remaining-calls-header-name': text('The header that tells how many calls are left.'),
  'remaining-calls-variable-name': text('The variable that tells how many calls are left.'),
  'total-calls-header-name': text('The header that tells the limit.'),
} as const;

export interface Announcements {
  readonly retryAfterHeaderName: string;
  readonly retryAfterVariableName: string | undefined;
  readonly remainingCallsHeaderName: string | undefined;
  readonly remainingCallsVariableName: string | undefined;
  readonly totalCallsHeaderName: string | undefined;
}

/** The rate-limit page: periods are 300 seconds at most. */
const maxPeriodSeconds = 300;

export function isPeriod(seconds: number): boolean {
  return seconds >= 1 && seconds <= maxPeriodSeconds;
}

/** Says why it is none; for a diagnostic or the failure of an expression. */
export const notPeriod = `A period is from 1 to ${maxPeriodSeconds} seconds long.`;

export function checkLimit(calls: number, renewalPeriod: number, build: BuildContext): void {
  if (calls < 1)
    build.report({ attribute: 'calls', message: 'At least one call must be allowed.' });
  if (!isPeriod(renewalPeriod)) {
    build.report({
      attribute: 'renewal-period',
      message: notPeriod,
      hint: 'For longer periods there is quota.',
    });
  }
}

export function checkAnnouncements(names: Announcements, build: BuildContext): void {
  const headers = {
    'retry-after-header-name': names.retryAfterHeaderName,
    'remaining-calls-header-name': names.remainingCallsHeaderName,
    'total-calls-header-name': names.totalCallsHeaderName,
  };
  for (const [attribute, name] of Object.entries(headers)) {
    if (name !== undefined && !isHeaderName(name))
      build.report({ attribute, message: `'${name}' is no name of a header.` });
  }
}

/** Tells in variables at once, and in headers of whatever answer leaves. */
export function announce(
  names: Announcements,
  remaining: number,
  calls: number,
  context: PolicyContext,
): void {
  const { remainingCallsHeaderName, remainingCallsVariableName, totalCallsHeaderName } = names;
  if (remainingCallsVariableName !== undefined)
    context.variables.set(remainingCallsVariableName, remaining);
  if (remainingCallsHeaderName === undefined && totalCallsHeaderName === undefined) return;
  context.onAnswer((headers) => {
    if (remainingCallsHeaderName !== undefined)
      headers.set(remainingCallsHeaderName, String(remaining));
    if (totalCallsHeaderName !== undefined) headers.set(totalCallsHeaderName, String(calls));
  });
}

export function refuseCall(
  { retryAfterHeaderName, retryAfterVariableName }: Announcements,
  { retryAfterMs }: Count,
  context: PolicyContext,
): GatewayError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  if (retryAfterVariableName !== undefined) context.variables.set(retryAfterVariableName, seconds);
  return new GatewayError('RateLimitExceeded', {
    args: [seconds],
    headers: [[retryAfterHeaderName, String(seconds)]],
  });
}
