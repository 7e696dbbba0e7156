import { completeDate, fullYear } from './completeDate.ts';
import type { DateProblem } from './DateProblem.ts';
import { DateReading } from './DateReading.ts';
import type { DateRequest, ParsedDate } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';
import { DateText, trimEnd, trimStart } from './DateText.ts';
import { readPatternStep } from './exactFields.ts';
import type { ExactReading } from './exactFields.ts';
import { exactPattern } from './exactPattern.ts';

/**
 * `ParseExact` of DateTime and DateTimeOffset
 * (https://learn.microsoft.com/dotnet/api/system.datetime.parseexact).
 */
export function parseExact(
  source: string,
  format: string,
  request: DateRequest,
): ParsedDate | DateProblem {
  if (source === '') return { problem: 'malformed' };
  if (format === '' || (format === 'U' && request.keepsOffset)) return { problem: 'bad format' };
  const exact = exactPattern(format, request.culture);
  if (!exact) return { problem: 'no standard format' };
  const { styles } = request;
  const reading = new DateReading(request);
  reading.fraction = -1;
  if (exact.isUtc) reading.setZone(0, true);
  const run: ExactReading = {
    reading,
    text: new DateText(trimmed(source, styles)),
    pattern: new DateText(withoutOuterSpace(exact.pattern, styles)),
    names: exact.names,
    zoneWord: request.keepsOffset ? exact.zoneWord : undefined,
    hasTwoDigitYear: false,
    isHalfDay: false,
  };
  while (!run.pattern.isAtEnd) {
    if (styles & dateStyles.allowInnerWhite) run.text.skipSpace();
    if (!readPatternStep(run)) return reading.problem;
  }
  if (!run.text.isAtEnd || !adjust(run)) return reading.problem;
  return completeDate(reading);
}

/** Two digits of a year, and hours of half a day. */
function adjust({ reading, hasTwoDigitYear, isHalfDay }: ExactReading): boolean {
  if (hasTwoDigitYear) {
    if (reading.year >= 100) return false;
    reading.year = fullYear(reading.year);
  }
  const { hour } = reading;
  // Hours of half a day without a half are those before noon.
  const half = reading.half ?? (isHalfDay ? 'am' : undefined);
  if (!isHalfDay) return half === undefined || (half === 'am' ? hour < 12 : hour >= 12);
  if (hour > 12) return false;
  reading.hour = (hour % 12) + (half === 'am' ? 0 : 12);
  return true;
}

function trimmed(text: string, styles: number): string {
  const end = styles & dateStyles.allowTrailingWhite ? trimEnd(text) : text;
  return styles & dateStyles.allowLeadingWhite ? trimStart(end) : end;
}

/** The same for a pattern, in which space may stand at the outer ends of a quoted word. */
function withoutOuterSpace(pattern: string, styles: number): string {
  let rest = trimmed(pattern, styles);
  const [first, last] = [rest[0], rest.at(-1)];
  if (styles & dateStyles.allowTrailingWhite && isQuote(last) && rest.length > 2)
    rest = trimEnd(rest.slice(0, -1)) + last;
  if (styles & dateStyles.allowLeadingWhite && isQuote(first) && rest.length > 2)
    rest = first + trimStart(rest.slice(1));
  return rest;
}

function isQuote(unit: string | undefined): unit is string {
  return unit === "'" || unit === '"';
}
