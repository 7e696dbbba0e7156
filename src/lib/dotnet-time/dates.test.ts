import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { formatDate } from './formatDate.ts';
import { maxTicks, partsOf, ticksOfDate, ticksOfUnixMilliseconds } from './ticks.ts';
import { formatTimeSpan, parseTimeSpan } from './timeSpanText.ts';

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
