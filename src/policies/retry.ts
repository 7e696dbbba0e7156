import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

export const retry = definePolicy({
  name: 'retry',
  doc: 'Runs the policies in it once, and again while the condition is true and retries are left. A failure of one of them ends it.',
  reference: 'https://learn.microsoft.com/azure/api-management/retry-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    condition: boolean('Asked after each run: whether to run again.', {
      required: true,
      expressions: true,
    }),
    count: integer('Retries at most, from 1 to 50.', { required: true, expressions: true }),
    interval: integer('Seconds between runs.', { required: true, expressions: true }),
    'max-interval': integer('With `delta`: waits double, up to this many seconds.', {
      expressions: true,
    }),
    delta: integer('Seconds by which waits grow.', { expressions: true }),
    'first-fast-retry': boolean('Whether the first retry does not wait.', {
      default: false,
      expressions: true,
    }),
  },
  statements: true,
  examples: [
    '<retry condition="@(context.Response.StatusCode == 500)" count="10" interval="10" max-interval="100" delta="10"><forward-request buffer-request-body="true" /></retry>',
  ],
  compile({ condition, statements, count, interval, maxInterval, delta, firstFastRetry }, build) {
    const limits: readonly [string, Value<number> | undefined, number, number][] = [
      ['count', count, 1, 50],
      ['interval', interval, 0, maxSeconds],
      ['max-interval', maxInterval, 0, maxSeconds],
      ['delta', delta, 0, maxSeconds],
    ];
    for (const [attribute, value, least, most] of limits) {
      const known = value?.constant?.value;
      if (known === undefined || isWithin(known, least, most)) continue;
      const message = `'${attribute}' must be from ${least} to ${most}.`;
      build.report({ attribute, message });
    }
    const read = (context: PolicyContext): number[] =>
      limits.map(([name, value, least, most]) => {
        const number = value?.(context) ?? NaN;
        if (value && !isWithin(number, least, most)) throw outOfRange(name, least, most);
        return number;
      });
    return async (context) => {
      const [most = 0, ...waits] = read(context);
      const [intervalS = 0, maxIntervalS = NaN, deltaS = NaN] = waits;
      const isFast = firstFastRetry(context);
      for (let attempt = 1; ; attempt++) {
        const end = await statements(context);
        if (end) return end;
        if (attempt > most) return;
        // What the condition reads has only arrived with this run.
        await context.buffer(condition.reads);
        if (!condition(context)) return;
        const random = randomBelowOne(context);
        const seconds =
          isFast && attempt === 1
            ? 0
            : waitBefore({ attempt, intervalS, maxIntervalS, deltaS, random });
        context.tracer?.explain({ message: `Retry ${attempt} follows in ${seconds} seconds.` });
        await wait(seconds * 1_000, context);
      }
    };
  },
});

// A wait that outlasts every caller is a mistake.
const maxSeconds = 3_600;

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function outOfRange(name: string, least: number, most: number): GatewayError {
  const args = [`'${name}' of 'retry' must be from ${least} to ${most}.`];
  return new GatewayError('ExpressionValueEvaluationFailure', { args });
}

/**
 * Seconds before retry `attempt` (from 1); `maxIntervalS` and `deltaS` are NaN when they are not
 * given, `random` is from 0 to 1. The retry page, "Retry wait times": fixed with an interval alone,
 * linear with a delta, exponential with a maximum, too.
 */
export function waitBefore(of: {
  readonly attempt: number;
  readonly intervalS: number;
  readonly maxIntervalS: number;
  readonly deltaS: number;
  readonly random: number;
}): number {
  const { attempt, intervalS, maxIntervalS, deltaS, random } = of;
  const most = Number.isNaN(maxIntervalS) ? Infinity : maxIntervalS;
  if (Number.isNaN(deltaS)) return Math.min(intervalS, most);
  if (most === Infinity) return intervalS + (attempt - 1) * deltaS;
  // The page prints `2^(count - 1)` today and printed `2^count - 1` before; only the latter, counted
  // from 0, gives the waits of its example: 10, 20, 40, 80 and then 100 seconds.
  const spread = deltaS * (0.8 + 0.4 * random);
  return Math.min(intervalS + (2 ** (attempt - 1) - 1) * spread, most);
}

function randomBelowOne({ world }: PolicyContext): number {
  const [a = 0, b = 0, c = 0] = world.randomBytes(3);
  return ((a << 16) | (b << 8) | c) / 2 ** 24;
}

async function wait(milliseconds: number, { world, signal }: PolicyContext): Promise<void> {
  if (milliseconds > 0) await world.sleep(milliseconds, signal);
  if (!signal.aborted) return;
  const args = ['The caller went away before it was answered.'];
  throw new GatewayError('ClientConnectionFailure', { args });
}
