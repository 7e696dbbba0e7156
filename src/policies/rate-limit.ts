import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import type { Count } from '../engine/ports/Counters.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import {
  announce,
  announcementAttributes,
  checkAnnouncements,
  checkLimit,
  refuseCall,
} from './rateLimits.ts';
import type { Announcements } from './rateLimits.ts';

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
    checkAnnouncements(policy, build);
    const own = [limitOf(policy, 'all', build)];
    const apis = policy.api.map((api, at) => nestedLimit('api', api, `api[${at + 1}]`, build));
    return (context) => {
      if (context.subscription) {
        return takeEach(apis.length === 0 ? own : [...limitsOf(apis, context), ...own], policy, {
          context,
          subscriptionId: context.subscription.id,
        });
      }
      // The page: "only applied when an API is accessed using a subscription key".
      context.tracer?.explain({ message: 'There is no subscription, so there is no limit.' });
      return undefined;
    };
  },
});

interface Limit {
  /** Tells its counters from all others; the period belongs to it, since a reload may change that. */
  readonly counter: string;
  readonly calls: number;
  readonly windowMs: number;
}

/** The limit of an API or an operation that a limit names. */
interface NestedLimit {
  readonly limit: Limit;
  readonly operations: readonly NestedLimit[];
  matches(called: { readonly id: string; readonly name: string } | null): boolean;
}

interface NamedElement {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly calls: number;
  readonly renewalPeriod: number;
  readonly operation?: readonly NamedElement[];
}

function nestedLimit(
  kind: 'api' | 'operation',
  element: NamedElement,
  part: string,
  build: BuildContext,
): NestedLimit {
  const { name, operation = [] } = element;
  const id = element.id?.toLowerCase();
  if (id === undefined && name === undefined)
    build.report({ message: `'${kind}' needs a 'name' or an 'id'.` });
  return {
    limit: limitOf(element, part, build),
    // Ids do not depend on case, as everywhere in Azure Resource Manager.
    matches: (called) =>
      called !== null && (id === undefined ? called.name === name : called.id.toLowerCase() === id),
    operations: operation.map((each, at) =>
      nestedLimit('operation', each, `${part}/operation[${at + 1}]`, build),
    ),
  };
}

function limitOf(
  { calls, renewalPeriod }: { readonly calls: number; readonly renewalPeriod: number },
  part: string,
  build: BuildContext,
): Limit {
  checkLimit(calls, renewalPeriod, build);
  const counter = `rate-limit/${build.instance}/${part}/${renewalPeriod}`;
  return { counter, calls, windowMs: renewalPeriod * 1_000 };
}

/** The narrowest first: what an operation refuses does not use up what its API and product allow. */
function limitsOf(apis: readonly NestedLimit[], { api, operation }: PolicyContext): Limit[] {
  const called = apis.filter((each) => each.matches(api));
  const operations = called.flatMap((each) => each.operations);
  return [...operations.filter((each) => each.matches(operation)), ...called].map(
    ({ limit }) => limit,
  );
}

interface CountedCall {
  readonly context: PolicyContext;
  readonly subscriptionId: string;
}

interface Taken {
  readonly count: Count;
  readonly calls: number;
}

/** Counts a call under each limit until one refuses it; a promise only when a counter is far away. */
function takeEach(
  limits: readonly Limit[],
  names: Announcements,
  call: CountedCall,
  tightest?: Taken,
): void | Promise<void> {
  const { context, subscriptionId } = call;
  let least = tightest;
  for (const [at, { counter, calls, windowMs }] of limits.entries()) {
    const window = { limit: calls, windowMs, now: context.world.now() };
    const taken = context.counters.take(`${counter}/${subscriptionId}`, 1, window);
    if (taken instanceof Promise) {
      const rest = limits.slice(at + 1);
      return taken.then((count) =>
        takeEach(rest, names, call, judge({ count, calls }, least, names, context)),
      );
    }
    least = judge({ count: taken, calls }, least, names, context);
  }
  if (least) announce(names, least.count.remaining, least.calls, context);
  return undefined;
}

/** The one of two counts that leaves fewer calls. @throws GatewayError when there is none left */
function judge(
  taken: Taken,
  least: Taken | undefined,
  names: Announcements,
  context: PolicyContext,
): Taken {
  const { allowed, remaining } = taken.count;
  context.tracer?.explain({
    message: allowed ? 'The call is within the limit.' : 'The limit is exceeded.',
    remaining,
    limit: taken.calls,
  });
  if (!allowed) {
    announce(names, remaining, taken.calls, context);
    throw refuseCall(names, taken.count, context);
  }
  return least && least.count.remaining <= remaining ? least : taken;
}
