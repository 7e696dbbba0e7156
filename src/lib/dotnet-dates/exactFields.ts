/** The fields, signs and words of a format, and what a text must have for each of them. */
import type { CalendarNames } from '../dotnet-time/calendarNames.ts';
import type { DateReading, HalfOfDay } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';
import type { DateText } from './DateText.ts';
import { readExactOffset } from './zoneOffset.ts';

export interface ExactReading {
  readonly reading: DateReading;
  readonly text: DateText;
  readonly pattern: DateText;
  readonly names: CalendarNames;
  /** A quoted word that means UTC. */
  readonly zoneWord: string | undefined;
  hasTwoDigitYear: boolean;
  isHalfDay: boolean;
}

/** Longest fraction of a second. */
const maxFraction = 7;

/** Reads one step of the pattern, and goes past it. False when the text has something else. */
export function readPatternStep(run: ExactReading): boolean {
  const { pattern, text } = run;
  const sign = pattern.unit;
  if (sign in fields) return fields[sign]!(run, takeRepeated(pattern, sign));
  if (!pattern.text.startsWith('GMT', pattern.at)) pattern.at++;
  switch (sign) {
    case ':':
    case '/': {
      const own = sign === ':' ? run.names.timeSeparator : run.names.dateSeparator;
      return text.take(sign) || text.take(own);
    }
    case "'":
    case '"':
      return readQuoted(run, sign);
    case '%':
      if (!pattern.isAtEnd && pattern.unit !== '%') return true;
      return run.reading.fail({ problem: 'bad format' });
    case '\\':
      if (pattern.isAtEnd) return run.reading.fail({ problem: 'bad format' });
      return takeUnit(run);
    case '.':
      return text.take(sign) || takeOptionalFraction(pattern);
    case ' ':
      return readSpace(run);
    case 'G':
      return readZoneWord(run);
    default:
      return text.take(sign);
  }
}

function takeRepeated(pattern: DateText, letter: string): number {
  const start = pattern.at;
  while (pattern.unit === letter) pattern.at++;
  return pattern.at - start;
}

type ReadField = (run: ExactReading, count: number) => boolean;

/** By their letters. */
const fields: Readonly<Record<string, ReadField>> = {
  y: (run, count) => {
    if (count <= 2) run.hasTwoDigitYear = true;
    return setDigits(run, 'year', 'y', count);
  },
  M: (run, count) => {
    if (count <= 2) return setDigits(run, 'month', 'M', count);
    const { names } = run;
    const at = takeLongest(run.text, count === 3 ? names.shortMonths : names.months);
    return at >= 0 && set(run.reading, 'month', at + 1, 'M');
  },
  d: (run, count) => {
    if (count <= 2) return setDigits(run, 'day', 'd', count);
    const { names } = run;
    const at = takeLongest(run.text, count === 3 ? names.shortDays : names.days);
    return at >= 0 && set(run.reading, 'dayOfWeek', at, 'd');
  },
  g: ({ text }) => takeLongest(text, ['A.D.', 'AD']) >= 0,
  h: (run, count) => {
    run.isHalfDay = true;
    return setDigits(run, 'hour', 'h', Math.min(count, 2));
  },
  H: (run, count) => setDigits(run, 'hour', 'H', Math.min(count, 2)),
  m: (run, count) => setDigits(run, 'minute', 'm', Math.min(count, 2)),
  s: (run, count) => setDigits(run, 'second', 's', Math.min(count, 2)),
  f: (run, count) => readFraction(run, 'f', count, count),
  F: (run, count) => readFraction(run, 'F', count, 0),
  t: readHalf,
  z: ({ text, reading }, count) => {
    const offset = readExactOffset(text, count);
    return offset !== undefined && setZone(reading, offset, 'z');
  },
  Z: ({ text, reading }, count) => {
    for (let each = 0; each < count; each++) {
      const word = ['GMT', 'Z'].find((zone) => text.holdsWord(zone));
      if (word === undefined || !setZone(reading, 0, 'Z', true)) return false;
      text.at += word.length;
    }
    return true;
  },
  K: ({ text, reading }, count) => {
    for (let each = 0; each < count; each++) {
      if (text.take('Z')) {
        if (!setZone(reading, 0, 'K', true)) return false;
      } else if (text.unit === '+' || text.unit === '-') {
        const offset = readExactOffset(text, 3);
        if (offset === undefined || !setZone(reading, offset, 'K')) return false;
      }
    }
    return true;
  },
};

type NumberField =
  | 'year'
  | 'month'
  | 'day'
  | 'dayOfWeek'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction';

