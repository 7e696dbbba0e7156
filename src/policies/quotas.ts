/** What `quota` and `quota-by-key` share: fixed periods, and how calls and bytes are counted in them. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { integer } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { Count, Window } from '../engine/ports/Counters.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Place } from '../engine/run/sequence.ts';
import { Body } from '../lib/http/Body.ts';

export const amountAttributes = {
  calls: integer('How many calls are allowed within the period.'),
  bandwidth: integer('How many kilobytes are allowed within the period.'),
} as const;

interface Amounts {
  readonly calls: number | undefined;
  readonly bandwidth: number | undefined;
}

/** One limit, or two, over one period. */
export interface Quota extends Amounts {
  /** Tells its counters from all others. */
  readonly counter: string;
  /** 0 for a period without end. */
  readonly periodMs: number;
  /** When one of the periods began, in milliseconds since the epoch. */
  readonly startMs: number;
  /** The policy that asks. */
  readonly place: Place;
}

export function checkAmounts(
  element: string,
  { calls, bandwidth }: Amounts,
  build: BuildContext,
): void {
  if (calls === undefined && bandwidth === undefined) {
    build.report({ message: `'${element}' needs 'calls' or 'bandwidth'.` });
  }
  for (const [attribute, amount] of Object.entries({ calls, bandwidth })) {
    if (amount === undefined || amount >= 1) continue;
    build.report({ attribute, message: `'${attribute}' must be at least 1.` });
  }
}

/** Longer than anything that counts in memory lasts. */
const noEndMs = 100 * 365 * 86_400_000;

/**
 * The period that holds a moment, as a window of the counters: all calls of a period count at its
 * start, so that they leave the window together, at its end.
 */
function periodAt({ periodMs, startMs }: Quota, now: number): Omit<Window, 'limit'> {
  if (periodMs === 0) return { windowMs: noEndMs, now: 0 };
  return { windowMs: periodMs, now: startMs + Math.floor((now - startMs) / periodMs) * periodMs };
}

/**
 * Refuses the call when a quota is used up, else counts it: `calls` at once (0 when that is done
 * elsewhere), its bytes when it is answered. @throws GatewayError
 */
export function useQuota(
  quota: Quota,
  calls: number,
  context: PolicyContext,
): void | Promise<void> {
  const { counters, world } = context;
  const period = periodAt(quota, world.now());
  const judge = (kind: 'call volume' | 'bandwidth') => (count: Count) => {
    context.tracer?.explain({ message: 'The quota was looked at.', kind, left: count.remaining });
    if (!count.allowed) throw exceeded(kind, quota, period, world.now());
  };
  const useCalls = (): void | Promise<void> => {
    if (quota.calls === undefined) return undefined;
    const window = { ...period, limit: quota.calls };
    const key = `${quota.counter}/calls`;
    const count = calls > 0 ? counters.take(key, calls, window) : counters.peek(key, window);
    return andThen(count, judge('call volume'));
  };
  if (quota.bandwidth === undefined) return useCalls();
  const window = { ...period, limit: quota.bandwidth * 1_024 };
  const key = `${quota.counter}/bandwidth`;
  const isLeft = andThen(counters.peek(key, window), judge('bandwidth'));
  const used = isLeft instanceof Promise ? isLeft.then(useCalls) : useCalls();
  return andThen(used, () =>
    countBytes(quota.place, context, (bytes) => counters.add(key, bytes, window)),
  );
}

/** Counts calls that were not counted when they came in. */
export function addCalls(
  quota: Quota,
  calls: number,
  { counters, world }: PolicyContext,
): void | Promise<void> {
  if (quota.calls === undefined || calls < 1) return undefined;
  const window = { ...periodAt(quota, world.now()), limit: quota.calls };
  return counters.add(`${quota.counter}/calls`, calls, window);
}

/** Only what is far away is waited for. */
export function andThen<T>(value: T | Promise<T>, next: (value: T) => void): void | Promise<void> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Once the call is answered: a response that only streams through is counted as it leaves. */
function countBytes(
  place: Place,
  context: PolicyContext,
  add: (bytes: number) => void | Promise<void>,
): void {
  const sent = context.request.body?.length ?? 0;
  context.atEnd(place, () => {
    const { response } = context;
    const body = response?.body;
    if (!response || !body || body.length !== undefined) {
      const bytes = sent + (body?.length ?? 0);
      return bytes > 0 ? add(bytes) : undefined;
    }
    response.body = Body.streaming({
      length: undefined,
      async pipe(sink) {
        let bytes = sent;
        try {
          await body.pipe((chunk) => {
            bytes += chunk.length;
            return sink(chunk);
          });
        } finally {
          if (bytes > 0) await add(bytes);
        }
      },
      discard: () => body.discard(),
    });
    return undefined;
  });
}

function exceeded(
  kind: 'call volume' | 'bandwidth',
  { periodMs }: Quota,
  { now: startedAt }: Omit<Window, 'limit'>,
  now: number,
): GatewayError {
  // Nothing is replenished in a period without end.
  if (periodMs === 0)
    return new GatewayError('QuotaExceeded', { message: `Out of ${kind} quota.` });
  const seconds = Math.max(1, Math.ceil((startedAt + periodMs - now) / 1_000));
  return new GatewayError('QuotaExceeded', {
    args: [kind, duration(seconds)],
    headers: [['Retry-After', String(seconds)]],
  });
}

/** As .NET writes a TimeSpan: `07:01:20`, `2.04:12:23`. */
function duration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const parts = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return days > 0 ? `${days}.${time}` : time;
}
