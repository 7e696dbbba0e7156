import { isProblem } from '../dotnet-dates/DateProblem.ts';
import { parseDate } from '../dotnet-dates/parseDate.ts';
import { settleDateTime } from '../dotnet-dates/settleZone.ts';
import { ticksOfUnixMilliseconds } from '../dotnet-time/ticks.ts';
import { LiquidDate } from './values.ts';
import type { Rendering } from './Rendering.ts';

/** The clock of the host; local time is UTC. */
export function nowOf(run: Rendering): LiquidDate {
  return new LiquidDate(ticksOfUnixMilliseconds(run.host.now()), 'local');
}

/** `DateTime.Parse` under the invariant culture; undefined when the text is no date. */
export function parseLiquidDate(text: string, run: Rendering): LiquidDate | undefined {
  const { ticks: now } = nowOf(run);
  const parsed = parseDate(text, { culture: '', styles: 0, now, keepsOffset: false });
  const date = isProblem(parsed) ? parsed : settleDateTime(parsed, 0);
  return isProblem(date) ? undefined : new LiquidDate(date.ticks, date.kind);
}
