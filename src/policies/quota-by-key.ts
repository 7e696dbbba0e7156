import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { addCalls, amountAttributes, andThen, checkAmounts, useQuota } from './quotas.ts';
import type { Quota } from './quotas.ts';

export const quotaByKey = definePolicy({
  name: 'quota-by-key',
  doc: 'Limits calls and bytes by a key of your own within a fixed period or for ever. Equal keys share one counter in the whole service.',
  reference: 'https://learn.microsoft.com/azure/api-management/quota-by-key-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    ...amountAttributes,
    'renewal-period': integer('Length of the period in seconds, 300 at least; 0 is for ever.', {
      required: true,
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
      {
        default: 1,
        expressions: true,
      },
    ),
    'first-period-start': text('When the first period began, as `yyyy-MM-ddTHH:mm:ssZ`.', {
      default: '0001-01-01T00:00:00Z',
    }),
  },
  examples: [
    '<quota-by-key calls="10000" bandwidth="40000" renewal-period="3600" counter-key="@(context.Request.IpAddress)" />',
    '<quota-by-key calls="100" renewal-period="86400" counter-key="orders" increment-condition="@(context.Response.StatusCode < 400)" first-period-start="2026-01-01T00:00:00Z" />',
  ],
  compile(policy, build) {
    check(policy, build);
    const { calls, bandwidth, renewalPeriod, firstPeriodStart, counterKey } = policy;
    const startMs = momentIn(firstPeriodStart) ?? 0;
    const atOnce = amountAtOnce(policy);
    return (context) => {
      const counter = `quota-by-key/${renewalPeriod}/${startMs}/${counterKey(context)}`;
      const periodMs = renewalPeriod * 1_000;
      const quota = { counter, calls, bandwidth, periodMs, startMs, place: build.place };
      if (isCounted(counter, context)) return undefined;
      return andThen(useQuota(quota, atOnce ?? 0, context), () => {
        if (atOnce !== undefined) return;
        context.atEnd(build.place, () => countAtEnd(policy, quota, context));
      });
    };
  },
});

interface Increments {
  readonly incrementCondition: Value<boolean> | undefined;
  readonly incrementCount: Value<number>;
}

interface Settings extends Increments {
  readonly calls: number | undefined;
  readonly bandwidth: number | undefined;
  readonly renewalPeriod: number;
  readonly firstPeriodStart: string;
}

/** The page: "Minimum period: 300 seconds". */
const leastSeconds = 300;

function check(policy: Settings, build: BuildContext): void {
  checkAmounts('quota-by-key', policy, build);
  const { renewalPeriod, firstPeriodStart, incrementCount } = policy;
  if (renewalPeriod !== 0 && renewalPeriod < leastSeconds) {
    const message = `A period is at least ${leastSeconds} seconds long, or 0 for one without end.`;
    build.report({
      attribute: 'renewal-period',
      message,
      hint: 'For shorter ones there is rate-limit-by-key.',
    });
  }
  if (momentIn(firstPeriodStart) === undefined) {
    const message = `'${firstPeriodStart}' is no date and time.`;
    build.report({
      attribute: 'first-period-start',
      message,
      hint: 'Write it as 2026-01-01T00:00:00Z.',
    });
  }
  if ((incrementCount.constant?.value ?? 0) < 0) {
    build.report({ attribute: 'increment-count', message: 'A call cannot count for less than 0.' });
  }
}

/** Milliseconds since the epoch. */
function momentIn(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text.trim())) return undefined;
  const moment = Date.parse(text.trim());
  return Number.isNaN(moment) ? undefined : moment;
}

/** How much a call counts for before it goes on; undefined when only its response tells. */
function amountAtOnce({ incrementCondition, incrementCount }: Increments): number | undefined {
  const counts = incrementCondition ? incrementCondition.constant?.value : true;
  return counts === false ? 0 : counts && incrementCount.constant?.value;
}

const countedKeys = new WeakMap<object, Set<string>>();

/** The page: "If multiple policies would increment the same key value, it is incremented only once per request". */
function isCounted(counter: string, { variables }: PolicyContext): boolean {
  const counted = countedKeys.get(variables) ?? new Set();
  countedKeys.set(variables, counted);
  if (counted.has(counter)) return true;
  counted.add(counter);
  return false;
}

/** @throws GatewayError */
async function countAtEnd(
  increments: Increments,
  quota: Quota,
  context: PolicyContext,
): Promise<void> {
  // A call that cannot be judged counts: failing must be no way around the quota.
  let calls = increments.incrementCount.constant?.value ?? 1;
  try {
    calls = await callsAtEnd(increments, context);
  } finally {
    await addCalls(quota, calls, context);
  }
}

/** @throws GatewayError */
async function callsAtEnd(
  { incrementCondition, incrementCount }: Increments,
  context: PolicyContext,
): Promise<number> {
  // Expressions look at the answer, and there is one, even if no policy made it.
  context.openResponse();
  if (incrementCondition) await context.buffer(incrementCondition.reads);
  if (incrementCondition && !incrementCondition(context)) return 0;
  await context.buffer(incrementCount.reads);
  const calls = incrementCount(context);
  if (calls >= 0) return calls;
  const args = [`A call cannot count for ${calls}.`];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}
