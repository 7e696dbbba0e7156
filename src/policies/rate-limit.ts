import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { announce, announcementAttributes, checkLimit, refuseCall } from './rateLimits.ts';
import type { Limit } from './rateLimits.ts';

const limitAttributes = {
  calls: integer('How many calls are allowed within the period.', { required: true }),
  'renewal-period': integer('Length of the sliding period in seconds, 300 at most.', {
    required: true,
  }),
} as const;

const named = {
  name: text('The name of what is limited.'),
  id: text('Its id, which goes before the name.'),
  ...limitAttributes,
} as const;

export const rateLimit = definePolicy({
  name: 'rate-limit',
  doc: 'Limits the calls of each subscription within a sliding period. Calls without a subscription are not limited.',
  reference: 'https://learn.microsoft.com/azure/api-management/rate-limit-policy',
  sections: ['inbound'],
  scopes: ['product', 'api', 'operation'],
  oncePerSection: true,
  attributes: { ...limitAttributes, ...announcementAttributes },
  children: {
    api: many({
      attributes: named,
      children: { operation: many({ attributes: named }) },
    }),
  },
  examples: [
    '<rate-limit calls="20" renewal-period="90" remaining-calls-header-name="x-calls-left" />',
    '<rate-limit calls="100" renewal-period="60"><api name="Orders" calls="10" renewal-period="60" /></rate-limit>',
  ],
  compile(policy, build) {
    const own = limitOf(policy, '', build);
    const apis = policy.api.map((api, index) => ({
      matches: ({ api: called }: PolicyContext) => called !== null && isNamed(api, called),
      limit: limitOf(api, `api[${index + 1}]`, build),
      operations: api.operation.map((operation, at) => ({
        matches: ({ operation: called }: PolicyContext) =>
          called !== null && isNamed(operation, called),
        limit: limitOf(operation, `api[${index + 1}]/operation[${at + 1}]`, build),
      })),
    }));
    return async (context) => {
      const { subscription } = context;
      if (!subscription) {
        context.tracer?.explain({ message: 'No subscription, no limit.' });
        return;
      }
      const limits = [own];
      for (const { matches, limit, operations } of apis) {
        if (!matches(context)) continue;
        limits.push(
          limit,
          ...operations.filter((each) => each.matches(context)).map((each) => each.limit),
        );
      }
      for (const limit of limits) {
        const key = `${limit.name}/${subscription.id}`;
        const now = context.world.now();
        const taken = context.counters.take(key, 1, {
          limit: limit.calls,
          windowMs: limit.windowMs,
          now,
        });
        const count = taken instanceof Promise ? await taken : taken;
        announce(policy, count, limit.calls, context);
        if (!count.allowed) throw refuseCall(policy, count, context);
      }
    };
  },
});

interface Named {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

function isNamed(
  { id, name }: Named,
  called: { readonly id: string; readonly name: string },
): boolean {
  return id === undefined ? name === called.name : id === called.id;
}

function limitOf(
  { calls, renewalPeriod }: { readonly calls: number; readonly renewalPeriod: number },
  part: string,
  build: BuildContext,
): Limit {
  checkLimit(calls, renewalPeriod, build);
  return { name: `${build.instance}/${part}`, calls, windowMs: renewalPeriod * 1_000 };
}
