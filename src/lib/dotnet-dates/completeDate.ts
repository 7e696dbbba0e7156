import { daysInMonth, maxTicks, ticksOfDate, ticksPerDay } from '../dotnet-time/ticks.ts';
import type { DateProblem } from './DateProblem.ts';
import type { DateReading, ParsedDate } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';

const ticksPerSecond = 1e7;

/** Fills in what the text leaves out, and looks whether there is such a date. */
export function completeDate(reading: DateReading): ParsedDate | DateProblem {
  if (lacksYearOfOffset(reading)) return { problem: 'incomplete' };
  fillDate(reading);
  const { year, month, day, dayOfWeek } = reading;
  const whole = ticksOfDate(year, month, day, {
    hour: Math.max(reading.hour, 0),
    minute: Math.max(reading.minute, 0),
    second: Math.max(reading.second, 0),
  });
  if (whole === undefined) return { problem: 'unsupported' };
  const ticks = whole + fractionTicks(reading.fraction);
  if (ticks > maxTicks) return { problem: 'malformed' };
  if (dayOfWeek >= 0 && dayOfWeek !== Number(ticks / ticksPerDay + 1n) % 7)
    return { problem: 'wrong day of week' };
  return { ticks, offsetMinutes: reading.offsetMinutes, isUtc: reading.isUtc };
}

/** In a double, as .NET has it, so that digits behind the seventh round alike. */
export function fractionTicks(fraction: number): bigint {
  return fraction > 0 ? BigInt(roundToEven(fraction * ticksPerSecond)) : 0n;
}

function roundToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** A DateTimeOffset cannot tell in which year a date without one would be. */
function lacksYearOfOffset(reading: DateReading): boolean {
  const { year, month, day, isYearOfToday, offsetMinutes } = reading;
  if (!reading.request.keepsOffset || offsetMinutes === undefined) return false;
  return (month >= 0 || day >= 0) && (year < 0 || isYearOfToday);
}

/** Of a text without date today, of a date without month January, without day the first. */
function fillDate(reading: DateReading): void {
  const { year, month, day } = reading;
  if (year < 0 && month < 0 && day < 0) {
    if (reading.request.styles & dateStyles.noCurrentDateDefault) return reading.setDate(1, 1, 1);
    const { today } = reading;
    return reading.setDate(today.year, today.month, today.day);
  }
  reading.setDate(year < 0 ? reading.today.year : year, month < 0 ? 1 : month, day < 0 ? 1 : day);
}

export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Two digits are of the century that ends with 2049 (GregorianCalendar.TwoDigitYearMax). */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
