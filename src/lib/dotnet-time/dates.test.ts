import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDate } from './formatDate.ts';
import { parseDate } from './parseDate.ts';
import { parseExact } from './parseExact.ts';
import { maxTicks, partsOf, ticksOfDate, ticksOfUnixMilliseconds, ticksPerDay } from './ticks.ts';
import { formatTimeSpan, parseTimeSpan } from './timeSpanText.ts';

const today = { year: 2026, month: 1, day: 1 };
const moment = {
  ticks: ticksOfDate(2026, 3, 4, { hour: 15, minute: 6, second: 7, millisecond: 120 })!,
  offsetMinutes: 0,
  isUtc: true,
  isOffset: false,
};

for (const [format, expected] of [
  ['', '03/04/2026 15:06:07'],
  ['d', '03/04/2026'],
  ['D', 'Wednesday, 04 March 2026'],
  ['g', '03/04/2026 15:06'],
  ['o', '2026-03-04T15:06:07.1200000Z'],
  ['r', 'Wed, 04 Mar 2026 15:06:07 GMT'],
  ['s', '2026-03-04T15:06:07'],
  ['u', '2026-03-04 15:06:07Z'],
  ['yyyy-MM-ddTHH:mm:ss.fffZ', '2026-03-04T15:06:07.120Z'],
  ["h 'hours' tt", '3 hours PM'],
  ['%d', '4'],
  ['.FFF', '.12'],
  ['zzz', '+00:00'],
] as const) {
  test(`a date with the format '${format}' reads '${expected}'`, () => {
    assert.equal(formatDate(moment, format, ''), expected);
  });
}

test('a format that is malformed gives nothing', () => {
  for (const format of ['q', "'open", 'fffffffff', '\\']) {
    assert.equal(formatDate(moment, format, ''), undefined, format);
  }
});

test('cultures have their own names and orders', () => {
  assert.equal(formatDate(moment, 'D', 'de-DE'), 'Mittwoch, 4. März 2026');
  assert.equal(formatDate(moment, 'd', 'en-US'), '3/4/2026');
});

for (const [text, expected] of [
  ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.0000000Z'],
  ['2026-03-04T05:06:07.1234567+02:00', '2026-03-04T05:06:07.1234567+02:00'],
  ['03/04/2026 05:06:07', '2026-03-04T05:06:07.0000000'],
  ['Wed, 04 Mar 2026 05:06:07 GMT', '2026-03-04T05:06:07.0000000Z'],
  ['4 March 2026 3:04 PM', '2026-03-04T15:04:00.0000000'],
  ['Mar 2026', '2026-03-01T00:00:00.0000000'],
  ['05:06', '2026-01-01T05:06:00.0000000'],
  ['2024-02-29', '2024-02-29T00:00:00.0000000'],
] as const) {
  test(`'${text}' is a date`, () => {
    const parsed = parseDate(text, '', today);
    assert.ok(typeof parsed === 'object', text);
    assert.equal(formatDate({ ...parsed, isOffset: false }, 'o', ''), expected);
  });
}

test('what is no date is refused', () => {
  for (const text of [
    '',
    'x',
    '2026-13-01',
    '2023-02-29',
    '1/2/3/4',
    '12:61',
    '2026-03-04T05:06:07+15:00',
  ]) {
    assert.equal(parseDate(text, '', today), 'malformed', text);
  }
  assert.equal(parseDate('Tue, 04 Mar 2026 05:06:07 GMT', '', today), 'wrong day of week');
});

test('any text is read without an exception, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      parseDate(text, '', today);
      parseExact(text, 'yyyy-MM-dd HH:mm', '', today);
      parseTimeSpan(text);
    }),
  );
});

test('every moment is the same after it was taken apart and put together', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: maxTicks }), (ticks) => {
      const { year, month, day, hour, minute, second, fraction } = partsOf(ticks);
      assert.equal(
        ticksOfDate(year, month, day, { hour, minute, second })! + BigInt(fraction),
        ticks,
      );
    }),
  );
});

test('every moment survives its round-trip format', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: maxTicks - ticksPerDay }), (ticks) => {
      const text = formatDate({ ticks, offsetMinutes: 0, isUtc: true, isOffset: false }, 'o', '')!;
      const parsed = parseDate(text, '', today);
      assert.equal(typeof parsed === 'object' && parsed.ticks, ticks);
    }),
  );
});

test('the calendar agrees with that of JavaScript', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const parts = partsOf(ticksOfUnixMilliseconds(date.getTime()));
        assert.deepEqual(
          [parts.year, parts.month, parts.day, parts.hour, parts.dayOfWeek],
          [
            date.getUTCFullYear(),
            date.getUTCMonth() + 1,
            date.getUTCDate(),
            date.getUTCHours(),
            date.getUTCDay(),
          ],
        );
      },
    ),
  );
});

test('an exact format takes nothing else', () => {
  const read = (text: string, format: string): string | undefined => {
    const parsed = parseExact(text, format, '', today);
    return parsed && formatDate({ ...parsed, isOffset: false }, 's', '');
  };
  assert.equal(read('20260304', 'yyyyMMdd'), '2026-03-04T00:00:00');
  assert.equal(read('04 Mar 26 3PM', 'dd MMM yy htt'), '2026-03-04T15:00:00');
  assert.equal(read('2026-03-04 ', 'yyyy-MM-dd'), undefined);
  assert.equal(read('2026-3-04', 'yyyy-MM-dd'), undefined);
});

test('lengths of time read and write as .NET has them', () => {
  for (const [text, standard] of [
    ['1.02:03:04', '1.02:03:04'],
    ['6', '6.00:00:00'],
    ['01:30', '01:30:00'],
    ['-00:00:01.5', '-00:00:01.5000000'],
  ] as const) {
    const ticks = parseTimeSpan(text);
    assert.ok(typeof ticks === 'bigint');
    assert.equal(formatTimeSpan(ticks, 'c'), standard);
  }
  assert.equal(parseTimeSpan('25:00'), 'overflow');
  assert.equal(parseTimeSpan('1:2:3:4:5'), 'malformed');
});
