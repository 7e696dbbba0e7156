/** Cuts a loose text into steps: a number, a month or a year with what stands behind it, or a word. */
import { calendarNames } from '../dotnet-time/calendarNames.ts';
import { fullYear } from './completeDate.ts';
import { takeForm } from './dateForms.ts';
import type { Found } from './dateForms.ts';
import type { DateReading, HalfOfDay } from './DateReading.ts';
import { isForm, nextState } from './dateStates.ts';
import type { State, Step } from './dateStates.ts';
import { isDigit, isLetter, isSpace } from './DateText.ts';
import type { DateText } from './DateText.ts';
import { takeSeparator, takeWord } from './dateTokens.ts';
import type { Separator, Suffix } from './dateTokens.ts';
import { takeFraction } from './fraction.ts';
import { takePunctuation } from './punctuation.ts';
import { readZoneOffset } from './zoneOffset.ts';

/** Longest number that is one. */
const maxDigits = 8;

const dateSuffixes: ReadonlySet<string> = new Set(['year', 'month', 'day']);
const timeSuffixes: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);

/**
 * The next step; `nothing` when what stood here changes nothing, `iso time` when a `T` begins the time
 * of ISO 8601, false when no date goes on like this.
 */
export function readStep(
  text: DateText,
  state: State,
  reading: DateReading,
  found: Found,
): Step | 'nothing' | 'iso time' | false {
  text.skipSpace();
  if (text.isAtEnd) return 'end';
  if (isDigit(text.unit)) return readNumber(text, state, reading, found);
  const word = takeWord(text, reading.request.culture);
  switch (word?.kind) {
    case undefined:
      return readSign(text, reading);
    case 'month':
      if (found.month >= 0) return false;
      return readBehindMonth(text, state, reading, found, word.month);
    case 'dayOfWeek':
      if (reading.dayOfWeek >= 0) return false;
      reading.dayOfWeek = word.dayOfWeek;
      return 'day of week';
    case 'zone':
      if (reading.offsetMinutes !== undefined) return false;
      reading.setZone(0, true);
      return 'zone';
    case 'era':
      return 'era';
    case 'am':
    case 'pm':
      return setHalf(reading, word.kind) && 'nothing';
    case 'ignored':
      return 'nothing';
  }
}

/** An offset that stands for itself, or a sign that may stand in a text. */
function readSign(text: DateText, reading: DateReading): 'nothing' | false {
  if (isLetter(text.unit)) return reading.fail({ problem: 'unknown word', at: text.at });
  const start = text.at;
  if (reading.offsetMinutes === undefined) {
    const offset = readZoneOffset(text);
    if (offset !== undefined) {
      reading.setZone(offset);
      return 'nothing';
    }
    text.at = start;
  }
  return takePunctuation(text) && 'nothing';
}

function setHalf(reading: DateReading, half: HalfOfDay): boolean {
  if (reading.half !== undefined) return false;
  reading.half = half;
  return true;
}

function readBehindMonth(
  text: DateText,
  state: State,
  reading: DateReading,
  found: Found,
  month: number,
): Step | false {
  found.month = month;
  const start = text.at;
  switch (separatorHere(text, reading)) {
    case 'end':
      return 'month, end';
    case 'space':
      return 'month, space';
    case 'date':
      return 'month, date';
    case 'dateOrOffset':
      return hyphen(text, start, state, 'month, date', 'month, space');
    default:
      return false;
  }
}

function separatorHere(text: DateText, reading: DateReading): Separator | 'end' | 'space' {
  text.skipSpace();
  if (text.isAtEnd) return 'end';
  if (isDigit(text.unit)) return 'space';
  return takeSeparator(text, reading.request.culture) ?? 'space';
}

/** A hyphen begins an offset where the date is complete without what it would part. */
function hyphen(text: DateText, start: number, state: State, parted: Step, spaced: Step): Step {
  const next = nextState(state, spaced);
  if (nextState(state, parted) !== undefined || next === undefined || !isForm(next)) return parted;
  text.at = start;
  return spaced;
}

