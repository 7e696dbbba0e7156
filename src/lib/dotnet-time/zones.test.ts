import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ambiguousOffsets, isInvalidClock, stateAtClock, stateAtUtc } from './ruledOffset.ts';
import { SystemZone } from './SystemZone.ts';
import { systemRules } from './systemRules.ts';
import { ticksOfDate, ticksOfUnixMilliseconds, ticksPerMinute } from './ticks.ts';
import { windowsStandardName } from './windowsStandardNames.ts';
import { ianaOfWindows, ianaZone, isIanaId, windowsIds, windowsOfIana } from './windowsZones.ts';
import { zoneOffset } from './zoneOffset.ts';
import { readZone, writeZone } from './zoneText.ts';
import type { AdjustmentRule, TransitionTime, ZoneRules } from './zoneRules.ts';

const twoOClock = 120n * ticksPerMinute;

function floating(month: number, week: number, dayOfWeek = 0): TransitionTime {
  return { isFixedDateRule: false, timeOfDay: twoOClock, month, week, day: 1, dayOfWeek };
}

const always = { dateStart: 0n, dateEnd: ticksOfDate(9999, 12, 31)!, baseUtcOffsetDelta: 0 };
const south: ZoneRules = {
  baseUtcOffset: 720,
  adjustmentRules: [
    {
      ...always,
      daylightDelta: 60,
      daylightTransitionStart: floating(9, 5),
      daylightTransitionEnd: floating(4, 1),
    },
  ],
};

function at(year: number, month: number, day: number, hour = 0, minute = 0): bigint {
  return ticksOfDate(year, month, day, { hour, minute })!;
}

test('the rules of the United States are the two that Windows has', () => {
  const rules = systemRules('America/Los_Angeles', -480).map((rule) => [
    rule.dateStart,
    rule.dateEnd,
    rule.daylightTransitionStart,
    rule.daylightTransitionEnd,
  ]);
  assert.deepEqual(rules, [
    [0n, at(2006, 12, 31), floating(4, 1), floating(10, 5)],
    [at(2007, 1, 1), at(9999, 12, 31), floating(3, 2), floating(11, 1)],
  ]);
});

// One for each kind of history: plain, southern, half an hour, four changes a year, permanent changes,
// a day left out, years that begin in daylight saving time.
for (const zone of [
  'America/New_York',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Caracas',
  'Asia/Pyongyang',
  'Asia/Jerusalem',
]) {
  test(`the rules of ${zone} give the offsets that it has`, () => {
    const rules = SystemZone.of(zone);
    for (let time = Date.UTC(2004, 0, 1); time < Date.UTC(2030, 0, 1); time += 9.1 * 86_400_000) {
      const { offset } = stateAtUtc(rules, ticksOfUnixMilliseconds(time));
      assert.equal(offset, zoneOffset(zone, time), new Date(time).toISOString());
    }
  });
}

test('a zone that moved over the date line has rules for either side', () => {
  const apia = SystemZone.of('Pacific/Apia');
  assert.equal(stateAtClock(apia, at(2011, 12, 29, 12)).offset, -600);
  assert.equal(stateAtClock(apia, at(2011, 12, 31, 12)).offset, 840);
});

test('clocks of a year that ends in daylight saving time stay ahead over New Year', () => {
  const moscow = SystemZone.of('Europe/Moscow');
  assert.equal(stateAtUtc(moscow, at(2011, 12, 31, 20, 30)).offset, 240);
  assert.equal(stateAtUtc(moscow, at(2014, 1, 1)).offset, 240);
  assert.deepEqual(stateAtUtc(moscow, at(2014, 11, 1)), { offset: 180, isDaylight: false });
});

test('daylight saving time of the south goes over New Year', () => {
  assert.deepEqual(stateAtClock(south, at(2024, 1, 1)), { offset: 780, isDaylight: true });
  assert.deepEqual(stateAtClock(south, at(2024, 7, 1)), { offset: 720, isDaylight: false });
  assert.equal(stateAtUtc(south, at(2023, 12, 31, 20)).isDaylight, true);
  assert.equal(stateAtUtc(south, at(2024, 4, 6, 13)).isDaylight, false);
});

