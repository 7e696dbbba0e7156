import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { formatDate } from '../dotnet-time/formatDate.ts';
import { maxTicks, ticksOfDate, ticksPerDay } from '../dotnet-time/ticks.ts';
import { isProblem } from './DateProblem.ts';
import type { DateRequest } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';
import { parseDate } from './parseDate.ts';

const request: DateRequest = {
  culture: '',
  styles: 0,
  now: ticksOfDate(2026, 11, 26, { hour: 23, minute: 30 })!,
  keepsOffset: false,
};

/** As `o` prints it, or the problem. */
function read(text: string, change: Partial<DateRequest> = {}): string | undefined {
  const parsed = parseDate(text, { ...request, ...change });
  if (isProblem(parsed)) return parsed.problem;
  return formatDate({ ...parsed, isOffset: false }, 'o', '')?.replace(/:00\.0000000|\.0000000/, '');
}

function group(
  name: string,
  cases: readonly (readonly [text: string, expected: string, change?: Partial<DateRequest>])[],
): void {
  test(name, () => {
    for (const [text, expected, change] of cases) assert.equal(read(text, change), expected, text);
  });
}

const inCulture = (culture: string): Partial<DateRequest> => ({ culture });

group('ISO 8601 is read in every culture', [
  ['2026-03-04', '2026-03-04T00:00'],
  ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07Z', inCulture('en-GB')],
  ['2026-03-04t05:06', '2026-03-04T05:06'],
  ['2026-03-04T05:06:07.1234567+02:00', '2026-03-04T05:06:07.1234567+02:00', inCulture('de-DE')],
  ['2026-03-04T05 : 06 z', '2026-03-04T05:06Z'],
  ['2026-03-04 05:06:07.12345678', '2026-03-04T05:06:07.1234568'],
  ['2026-03-04T5:06', 'malformed'],
  ['2026-03-04T', 'malformed'],
  ['2026-03-04T05', 'malformed'],
  ['2026-03-04T24:00', 'unsupported'],
  ['20260304', 'malformed'],
]);

group('numbers are day, month and year in the order of the culture', [
  ['1/2/2026', '2026-01-02T00:00'],
  ['1/2/2026', '2026-02-01T00:00', inCulture('en-GB')],
  ['1.2.2026', '2026-02-01T00:00', inCulture('de-DE')],
  ['1-2-24', '2001-02-24T00:00', inCulture('sv-SE')],
  ['2026/3/4', '2026-03-04T00:00'],
  ['4 3', '2026-04-03T00:00'],
  ['4 3', '2026-03-04T00:00', inCulture('fr-FR')],
  ['3/2026', '2026-03-01T00:00'],
  ['2026-03', '2026-03-01T00:00'],
  ['1/2/49', '2049-01-02T00:00'],
  ['1/2/50', '1950-01-02T00:00'],
  ['13/1/2026', 'malformed'],
  ['1/2/3/4', 'malformed'],
  ['2026', 'malformed'],
]);

group('a month may be told by its name, in English or in the language of the culture', [
  ['4 March 2026', '2026-03-04T00:00'],
  ['MAR 4, 2026', '2026-03-04T00:00'],
  ['2026 Mar 4', '2026-03-04T00:00'],
  ['4-Mar-26', '2026-03-04T00:00'],
  ['4. März 2026', '2026-03-04T00:00', inCulture('de-DE')],
  ['4 mars 2026 10:20', '2026-03-04T10:20', inCulture('fr-FR')],
  ['4 de marzo de 2026', '2026-03-04T00:00', inCulture('es-ES')],
  ['March 2026', '2026-03-01T00:00'],
  ['March 4', '2026-03-04T00:00'],
  ['March 26', '2026-03-01T00:00', inCulture('de-DE')],
  ['March', 'malformed'],
  ['Marmot 4', 'unknown word'],
  ['March 4 April', 'malformed'],
]);

group('a time stands with a date or is of today', [
  ['10:20', '2026-11-26T10:20'],
  ['10:20:30.5 PM', '2026-11-26T22:20:30.5000000'],
  ['12 am', '2026-11-26T00:00'],
  ['13 PM', '2026-11-26T13:00'],
  ['13 AM', 'malformed'],
  ['3/4/2026 5pm', '2026-03-04T17:00'],
  ['1/10 5 AM', '2026-01-10T05:00'],
  ['5 PM 3/4/2026', '2026-03-04T17:00'],
  ['10:20', '0001-01-01T10:20', { styles: dateStyles.noCurrentDateDefault }],
  ['10:60', 'unsupported'],
  ['10:20 10:30', 'malformed'],
  ['10', 'malformed'],
]);

group('a zone is Z, GMT or an offset', [
  ['10:20 GMT', '2026-11-26T10:20Z'],
  ['10:20+2', '2026-11-26T10:20+02:00'],
  ['10:20 -0530', '2026-11-26T10:20-05:30'],
  ['3/4/2026 +1:30', '2026-03-04T00:00+01:30'],
  ['10:20 +2:60', 'malformed'],
  ['10:20+12345', 'malformed'],
  ['10:20Z +01:00', 'malformed'],
  ['10:20 EST', 'unknown word'],
]);

group('a day of the week must be the one that the date has', [
  ['Wed, 04 Mar 2026 05:06:07 GMT', '2026-03-04T05:06:07Z'],
  ['mercredi 4 mars 2026', '2026-03-04T00:00', inCulture('fr-FR')],
  ['Tue, 04 Mar 2026 05:06:07 GMT', 'wrong day of week'],
  ['Wed Thu 3/4/2026', 'malformed'],
]);

group('the signs of East Asia tell what a number is', [
  ['2026年3月4日 13時5分6秒', '2026-03-04T13:05:06'],
  ['26年3月4日', '2026-03-04T00:00'],
  ['4日', '2026-01-04T00:00'],
  ['4日5日', 'malformed'],
]);

group('an offset without a year is refused where the offset is kept', [
  ['17:00 -08:30 May 1', 'incomplete', { keepsOffset: true }],
  ['17:00 May 1', '2026-05-01T17:00', { keepsOffset: true }],
  // It is tomorrow already where the clock is ahead.
  ['10:20+02:00', '2026-11-27T10:20+02:00', { keepsOffset: true }],
]);

group('what encloses a date is read over, what does not is no date', [
  ['#3/4/2026#', '2026-03-04T00:00'],
  ['3/4/2026\0\0', '2026-03-04T00:00'],
  [' ,3/4/2026 . ', '2026-03-04T00:00'],
  ['#3/4/2026', 'malformed'],
  ['(3/4/2026)', 'malformed'],
  ['', 'malformed'],
  ['A.D.', 'malformed'],
]);

test('any text is read without an exception, and in time that grows with its length', () => {
  fc.assert(
    fc.property(
      fc.string({
        maxLength: 60,
        unit: fc.constantFrom(...'0123456789:-/. TZAPMaprd+#,年\0'.split('')),
      }),
      (text) => {
        parseDate(text, request);
      },
    ),
  );
  assert.equal(read(`${',#'.repeat(50_000)}1/2/2026`), 'malformed');
  assert.equal(read(`${', '.repeat(200_000)}1/2/2026`), '2026-01-02T00:00');
  assert.equal(read('1'.repeat(1_000_000)), 'malformed');
});

test('every moment survives its round-trip format', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: maxTicks - ticksPerDay }), (ticks) => {
      const text = formatDate({ ticks, offsetMinutes: 0, isUtc: true, isOffset: false }, 'o', '')!;
      const parsed = parseDate(text, request);
      assert.equal(!isProblem(parsed) && parsed.ticks, ticks);
    }),
  );
});
