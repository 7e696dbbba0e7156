/** What the numbers of a complete form are: day, month or year, in the order of the culture. */
import type { CalendarNames } from '../dotnet-time/calendarNames.ts';
import { fullYear, isDay } from './completeDate.ts';
import { dateOrder } from './dateOrder.ts';
import type { DateReading } from './DateReading.ts';
import type { Form } from './dateStates.ts';

/** What stood in a form, in the order in which it stood; -1 is what did not. */
export interface Found {
  numbers: number[];
  year: number;
  month: number;
}

interface Meaning {
  readonly reading: DateReading;
  readonly found: Found;
  readonly numbers: readonly [number, number, number];
  readonly names: CalendarNames;
}

/** Takes the numbers of a form for what they mean. False when they are none of a date or time. */
export function takeForm(
  form: Form,
  reading: DateReading,
  found: Found,
  names: CalendarNames,
): boolean {
  const [first = -1, second = -1, third = -1] = found.numbers;
  const isTaken = forms[form]({ reading, found, numbers: [first, second, third], names });
  found.numbers = [];
  return isTaken;
}

const forms: Readonly<Record<Form, (meaning: Meaning) => boolean>> = {
  'date NN': ({ reading, numbers: [one, two], names }) => {
    if (reading.hasDate) return false;
    const { year } = reading.today;
    reading.isYearOfToday = true;
    reading.year = year;
    const order = dateOrder(names.monthDay);
    if (order === 'MD') return onlyDate(reading, year, one, two);
    return order === 'DM' && onlyDate(reading, year, two, one);
  },
  'date NNN': ({ reading, numbers: [one, two, three], names }) => {
    switch (dateOrder(names.shortDate)) {
      case 'YMD':
        return onlyDate(reading, fullYear(one), two, three);
      case 'MDY':
        return onlyDate(reading, fullYear(three), one, two);
      case 'DMY':
        return onlyDate(reading, fullYear(three), two, one);
      case 'YDM':
        return onlyDate(reading, fullYear(one), three, two);
      default:
        return false;
    }
  },
  'date MN': (meaning) => monthAndNumber(meaning, 'DM', 'MY'),
  'date NM': (meaning) => monthAndNumber(meaning, 'MD', 'YM'),
  'date MNN': ({ reading, found: { month }, numbers: [one, two], names }) => {
    const [year, day] = dateOrder(names.shortDate) === 'YMD' ? [one, two] : [two, one];
    // A day that is none may be a year.
    const [ownYear, ownDay] = isDay(fullYear(year), month, day) ? [year, day] : [day, year];
    return onlyDate(reading, fullYear(ownYear), month, ownDay);
  },
  'date YNN': ({ reading, found: { year }, numbers: [one, two], names }) =>
    dateOrder(names.shortDate) === 'YDM'
      ? onlyDate(reading, year, two, one)
      : onlyDate(reading, year, one, two),
  'date NNY': ({ reading, found: { year }, numbers: [one, two], names }) =>
    /^(?:MDY|YMD)$/.test(dateOrder(names.shortDate))
      ? onlyDate(reading, year, one, two)
      : onlyDate(reading, year, two, one),
  'date YMN': ({ reading, found: { year, month }, numbers: [one] }) =>
    onlyDate(reading, year, month, one),
  'date YN': ({ reading, found: { year }, numbers: [one] }) => onlyDate(reading, year, one, 1),
  'date YM': ({ reading, found: { year, month } }) => onlyDate(reading, year, month, 1),
  'date S': () => true,
  'date SN': ({ reading, found, numbers: [one] }) => {
    if (found.numbers.length !== 1 || reading.day >= 0) return false;
    reading.day = one;
    return true;
  },
  'date NS': ({ reading, found, numbers: [one] }) => {
    if (found.numbers.length !== 1 || reading.month < 0 || reading.year >= 0) return false;
    reading.year = fullYear(one);
    reading.day = 1;
    return true;
  },
  'date NNS': ({ reading, numbers: [one, two], names }) => {
    const { year, month } = reading;
    if (reading.day >= 0 || (year >= 0 && month >= 0)) return false;
    if (year >= 0) return date(reading, fullYear(year), one, two);
    if (month < 0) return false;
    const [ownYear, day] = dateOrder(names.shortDate) === 'YMD' ? [one, two] : [two, one];
    return date(reading, fullYear(ownYear), month, day);
  },
  'time N': ({ reading, numbers: [one] }) => reading.half !== undefined && onlyTime(reading, one),
  'time NN': ({ reading, numbers: [one, two] }) => onlyTime(reading, one, two),
  'time NNN': ({ reading, numbers: [one, two, three] }) => onlyTime(reading, one, two, three),
  'time told': () => true,
};

/**
 * A month with one number has a day, unless the culture writes days on the other side of the month
 * and years on this one. It may be told again, by a date that is whole.
 */
function monthAndNumber(
  { reading, found: { month }, numbers: [number], names }: Meaning,
  dayOrder: string,
  yearOrder: string,
): boolean {
  if (reading.hasDate) return false;
  const isYear = dateOrder(names.monthDay) === dayOrder && dateOrder(names.yearMonth) === yearOrder;
  if (isYear) return date(reading, fullYear(number), month, 1);
  reading.isYearOfToday = true;
  return date(reading, reading.today.year, month, number);
}

/** The one date that a text may have. */
function onlyDate(reading: DateReading, year: number, month: number, day: number): boolean {
  if (reading.hasDate || !date(reading, year, month, day)) return false;
  reading.hasDate = true;
  return true;
}

function date(reading: DateReading, year: number, month: number, day: number): boolean {
  if (!isDay(year, month, day)) return false;
  reading.setDate(year, month, day);
  return true;
}

function onlyTime(reading: DateReading, hour: number, minute = -1, second = -1): boolean {
  if (reading.hasTime) return false;
  reading.hour = hour;
  if (minute >= 0) reading.minute = minute;
  if (second >= 0) reading.second = second;
  reading.hasTime = true;
  return true;
}
