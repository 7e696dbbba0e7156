import { fractionTicks } from './completeDate.ts';
import type { DateReading, ParsedDate } from './DateReading.ts';
import type { DateProblem } from './DateProblem.ts';
import type { DateText } from './DateText.ts';
import { maxTicks, ticksOfDate } from '../dotnet-time/ticks.ts';
import { takePunctuation } from './punctuation.ts';
import { takeFraction } from './fraction.ts';
import { readZoneOffset } from './zoneOffset.ts';

const malformed: DateProblem = { problem: 'malformed' };

/**
 * What stands behind the `T` of ISO 8601, to the end of the text: `10:20`, `10:20:30.5Z`,
 * `10:20+02:00`. The numbers in front of it are year, month and day in every culture.
 */
export function readIsoTime(
  text: DateText,
  [year, month, day]: readonly [number, number, number],
  reading: DateReading,
): ParsedDate | DateProblem {
  const hour = twoDigits(text);
  const isTime = hour !== undefined && takeColon(text);
  const minute = isTime ? twoDigits(text) : undefined;
  if (hour === undefined || minute === undefined) return malformed;
  let second = 0;
  let fraction = 0;
  if (takeColon(text)) {
    const read = twoDigits(text);
    if (read === undefined) return malformed;
    second = read;
    if (text.take('.')) {
      const digits = takeFraction(text);
      if (!digits) return malformed;
      fraction = digits.value;
    }
  }
  if (!readZone(text, reading) || !isRestEmpty(text)) return malformed;
  const whole = ticksOfDate(year, month, day, { hour, minute, second });
  if (whole === undefined) return { problem: 'unsupported' };
  const ticks = whole + fractionTicks(fraction);
  if (ticks > maxTicks) return malformed;
  return { ticks, offsetMinutes: reading.offsetMinutes, isUtc: reading.isUtc };
}

function twoDigits(text: DateText): number | undefined {
  text.skipSpace();
  return text.digits(2, 2)?.value;
}

function takeColon(text: DateText): boolean {
  text.skipSpace();
  return text.take(':');
}

/** False when an offset begins and is none. */
function readZone(text: DateText, reading: DateReading): boolean {
  text.skipSpace();
  if (text.unit === 'Z' || text.unit === 'z') {
    text.at++;
    reading.setZone(0, true);
  } else if (text.unit === '+' || text.unit === '-') {
    const offset = readZoneOffset(text);
    if (offset === undefined) return false;
    reading.setZone(offset);
  }
  return true;
}

function isRestEmpty(text: DateText): boolean {
  text.skipSpace();
  while (text.unit === '#' || text.unit === '\0') {
    if (!takePunctuation(text)) return false;
    text.skipSpace();
  }
  return text.isAtEnd;
}
