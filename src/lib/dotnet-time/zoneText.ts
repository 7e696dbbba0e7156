/**
 * The text of a time zone that `TimeZoneInfo.ToSerializedString` gives: fields that end with a
 * semicolon, rules and transitions in brackets.
 */
import { partsOf, ticksOfDate, ticksPerMillisecond } from './ticks.ts';
import type { AdjustmentRule, TransitionTime } from './zoneRules.ts';

export interface ZoneText {
  readonly id: string;
  readonly baseUtcOffset: number;
  readonly displayName: string;
  readonly standardName: string;
  readonly daylightName: string;
  readonly adjustmentRules: readonly AdjustmentRule[];
}

export function writeZone(zone: ZoneText): string {
  const { id, baseUtcOffset, displayName, standardName, daylightName, adjustmentRules } = zone;
  const fields = [
    escape(id),
    baseUtcOffset,
    ...[displayName, standardName, daylightName].map(escape),
  ];
  return `${fields.join(';')};${adjustmentRules.map(writeRule).join('')};`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\[\];]/g, '\\$&');
}

function writeRule(rule: AdjustmentRule): string {
  const { dateStart, dateEnd, daylightDelta, baseUtcOffsetDelta } = rule;
  const transitions = [rule.daylightTransitionStart, rule.daylightTransitionEnd];
  const fields = [
    writeDate(dateStart),
    writeDate(dateEnd),
    daylightDelta,
    ...transitions.map(writeTransition),
    ...(baseUtcOffsetDelta === 0 ? [] : [baseUtcOffsetDelta]),
  ];
  return `[${fields.join(';')};]`;
}

function writeDate(ticks: bigint): string {
  const { year, month, day } = partsOf(ticks);
  return `${digits(month)}:${digits(day)}:${digits(year, 4)}`;
}

function writeTransition(transition: TransitionTime): string {
  const { isFixedDateRule, timeOfDay, month, week, day, dayOfWeek } = transition;
  const { hour, minute, second, fraction } = partsOf(timeOfDay);
  const milliseconds = digits(fraction / Number(ticksPerMillisecond), 3).replace(/0+$/, '');
  const time = [hour, minute, second].map((n) => digits(n)).join(':');
  const date = isFixedDateRule ? [month, day] : [month, week, dayOfWeek];
  const fields = [
    isFixedDateRule ? 1 : 0,
    milliseconds === '' ? time : `${time}.${milliseconds}`,
    ...date,
  ];
  return `[${fields.join(';')};]`;
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** Undefined of a text of another form. What the values mean is not checked, but that dates exist. */
export function readZone(text: string): ZoneText | undefined {
  try {
    return new ZoneReader(text).zone();
  } catch (error) {
    if (error instanceof MalformedZone) return undefined;
    throw error;
  }
}

class MalformedZone extends Error {}

const special = /[\\[\];]/g;

class ZoneReader {
  readonly #text: string;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  zone(): ZoneText {
    const id = this.#field();
    const baseUtcOffset = this.#integer();
    const [displayName, standardName, daylightName] = [this.#field(), this.#field(), this.#field()];
    const adjustmentRules: AdjustmentRule[] = [];
    while (this.#text[this.#next] === '[') adjustmentRules.push(this.#rule());
    this.#expect(';');
    return { id, baseUtcOffset, displayName, standardName, daylightName, adjustmentRules };
  }

  #rule(): AdjustmentRule {
    this.#expect('[');
    const [dateStart, dateEnd] = [this.#date(), this.#date()];
    const daylightDelta = this.#integer();
    const daylightTransitionStart = this.#transition();
    const daylightTransitionEnd = this.#transition();
    // .NET on Unix may write a further field, of rules without transitions, which Windows lacks.
    const baseUtcOffsetDelta = this.#text[this.#next] === ']' ? 0 : this.#integer();
    this.#expect(']');
    return {
      dateStart,
      dateEnd,
      daylightDelta,
      daylightTransitionStart,
      daylightTransitionEnd,
      baseUtcOffsetDelta,
    };
  }

  #transition(): TransitionTime {
    this.#expect('[');
    const isFixedDateRule = this.#integer() === 1;
    const timeOfDay = this.#timeOfDay();
    const month = this.#integer();
    const [week, day, dayOfWeek] = isFixedDateRule
      ? [1, this.#integer(), 0]
      : [this.#integer(), 1, this.#integer()];
    this.#expect(']');
    this.#expect(';');
    return { isFixedDateRule, timeOfDay, month, week, day, dayOfWeek };
  }

  #date(): bigint {
    const [, month, day, year] = this.#match(/^(\d\d):(\d\d):(\d{4})$/);
    return ticksOfDate(Number(year), Number(month), Number(day)) ?? fail();
  }

  #timeOfDay(): bigint {
    const [, hour, minute, second, fraction = ''] = this.#match(
      /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?$/,
    );
    const time = {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(fraction.padEnd(3, '0')),
    };
    return ticksOfDate(1, 1, 1, time) ?? fail();
  }

  #integer(): number {
    const [value] = this.#match(/^[+-]?\d{1,6}$/);
    return Number(value);
  }

  #match(pattern: RegExp): RegExpExecArray {
    return pattern.exec(this.#field()) ?? fail();
  }

  /** Up to the next semicolon, which it takes. Piecewise: one pattern for all overflows on long text. */
  #field(): string {
    let value = '';
    for (;;) {
      special.lastIndex = this.#next;
      const { 0: found, index } = special.exec(this.#text) ?? fail();
      value += this.#text.slice(this.#next, index);
      this.#next = index + 1;
      if (found === ';') return value;
      const escaped = this.#text[this.#next++];
      if (found !== '\\' || escaped === undefined || !'\\[];'.includes(escaped)) fail();
      value += escaped;
    }
  }

  #expect(letter: string): void {
    if (this.#text[this.#next++] !== letter) fail();
  }
}

function fail(): never {
  throw new MalformedZone();
}
