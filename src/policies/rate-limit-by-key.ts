import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { Count } from '../engine/ports/Counters.ts';
import { announce, announcementAttributes, checkLimit, refuseCall } from './rateLimits.ts';

export const rateLimitByKey = definePolicy({
  name: 'rate-limit-by-key',
  doc: 'Limits calls by a key of your own within a sliding period. Equal keys share one counter in the whole service.',
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
      {
        expressions: true,
      },
    ),
    'increment-count': integer(
      'How many calls this one counts for. An expression is evaluated when the response is ready.',
      {
        default: 1,
        expressions: true,
      },
    ),
    ...announcementAttributes,
  },
  examples: [
    '<rate-limit-by-key calls="10" renewal-period="60" counter-key="@(context.Request.IpAddress)" />',
    '<rate-limit-by-key calls="3" renewal-period="15" counter-key="login" increment-condition="@(context.Response.StatusCode == 401)" />',
  ],
  compile(policy, build) {
    const { calls, renewalPeriod, counterKey, incrementCondition, incrementCount } = policy;
    checkLimit(calls.constant?.value ?? 1, renewalPeriod.constant?.value ?? 1, build);
    // The page: with an expression for one of these, the counter moves at the end of outbound, and the
    // call that reaches the limit still passes.
    const countsLater =
      (incrementCondition !== undefined && !incrementCondition.constant) ||
      !incrementCount.constant;
    const never = incrementCondition?.constant?.value === false;
    return async (context) => {
      const limit = calls(context);
      const windowMs = Math.max(1, renewalPeriod(context)) * 1_000;
      const key = `rate-limit-by-key/${counterKey(context)}`;
      const window = { limit, windowMs, now: context.world.now() };
      const counted: Count | Promise<Count> =
        countsLater || never
          ? context.counters.peek(key, window)
          : context.counters.take(key, incrementCount(context), window);
      const count = counted instanceof Promise ? await counted : counted;
      announce(policy, count, limit, context);
      if (!count.allowed) throw refuseCall(policy, count, context);
      if (!countsLater) return;
      context.atEnd(async () => {
        for (const value of [incrementCondition, incrementCount])
          if (value) await context.buffer(value.reads);
        if (incrementCondition && !incrementCondition(context)) return;
        await context.counters.add(key, incrementCount(context), {
          ...window,
          now: context.world.now(),
        });
      });
    };
  },
});
