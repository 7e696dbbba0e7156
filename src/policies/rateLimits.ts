/** What `rate-limit` and `rate-limit-by-key` share: how limits are checked, announced and refused. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { Count } from '../engine/ports/Counters.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

export interface Limit {
  /** Tells its counters from all others. */
  readonly name: string;
  readonly calls: number;
  readonly windowMs: number;
}

export const announcementAttributes = {
  'retry-after-header-name': text('The header that tells when to try again.', {
    default: 'Retry-After',
  }),
  'retry-after-variable-name': text('The variable that tells when to try again, in seconds.'),
  'remaining-calls-header-name': text('The header that tells how many calls are left.'),
  'remaining-calls-variable-name': text('The variable that tells how many calls are left.'),
  'total-calls-header-name': text('The header that tells the limit.'),
  'total-calls-variable-name': text('The variable that tells the limit.'),
} as const;

interface Announcements {
  readonly retryAfterHeaderName: string;
  readonly retryAfterVariableName: string | undefined;
  readonly remainingCallsHeaderName: string | undefined;
  readonly remainingCallsVariableName: string | undefined;
  readonly totalCallsHeaderName: string | undefined;
  readonly totalCallsVariableName: string | undefined;
}

/** The rate-limit page: periods are 300 seconds at most. */
const maxPeriodSeconds = 300;

export function checkLimit(calls: number, renewalPeriod: number, build: BuildContext): void {
  if (calls < 1)
    build.report({ attribute: 'calls', message: 'At least one call must be allowed.' });
  if (renewalPeriod < 1 || renewalPeriod > maxPeriodSeconds) {
    build.report({
      attribute: 'renewal-period',
      message: `A period is from 1 to ${maxPeriodSeconds} seconds long.`,
      hint: 'For longer periods there is quota.',
    });
  }
}

/** Tells in variables at once, and in headers of whatever answer leaves. */
export function announce(
  names: Announcements,
  count: Count,
  calls: number,
  context: PolicyContext,
): void {
  const {
    remainingCallsHeaderName,
    remainingCallsVariableName,
    totalCallsHeaderName,
    totalCallsVariableName,
  } = names;
  if (remainingCallsVariableName)
    context.variables.set(remainingCallsVariableName, count.remaining);
  if (totalCallsVariableName) context.variables.set(totalCallsVariableName, calls);
  if (remainingCallsHeaderName) tellAtEnd(context, remainingCallsHeaderName, count.remaining);
  if (totalCallsHeaderName) tellAtEnd(context, totalCallsHeaderName, calls);
  context.tracer?.explain({
    message: count.allowed ? 'The call is within the limit.' : 'The limit is exceeded.',
    remaining: count.remaining,
    limit: calls,
  });
}

function tellAtEnd(context: PolicyContext, name: string, value: number): void {
  context.atEnd(() => context.openResponse().headers.set(name, String(value)));
}

export function refuseCall(
  { retryAfterHeaderName, retryAfterVariableName }: Announcements,
  { retryAfterMs }: Count,
  context: PolicyContext,
): GatewayError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  if (retryAfterVariableName) context.variables.set(retryAfterVariableName, seconds);
  return new GatewayError('RateLimitExceeded', {
    args: [seconds],
    headers: [[retryAfterHeaderName, String(seconds)]],
  });
}
