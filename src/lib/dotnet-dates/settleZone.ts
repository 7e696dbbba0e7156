/**
 * What becomes of a moment by the styles: a time with a zone is told in local time unless they say
 * otherwise, one without stays as it is
 * (https://learn.microsoft.com/dotnet/api/system.globalization.datetimestyles).
 */
import { maxTicks, ticksPerDay, ticksPerMinute } from '../dotnet-time/ticks.ts';
import type { DateProblem } from './DateProblem.ts';
import type { ParsedDate } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';

const maxOffset = 14 * 60;

export interface SettledDate {
  readonly ticks: bigint;
  readonly kind: 'unspecified' | 'utc' | 'local';
}

/** Of a DateTime. Local time is UTC. */
export function settleDateTime(
  { ticks, offsetMinutes, isUtc }: ParsedDate,
  styles: number,
): SettledDate | DateProblem {
  if (Math.abs(offsetMinutes ?? 0) > maxOffset) return { problem: 'offset out of range' };
  const asUtc = (styles & dateStyles.adjustToUniversal) !== 0;
  if (offsetMinutes === undefined) {
    if (!(styles & (dateStyles.assumeLocal | dateStyles.assumeUniversal)))
      return { ticks, kind: 'unspecified' };
    return { ticks, kind: asUtc ? 'utc' : 'local' };
  }
  if (styles & dateStyles.roundtripKind && isUtc) return { ticks, kind: 'utc' };
  const utc = ticks - BigInt(offsetMinutes) * ticksPerMinute;
  // The first day stands for a time of day, which has one before it.
  const settled = utc < 0n ? utc + ticksPerDay : utc;
  if (settled > maxTicks) return { problem: 'out of range' };
  return { ticks: settled, kind: asUtc ? 'utc' : 'local' };
}

export interface SettledOffset {
  /** On the clock. */
  readonly ticks: bigint;
  readonly offsetMinutes: number;
}

/** Of a DateTimeOffset. Local time is UTC. */
export function settleOffset(
  { ticks, offsetMinutes = 0 }: ParsedDate,
  styles: number,
): SettledOffset | DateProblem {
  const utc = ticks - BigInt(offsetMinutes) * ticksPerMinute;
  if (utc < 0n || utc > maxTicks) return { problem: 'UTC out of range' };
  if (Math.abs(offsetMinutes) > maxOffset) return { problem: 'offset out of range' };
  if (styles & dateStyles.adjustToUniversal) return { ticks: utc, offsetMinutes: 0 };
  return { ticks, offsetMinutes };
}
