import { parseDate } from '../dotnet-time/parseDate.ts';
import {
  maxTicks,
  partsOf,
  ticksOfUnixMilliseconds,
  ticksPerMinute,
} from '../dotnet-time/ticks.ts';
import { LiquidDate } from './values.ts';
import type { Rendering } from './Rendering.ts';

/** The clock of the host; local time is UTC. */
export function nowOf(run: Rendering): LiquidDate {
  return new LiquidDate(ticksOfUnixMilliseconds(run.host.now()), 'local');
}

/** `DateTime.Parse` under the invariant culture; undefined when the text is no date. */
export function parseLiquidDate(text: string, run: Rendering): LiquidDate | undefined {
  const date = parseDate(text, '', partsOf(nowOf(run).ticks));
  if (typeof date === 'string') return undefined;
  if (date.offsetMinutes === undefined) return new LiquidDate(date.ticks, 'unspecified');
  const ticks = date.ticks - BigInt(date.offsetMinutes) * ticksPerMinute;
  return ticks < 0n || ticks > maxTicks ? undefined : new LiquidDate(ticks, 'local');
}
