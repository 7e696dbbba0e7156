import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { formatDate } from '../dotnet-time/formatDate.ts';
import { ticksOfDate } from '../dotnet-time/ticks.ts';
import { isProblem } from './DateProblem.ts';
import type { DateRequest } from './DateReading.ts';
import { dateStyles } from './dateStyles.ts';
import { parseExact } from './parseExact.ts';

const request: DateRequest = {
  culture: '',
  styles: 0,
  now: ticksOfDate(2026, 11, 26)!,
  keepsOffset: false,
};

function read(text: string, format: string, change: Partial<DateRequest> = {}): string | undefined {
  const parsed = parseExact(text, format, { ...request, ...change });
  if (isProblem(parsed)) return parsed.problem;
  return formatDate({ ...parsed, isOffset: false }, 'o', '')?.replace(/:00\.0000000|\.0000000/, '');
}

type Case = readonly [
  text: string,
  format: string,
  expected: string,
  change?: Partial<DateRequest>,
];

function group(name: string, cases: readonly Case[]): void {
  test(name, () => {
    for (const [text, format, expected, change] of cases)
      assert.equal(read(text, format, change), expected, `${text} as ${format}`);
  });
}

group('a field takes as many digits as it has letters, a single letter one or two', [
  ['20260304', 'yyyyMMdd', '2026-03-04T00:00'],
  ['4/3/26', 'd/M/yy', '2026-03-04T00:00'],
  ['14/13/26', 'd/M/yy', 'unsupported'],
  ['2026-3-04', 'yyyy-MM-dd', 'malformed'],
  ['2026-03-04 ', 'yyyy-MM-dd', 'malformed'],
  ['04 Mar 26 3PM', 'dd MMM yy htt', '2026-03-04T15:00'],
  ['10:20:30.12', 'H:m:s.FFF', '2026-11-26T10:20:30.1200000'],
  ['10:20:30', 'H:m:s.FFF', '2026-11-26T10:20:30'],
  ['10:20:30.12', 'H:m:s.fff', 'malformed'],
]);

group('hours of half a day and of a whole one are kept apart', [
  ['12:05 AM', 'hh:mm tt', '2026-11-26T00:05'],
  ['12:05', 'hh:mm', '2026-11-26T00:05'],
  ['13:05', 'hh:mm', 'malformed'],
  ['13 AM', 'HH tt', 'malformed'],
  ['13 P', 'HH t', '2026-11-26T13:00'],
]);

group('a zone is what its letters say', [
  ['2026-03-04Z', 'yyyy-MM-ddK', '2026-03-04T00:00Z'],
  ['2026-03-04', 'yyyy-MM-ddK', '2026-03-04T00:00'],
  ['2026-03-04+2:30', 'yyyy-MM-ddzzz', '2026-03-04T00:00+02:30'],
  ['10 GMT', 'HH GMT', '2026-11-26T10:00+00:00'],
  ['10 GMT', 'HH Z', '2026-11-26T10:00Z'],
]);

group('a field that stands twice says the same twice', [
  ['1 01', 'd dd', '2026-01-01T00:00'],
  ['1 02', 'd dd', 'contradiction'],
  ['+2 +3', 'z z', 'contradiction'],
  ['Wed 2026-03-04', 'ddd yyyy-MM-dd', '2026-03-04T00:00'],
  ['Tue 2026-03-04', 'ddd yyyy-MM-dd', 'wrong day of week'],
]);

group('space may stand where the styles let it', [
  [' 10:20 ', 'HH:mm', '2026-11-26T10:20', { styles: 7 }],
  ['10 : 20', 'HH:mm', '2026-11-26T10:20', { styles: dateStyles.allowInnerWhite }],
  ['10 :20', 'HH:mm', 'malformed', { styles: dateStyles.allowLeadingWhite }],
]);

group('signs and words stand for themselves', [
  ["4 o'clock", "H' o'\\''clock'", '2026-11-26T04:00'],
  ['4 uhr', "H' uhr'", '2026-11-26T04:00'],
  ['4d', 'd\\d', '2026-01-04T00:00'],
  ['4', '%d', '2026-01-04T00:00'],
  ['4', 'd%', 'bad format'],
  ['4', "d'", 'open quote'],
  ['4', 'A', 'no standard format'],
  ['4', '', 'bad format'],
]);

test('any text and any format are read without an exception', () => {
  const unit = fc.constantFrom(...'yMdHhmsfFtzZKg:/-\'"\\% .0123GMT+A'.split(''));
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20, unit }),
      fc.string({ maxLength: 20, unit }),
      fc.integer({ min: 0, max: 255 }),
      (text, format, styles) => {
        parseExact(text, format, { ...request, styles });
      },
    ),
  );
});