function readNumber(
  text: DateText,
  state: State,
  reading: DateReading,
  found: Found,
): Step | 'iso time' | false {
  const digits = text.digits(1, maxDigits + 1);
  if (!digits || digits.length > maxDigits || found.numbers.length === 3) return false;
  const isTime = state === 'N:' || state === 'N:N:';
  if (state === 'N:N:' && text.unit === '.' && !isLastUnit(text)) readFraction(text, reading);
  if (isTime && !readOffsetBehind(text, reading)) return false;
  const { value, length } = digits;
  if (length > 2) {
    // So many digits are of a year.
    if (found.year >= 0) return false;
    found.year = value;
    return readBehindYear(text, state, reading, found, value);
  }
  const start = text.at;
  const separator = separatorHere(text, reading);
  if (isSuffix(separator))
    return setSuffixed(separator, separator === 'year' ? fullYear(value) : value, reading, found);
  const step = stepOfNumber(separator, text, start, state);
  if (step === undefined) return false;
  if (step === 'number, half') {
    if (!setHalf(reading, separator as HalfOfDay)) return false;
    // In `1/10 5 AM` the date is complete.
    if (state === 'N/N' && !takeForm('date NN', reading, found, namesOf(reading))) return false;
  }
  found.numbers.push(value);
  if (step === 'number, half' && isTime && !readOffsetBehind(text, reading)) return false;
  return step;
}

function namesOf({ request }: DateReading): ReturnType<typeof calendarNames> {
  return calendarNames(request.culture);
}

function isLastUnit(text: DateText): boolean {
  return text.at >= text.text.length - 1;
}

function stepOfNumber(
  separator: Separator | 'end' | 'space',
  text: DateText,
  start: number,
  state: State,
): Step | 'iso time' | undefined {
  switch (separator) {
    case 'end':
      return 'number, end';
    case 'space':
      return 'number, space';
    case 'date':
      return 'number, date';
    case 'time':
      return 'number, time';
    case 'am':
    case 'pm':
      return 'number, half';
    case 'dateOrOffset':
      return hyphen(text, start, state, 'number, date', 'number, space');
    case 'localTimeMark':
      return 'iso time';
    default:
      return undefined;
  }
}

function readBehindYear(
  text: DateText,
  state: State,
  reading: DateReading,
  found: Found,
  year: number,
): Step | false {
  const start = text.at;
  const separator = separatorHere(text, reading);
  if (isSuffix(separator)) {
    found.year = -1;
    return setSuffixed(separator, year, reading, found);
  }
  switch (separator) {
    case 'end':
      return 'year, end';
    case 'space':
      return 'year, space';
    case 'date':
      return 'year, date';
    case 'am':
    case 'pm':
      return setHalf(reading, separator) && 'year, space';
    case 'dateOrOffset':
      return hyphen(text, start, state, 'year, date', 'year, space');
    default:
      return false;
  }
}

function isSuffix(separator: Separator | 'end' | 'space'): separator is Suffix {
  return dateSuffixes.has(separator) || timeSuffixes.has(separator);
}

/** `2024年3月`. Each suffix may stand once. */
function setSuffixed(
  suffix: Suffix,
  value: number,
  reading: DateReading,
  found: Found,
): Step | false {
  if (reading[suffix] >= 0) return false;
  if (suffix === 'year' || suffix === 'month') {
    if (found[suffix] >= 0) return false;
    found[suffix] = value;
  }
  reading[suffix] = value;
  return dateSuffixes.has(suffix) ? 'date suffix' : 'time suffix';
}

/** A dot without digits behind it is passed over. */
function readFraction(text: DateText, reading: DateReading): void {
  text.at++;
  reading.fraction = takeFraction(text)?.value ?? 0;
}

/** An offset behind a time, perhaps with space between. False when it is none. */
function readOffsetBehind(text: DateText, reading: DateReading): boolean {
  if (isLastUnit(text)) return true;
  let at = text.at;
  while (at < text.text.length - 1 && isSpace(text.text[at]!)) at++;
  const sign = text.text[at];
  if (sign !== '+' && sign !== '-') return true;
  if (reading.offsetMinutes !== undefined) return false;
  text.at = at;
  const offset = readZoneOffset(text);
  if (offset === undefined) return false;
  reading.setZone(offset);
  return true;
}