test('clocks that are moved forward skip a time, and show one twice when moved back', () => {
  assert.equal(isInvalidClock(south, at(2024, 9, 29, 2, 30)), true);
  assert.equal(isInvalidClock(south, at(2024, 9, 29, 3)), false);
  assert.deepEqual(ambiguousOffsets(south, at(2024, 4, 7, 1, 30)), [720, 780]);
  assert.equal(ambiguousOffsets(south, at(2024, 4, 7, 2)), undefined);
  assert.equal(stateAtClock(south, at(2024, 4, 7, 1, 30)).isDaylight, false);
});

test('daylight saving time that is behind skips a time when it ends', () => {
  const [rule] = south.adjustmentRules as [AdjustmentRule];
  const behind = { baseUtcOffset: 0, adjustmentRules: [{ ...rule, daylightDelta: -60 }] };
  assert.equal(isInvalidClock(behind, at(2024, 4, 7, 2, 30)), true);
  assert.deepEqual(ambiguousOffsets(behind, at(2024, 9, 29, 1, 30)), [-60, 0]);
});

test('the first and the last moment have an offset in every zone', () => {
  for (const ticks of [0n, at(9999, 12, 31, 23, 59)]) {
    assert.equal(stateAtUtc(south, ticks).offset, 780);
    assert.equal(stateAtUtc({ ...south, baseUtcOffset: -720 }, ticks).offset, -660);
  }
});

test('Windows and IANA names lead to the same zone', () => {
  assert.equal(ianaZone('W. Europe Standard Time'), ianaZone('Europe/Berlin'));
  assert.equal(ianaZone('Nowhere Standard Time'), undefined);
  assert.equal(windowsOfIana('europe/amsterdam'), 'W. Europe Standard Time');
  assert.equal(windowsOfIana('US/Pacific'), 'Pacific Standard Time');
  assert.equal(windowsOfIana('Pacific Standard Time'), undefined);
  assert.equal(ianaOfWindows('w. europe standard time', 'nl'), 'Europe/Amsterdam');
});

test('every Windows name has a zone, which leads back to the name', () => {
  for (const id of windowsIds()) assert.equal(windowsOfIana(ianaOfWindows(id)!), id);
});

test('every renamed standard time is of a zone that Windows has', () => {
  const renamed = windowsIds().filter((id) => windowsStandardName(id) !== id);
  assert.equal(renamed.length, 17);
});

test('an offset, a path and a long text are no names of zones', () => {
  for (const id of [
    '+01:00',
    '-08',
    '../etc/passwd',
    '',
    'Europe/Berlin\0',
    'x'.repeat(1_000_000),
  ]) {
    assert.equal(ianaZone(id), undefined);
    assert.equal(isIanaId(id), false);
  }
});

test('a zone is read as it was written', () => {
  const zone = {
    id: 'a;[b]\\c',
    baseUtcOffset: -570,
    displayName: '',
    standardName: 'S',
    daylightName: 'D',
    adjustmentRules: SystemZone.of('Africa/Casablanca').adjustmentRules,
  };
  assert.deepEqual(readZone(writeZone(zone)), zone);
});

test('a text that is cut off anywhere is no zone', () => {
  const { baseUtcOffset, adjustmentRules } = SystemZone.of('America/New_York');
  const names = { displayName: 'E', standardName: 'S', daylightName: 'D' };
  const text = writeZone({ id: 'x', baseUtcOffset, adjustmentRules, ...names });
  for (let length = 0; length < text.length; length++) {
    assert.equal(readZone(text.slice(0, length)), undefined, text.slice(0, length));
  }
});

test('a field of any length is read', () => {
  const long = 'x'.repeat(8_000_000);
  assert.equal(readZone(long), undefined);
  assert.equal(readZone(`${long};0;;;;;`)?.id, long);
});

test('a day finds its rule among thousands, and none in a gap', () => {
  const [rule] = south.adjustmentRules as [AdjustmentRule];
  const adjustmentRules = Array.from({ length: 4000 }, (_, i) => ({
    ...rule,
    dateStart: at(1 + 2 * i, 1, 1),
    dateEnd: at(1 + 2 * i, 12, 31),
  }));
  const zone = { baseUtcOffset: 0, adjustmentRules };
  assert.equal(stateAtClock(zone, at(2023, 1, 1)).offset, 60);
  assert.equal(stateAtClock(zone, at(2023, 12, 31, 23, 59)).offset, 60);
  assert.equal(stateAtClock(zone, at(2024, 1, 1)).offset, 0);
  assert.equal(stateAtClock(zone, at(9999, 1, 1)).offset, 0);
});