/** A field that stands twice must say the same. */
function set(reading: DateReading, field: NumberField, value: number, letter: string): boolean {
  if (reading[field] >= 0 && reading[field] !== value)
    return reading.fail({ problem: 'contradiction', field: letter });
  reading[field] = value;
  return true;
}

function setZone(reading: DateReading, offset: number, letter: string, isUtc = false): boolean {
  if (reading.offsetMinutes !== undefined && reading.offsetMinutes !== offset)
    return reading.fail({ problem: 'contradiction', field: letter });
  reading.setZone(offset, isUtc);
  return true;
}

/** One letter stands for one digit or two, several for just as many. */
function setDigits(run: ExactReading, field: NumberField, letter: string, count: number): boolean {
  const digits = count === 1 ? run.text.digits(1, 2) : run.text.digits(count, count);
  return digits !== undefined && set(run.reading, field, digits.value, letter);
}

/** The index of the longest name here, gone past; -1 when there is none. */
function takeLongest(text: DateText, names: readonly string[]): number {
  let best = -1;
  for (const [index, name] of names.entries()) {
    const isLonger = best < 0 || name.length > names[best]!.length;
    if (name !== '' && isLonger && text.holds(name)) best = index;
  }
  if (best >= 0) text.at += names[best]!.length;
  return best;
}

function readFraction(
  { text, reading }: ExactReading,
  letter: string,
  most: number,
  least: number,
): boolean {
  if (most > maxFraction) return false;
  const digits = text.digits(least, most);
  if (!digits) return false;
  return set(reading, 'fraction', digits.value / 10 ** digits.length, letter);
}

/** One letter stands for the first one of the name. */
function readHalf({ text, reading, names }: ExactReading, count: number): boolean {
  const half = count === 1 ? takeInitial(text, names) : takeHalf(text, names);
  if (half === undefined) return false;
  if (reading.half !== undefined && reading.half !== half)
    return reading.fail({ problem: 'contradiction', field: 't' });
  reading.half = half;
  return true;
}

function takeInitial(text: DateText, { am, pm }: CalendarNames): HalfOfDay | undefined {
  if (am !== '' && text.take(am[0]!)) return 'am';
  return pm !== '' && text.take(pm[0]!) ? 'pm' : undefined;
}

function takeHalf(text: DateText, { am, pm }: CalendarNames): HalfOfDay | undefined {
  for (const [half, name] of [
    ['am', am],
    ['pm', pm],
  ] as const) {
    if (name === '' || !text.holds(name)) continue;
    text.at += name.length;
    return half;
  }
  if (pm === '') return 'pm';
  return am === '' ? 'am' : undefined;
}

function readQuoted(run: ExactReading, quote: string): boolean {
  const { pattern, text, reading } = run;
  let word = '';
  while (pattern.unit !== quote) {
    if (pattern.unit === '\\') pattern.at++;
    if (pattern.isAtEnd) return reading.fail({ problem: 'open quote', quote });
    word += pattern.unit;
    pattern.at++;
  }
  pattern.at++;
  for (const unit of word) {
    if (unit === ' ' && allowsInnerSpace(reading)) text.skipSpace();
    else if (!text.take(unit)) return false;
  }
  if (word === run.zoneWord) reading.setZone(0);
  return true;
}

function allowsInnerSpace({ request }: DateReading): boolean {
  return (request.styles & dateStyles.allowInnerWhite) !== 0;
}

function takeUnit({ pattern, text }: ExactReading): boolean {
  const { unit } = pattern;
  pattern.at++;
  return text.take(unit);
}

/** In `s.FFF` the point goes with the digits. */
function takeOptionalFraction(pattern: DateText): boolean {
  if (pattern.unit !== 'F') return false;
  takeRepeated(pattern, 'F');
  return true;
}

/** Where space may stand anywhere, a space stands for any, and what follows may be nothing. */
function readSpace(run: ExactReading): boolean {
  const { reading, pattern, text } = run;
  if (allowsInnerSpace(reading) || text.take(' ')) return true;
  const mayEnd = (reading.request.styles & dateStyles.allowTrailingWhite) !== 0;
  return mayEnd && !pattern.isAtEnd && readPatternStep(run);
}

/** `GMT` in a format is the zone; a `G` by itself is a letter. */
function readZoneWord({ pattern, text, reading }: ExactReading): boolean {
  if (!pattern.text.startsWith('GMT', pattern.at)) return text.take('G');
  pattern.at += 3;
  reading.setZone(0);
  return text.take('GMT');
}
