import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { Count, Window } from '../engine/ports/Counters.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Place } from '../engine/run/sequence.ts';
import {
  announce,
  announcementAttributes,
  checkAnnouncements,
  checkLimit,
  isPeriod,
  notPeriod,
  refuseCall,
} from './rateLimits.ts';
import type { Announcements } from './rateLimits.ts';

export const rateLimitByKey = definePolicy({
  name: 'rate-limit-by-key',
  doc: 'Limits calls by a key of your own within a sliding period. Equal keys with equal periods share one counter in the whole service.',
  reference: 'https://learn.microsoft.com/azure/api-management/rate-limit-by-key-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    calls: integer('How many calls are allowed within the period.', {
      required: true,
      expressions: true,
    }),
    'renewal-period': integer('Length of the sliding period in seconds, 300 at most.', {
      required: true,
      expressions: true,
    }),
    'counter-key': text('What is counted: an address, a claim, a tenant …', {
      required: true,
      expressions: true,
    }),
    'increment-condition': boolean(
      'Whether a call counts. An expression is evaluated when the response is ready.',
      { expressions: true },
    ),
    'increment-count': integer(
      'How many calls this one counts for. An expression is evaluated when the response is ready.',
      { default: 1, expressions: true },
    ),
    // These two are on no page; Microsoft's policy toolkit knows them.
    'increment-after-response': boolean('Whether a call counts only when its response is ready.', {
      default: false,
    }),
    'flexible-retry-window': boolean('Undocumented.', { default: false, notYet: [true] }),
    ...announcementAttributes,
  },
  examples: [
    '<rate-limit-by-key calls="10" renewal-period="60" counter-key="@(context.Request.IpAddress)" />',
    '<rate-limit-by-key calls="3" renewal-period="15" counter-key="login" increment-condition="@(context.Response.StatusCode == 401)" />',
  ],
  compile(policy, build) {
    check(policy, build);
    const { renewalPeriod, counterKey, calls } = policy;
    const amount = amountAtOnce(policy);
    return (context) => {
      const seconds = renewalPeriod(context);
      if (!isPeriod(seconds)) throw failure(notPeriod);
      // A counter belongs to one period, so that one key may be limited by second and by minute.
      const key = `rate-limit-by-key/${seconds}/${counterKey(context)}`;
      const window = { limit: calls(context), windowMs: seconds * 1_000, now: context.world.now() };
      const counted = { key, window, context, place: build.place };
      const count =
        amount === undefined ? look(counted) : context.counters.take(key, amount, window);
      return count instanceof Promise
        ? count.then((late) => settle(late, policy, counted))
        : settle(count, policy, counted);
    };
  },
});

interface Increments {
  readonly incrementCondition: Value<boolean> | undefined;
  readonly incrementCount: Value<number>;
  readonly incrementAfterResponse: boolean;
}

interface Limits extends Increments, Announcements {
  readonly calls: Value<number>;
  readonly renewalPeriod: Value<number>;
}

/** A call with the counter that it counts under. */
interface CountedCall {
  readonly key: string;
  readonly window: Window;
  readonly context: PolicyContext;
  readonly place: Place;
}

function check(policy: Limits, build: BuildContext): void {
  const { calls, renewalPeriod, incrementCount } = policy;
  checkAnnouncements(policy, build);
  checkLimit(calls.constant?.value ?? 1, renewalPeriod.constant?.value ?? 1, build);
  const attribute = 'increment-count';
  const amount = incrementCount.constant?.value ?? 1;
  if (amount < 0) build.report({ attribute, message: 'A call cannot count for less than 0.' });
  if (amount > (calls.constant?.value ?? amount)) {
    const message = 'A call counts for more than is allowed, so every call is refused.';
    build.report({ attribute, message, severity: 'warning' });
  }
}

/**
 * How much a call counts for before it goes on; undefined when it counts later or never. The page,
 * "Usage notes": with an expression for one of these, counting is put off to the end of outbound, so
 * that the expression may look at the response.
 */
function amountAtOnce(increments: Increments): number | undefined {
  const { incrementCondition, incrementCount, incrementAfterResponse } = increments;
  const counts = incrementCondition ? incrementCondition.constant?.value : true;
  if (incrementAfterResponse || counts !== true) return undefined;
  return incrementCount.constant?.value || undefined;
}

/**
 * Whether the limit is exceeded already, since this call does not count yet. The same notes: the
 * limit is judged on the next call, so that 429 comes "1 call later than usual".
 */
function look({ key, window, context }: CountedCall): Count | Promise<Count> {
  const seen = context.counters.peek(key, { ...window, limit: window.limit + 1 });
  return seen instanceof Promise ? seen.then(withoutThis) : withoutThis(seen);
}

function withoutThis(count: Count): Count {
  return { ...count, remaining: Math.max(0, count.remaining - 1) };
}

/** @throws GatewayError when the call is not allowed */
function settle(count: Count, policy: Limits, counted: CountedCall): void {
  const { context, window } = counted;
  announce(policy, count.remaining, window.limit, context);
  context.tracer?.explain({
    message: count.allowed ? 'The call is within the limit.' : 'The limit is exceeded.',
    remaining: count.remaining,
    limit: window.limit,
  });
  if (!count.allowed) throw refuseCall(policy, count, context);
  if (amountAtOnce(policy) === undefined)
    context.atEnd(counted.place, () => countAtEnd(policy, counted));
}

/** @throws GatewayError */
async function countAtEnd(increments: Increments, counted: CountedCall): Promise<void> {
  const { key, window, context } = counted;
  // A call that cannot be judged counts: failing must be no way around the limit.
  let amount = increments.incrementCount.constant?.value ?? 1;
  try {
    amount = await amountAtEnd(increments, context);
  } finally {
    if (amount > 0)
      await context.counters.add(key, amount, { ...window, now: context.world.now() });
  }
}

/** @throws GatewayError */
async function amountAtEnd(
  { incrementCondition, incrementCount }: Increments,
  context: PolicyContext,
): Promise<number> {
  // Expressions look at the answer, and there is one, even if no policy made it.
  context.openResponse();
  if (incrementCondition) await context.buffer(incrementCondition.reads);
  if (incrementCondition && !incrementCondition(context)) return 0;
  await context.buffer(incrementCount.reads);
  const amount = incrementCount(context);
  if (amount < 0) throw failure(`A call cannot count for ${amount}.`);
  return amount;
}

function failure(message: string): GatewayError {
  return new GatewayError('ExpressionValueEvaluationFailure', { args: [message] });
}
