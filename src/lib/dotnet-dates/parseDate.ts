import { calendarNames } from '../dotnet-time/calendarNames.ts';
import type { CalendarNames } from '../dotnet-time/calendarNames.ts';
import { completeDate } from './completeDate.ts';
import { takeForm } from './dateForms.ts';
import type { Found } from './dateForms.ts';
import type { DateProblem } from './DateProblem.ts';
import { DateReading } from './DateReading.ts';
import type { DateRequest, ParsedDate } from './DateReading.ts';
import { isForm, nextState } from './dateStates.ts';
import type { State } from './dateStates.ts';
import { DateText } from './DateText.ts';
import { readIsoTime } from './isoTime.ts';
import { readStep } from './steps.ts';

/**
 * `Parse` of DateTime and DateTimeOffset, without a format: numbers, names and signs in every form
 * that the culture and ISO 8601 have, in linear time
 * (https://learn.microsoft.com/dotnet/api/system.datetime.parse).
 */
export function parseDate(source: string, request: DateRequest): ParsedDate | DateProblem {
  const text = new DateText(source);
  const reading = new DateReading(request);
  const names = calendarNames(request.culture);
  const found: Found = { numbers: [], year: -1, month: -1 };
  let state: State = 'start';
  let isAnything = false;
  for (;;) {
    const step = readStep(text, state, reading, found);
    if (step === false) return reading.problem;
    if (step === 'nothing') continue;
    if (step === 'iso time') {
      if (state !== 'Y N' && state !== 'Y N/') return reading.problem;
      const [month = -1, day = -1] = found.numbers;
      return readIsoTime(text, [found.year, month, day], reading);
    }
    const next = nextState(state, step);
    if (next === undefined) return reading.problem;
    if (isForm(next)) {
      if (!takeForm(next, reading, found, names)) return reading.problem;
      isAnything = true;
      state = 'start';
    } else state = next;
    if (step === 'end' || step === 'number, end' || step === 'month, end') break;
  }
  if (!isAnything || !adjustHour(reading, names)) return reading.problem;
  return completeDate(reading);
}

/** `12 AM` is midnight. `13 PM` is taken for what was meant. */
function adjustHour(reading: DateReading, { am, pm }: CalendarNames): boolean {
  // Where one half of the day has no name, a time without a name is in it.
  if (am === '' && pm !== '') reading.half ??= 'am';
  if (pm === '' && am !== '') reading.half ??= 'pm';
  const { half } = reading;
  if (half === undefined) return true;
  const hour = Math.max(reading.hour, 0);
  if (hour > (half === 'am' ? 12 : 23)) return false;
  if (half === 'am') reading.hour = hour % 12;
  else if (hour < 12) reading.hour = hour + 12;
  return true;
}
