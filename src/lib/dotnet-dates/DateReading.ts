import { partsOf, ticksPerMinute } from '../dotnet-time/ticks.ts';
import type { Parts } from '../dotnet-time/ticks.ts';
import type { DateProblem } from './DateProblem.ts';

/** What the reading of a date depends on, beside its text. */
export interface DateRequest {
  /** IETF tag; empty for the invariant culture. */
  readonly culture: string;
  /** Bits of `DateTimeStyles`. */
  readonly styles: number;
  /** Ticks of now. Local time is UTC. */
  readonly now: bigint;
  /** A DateTimeOffset is asked for, which keeps the offset that the text says. */
  readonly keepsOffset: boolean;
}

/** What a text says of a moment. */
export interface ParsedDate {
  /** On the clock that the text shows. */
  readonly ticks: bigint;
  /** Minutes ahead of UTC, if the text says. */
  readonly offsetMinutes: number | undefined;
  /** The text says so with `Z` or `GMT`, not with an offset. */
  readonly isUtc: boolean;
}

export type HalfOfDay = 'am' | 'pm';

/** What has been read of a text so far. Numbers are -1 until they are known. */
export class DateReading {
  readonly request: DateRequest;
  year = -1;
  month = -1;
  day = -1;
  hour = -1;
  minute = -1;
  second = -1;
  /** Of a second; 0 until it is known in a loose text, -1 in an exact one. */
  fraction = 0;
  dayOfWeek = -1;
  half: HalfOfDay | undefined;
  hasDate = false;
  hasTime = false;
  /** The year is that of today, since the text has none. */
  isYearOfToday = false;
  offsetMinutes: number | undefined;
  isUtc = false;
  problem: DateProblem = { problem: 'malformed' };

  constructor(request: DateRequest) {
    this.request = request;
  }

  /** Gives up, for a reason. */
  fail(problem: DateProblem): false {
    this.problem = problem;
    return false;
  }

  setZone(offsetMinutes: number, isUtc = false): void {
    this.offsetMinutes = offsetMinutes;
    this.isUtc ||= isUtc;
  }

  setDate(year: number, month: number, day: number): void {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Today on the clock that the text shows. */
  get today(): Parts {
    const { keepsOffset, now } = this.request;
    const offset = keepsOffset ? (this.offsetMinutes ?? 0) : 0;
    return partsOf(now + BigInt(offset) * ticksPerMinute);
  }
}
