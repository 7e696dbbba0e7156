/** Time as .NET counts it: ticks of 100 ns since 0001-01-01T00:00:00 in the proleptic Gregorian calendar. */
export const ticksPerMillisecond = 10_000n;
export const ticksPerSecond = 10_000_000n;
export const ticksPerMinute = 600_000_000n;
export const ticksPerHour = 36_000_000_000n;
export const ticksPerDay = 864_000_000_000n;
/** 9999-12-31T23:59:59.9999999. */
export const maxTicks = 3_155_378_975_999_999_999n;
export const unixEpochTicks = 621_355_968_000_000_000n;

/** A date and a time of day, taken apart. */
export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Ticks within the second: 0 to 9,999,999. */
  readonly fraction: number;
  /** 0 is Sunday. */
  readonly dayOfWeek: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
}

/** Ticks of a number of milliseconds since 1970; fractions of a millisecond count. */
export function ticksOfUnixMilliseconds(milliseconds: number): bigint {
  const whole = Math.floor(milliseconds);
  const rest = Math.floor((milliseconds - whole) * 10_000);
  return unixEpochTicks + BigInt(whole) * ticksPerMillisecond + BigInt(rest);
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0001-01-01 of a date that exists. */
export function daysOfDate(year: number, month: number, day: number): number {
  const before = year - 1;
  const years =
    before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = years + day - 1;
  for (let each = 1; each < month; each++) days += daysInMonth(year, each);
  return days;
}

export interface TimeOfDay {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
}

/** Ticks of a date that exists; undefined of one that does not. */
export function ticksOfDate(
  year: number,
  month: number,
  day: number,
  { hour = 0, minute = 0, second = 0, millisecond = 0 }: TimeOfDay = {},
): bigint | undefined {
  const isDate =
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  const isTime =
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 60 &&
    millisecond >= 0 &&
    millisecond < 1000;
  if (!isDate || !isTime) return undefined;
  const seconds = BigInt(hour * 3600 + minute * 60 + second);
  return (
    BigInt(daysOfDate(year, month, day)) * ticksPerDay +
    seconds * ticksPerSecond +
    BigInt(millisecond) * ticksPerMillisecond
  );
}

/** Takes ticks from 0 to `maxTicks` apart. */
export function partsOf(ticks: bigint): Parts {
  const days = Number(ticks / ticksPerDay);
  const seconds = Number((ticks % ticksPerDay) / ticksPerSecond);
  const { year, dayOfYear } = yearOf(days);
  let month = 1;
  let day = dayOfYear;
  for (let length = daysInMonth(year, month); day > length; length = daysInMonth(year, month)) {
    day -= length;
    month++;
  }
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: Number(ticks % ticksPerSecond),
    dayOfWeek: (days + 1) % 7,
    dayOfYear,
  };
}

function yearOf(days: number): { readonly year: number; readonly dayOfYear: number } {
  // A year has at most 366 days, so the estimate is never too late.
  let year = Math.floor(days / 366) + 1;
  while (year < 9999 && daysOfDate(year + 1, 1, 1) <= days) year++;
  return { year, dayOfYear: days - daysOfDate(year, 1, 1) + 1 };
}
