import {
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
} from '../../../lib/dotnet-time/ticks.ts';
import {
  formatTimeSpan,
  parseTimeSpan,
  timeSpanRange,
} from '../../../lib/dotnet-time/timeSpanText.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { toEven } from './rounding.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TimeSpan: TimeSpan;
  }
}

const member = membersOf<TimeSpan>();

const units = {
  day: { ticks: ticksPerDay, milliseconds: 86_400_000 },
  hour: { ticks: ticksPerHour, milliseconds: 3_600_000 },
  minute: { ticks: ticksPerMinute, milliseconds: 60_000 },
  second: { ticks: ticksPerSecond, milliseconds: 1_000 },
  millisecond: { ticks: ticksPerMillisecond, milliseconds: 1 },
} as const;

/** .NET Framework multiplies by the rounded inverse, which JSON shows: 123.45670000000001. */
function total({ ticks }: TimeSpan, ticksPerUnit: bigint): number {
  return Number(ticks) * (1 / Number(ticksPerUnit));
}

/** https://learn.microsoft.com/dotnet/api/system.timespan */
export const SystemTimeSpan = defineType({
  name: 'System.TimeSpan',
  kind: 'struct',
  implements: ['IComparable', 'IComparable<TimeSpan>', 'IEquatable<TimeSpan>', 'IFormattable'],
  represents: TimeSpan,
  behaviour: {
    text: (value: TimeSpan, format) => textOf(value, format ?? ''),
    equals: (value: TimeSpan, other) => other instanceof TimeSpan && value.ticks === other.ticks,
    key: (value: TimeSpan) => value.ticks,
    compare: (value: TimeSpan, other: TimeSpan) => compare(value.ticks, other.ticks),
    zero: () => TimeSpan.zero,
  },
  members: [
    member(
      'TimeSpan(long ticks)',
      (ticks) => new TimeSpan(ticks),
      'new TimeSpan(10000000L).TotalSeconds // 1d',
    ),
    member(
      'TimeSpan(int hours, int minutes, int seconds)',
      (h, m, s) => ofParts(0, h, m, s, 0),
      'new TimeSpan(1, 2, 3).ToString() // "01:02:03"',
    ),
    member(
      'TimeSpan(int days, int hours, int minutes, int seconds)',
      (d, h, m, s) => ofParts(d, h, m, s, 0),
      'new TimeSpan(1, 2, 3, 4).ToString() // "1.02:03:04"',
    ),
    member(
      'TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds)',
      ofParts,
      'new TimeSpan(0, 0, 0, 0, 5).ToString() // "00:00:00.0050000"',
      'new TimeSpan(int.MaxValue, 0, 0, 0, 0) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'const long TicksPerDay = 864000000000',
      ticksPerDay,
      'TimeSpan.TicksPerDay // 864000000000L',
    ),
    member(
      'const long TicksPerHour = 36000000000',
      ticksPerHour,
      'TimeSpan.TicksPerHour // 36000000000L',
    ),
    member(
      'const long TicksPerMinute = 600000000',
      ticksPerMinute,
      'TimeSpan.TicksPerMinute // 600000000L',
    ),
    member(
      'const long TicksPerSecond = 10000000',
      ticksPerSecond,
      'TimeSpan.TicksPerSecond // 10000000L',
    ),
    member(
      'const long TicksPerMillisecond = 10000',
      ticksPerMillisecond,
      'TimeSpan.TicksPerMillisecond // 10000L',
    ),
    member('static readonly TimeSpan Zero', TimeSpan.zero, 'TimeSpan.Zero.Ticks // 0L'),
    member(
      'static readonly TimeSpan MaxValue',
      new TimeSpan(timeSpanRange.max),
      'TimeSpan.MaxValue.Ticks // long.MaxValue',
    ),
    member(
      'static readonly TimeSpan MinValue',
      new TimeSpan(timeSpanRange.min),
      'TimeSpan.MinValue.Ticks // long.MinValue',
    ),
    member(
      'long Ticks { get; }',
      (self) => self.ticks,
      'TimeSpan.FromSeconds(1).Ticks // 10000000L',
    ),
    member(
      'int Days { get; }',
      (self) => Number(self.ticks / ticksPerDay),
      'TimeSpan.FromHours(49).Days // 2',
    ),
    member(
      'int Hours { get; }',
      (self) => Number((self.ticks / ticksPerHour) % 24n),
      'TimeSpan.FromHours(49).Hours // 1',
    ),
    member(
      'int Minutes { get; }',
      (self) => Number((self.ticks / ticksPerMinute) % 60n),
      'TimeSpan.FromMinutes(61).Minutes // 1',
    ),
    member(
      'int Seconds { get; }',
      (self) => Number((self.ticks / ticksPerSecond) % 60n),
      'TimeSpan.FromSeconds(-61).Seconds // -1',
    ),
    member(
      'int Milliseconds { get; }',
      (self) => Number((self.ticks / ticksPerMillisecond) % 1000n),
      'TimeSpan.FromMilliseconds(1234).Milliseconds // 234',
    ),
    member(
      'double TotalDays { get; }',
      (self) => total(self, ticksPerDay),
      'TimeSpan.FromHours(36).TotalDays // 1.5',
    ),
    member(
      'double TotalHours { get; }',
      (self) => total(self, ticksPerHour),
      'TimeSpan.FromMinutes(90).TotalHours // 1.5',
    ),
    member(
      'double TotalMinutes { get; }',
      (self) => total(self, ticksPerMinute),
      'TimeSpan.FromSeconds(90).TotalMinutes // 1.5',
    ),
    member(
      'double TotalSeconds { get; }',
      (self) => total(self, ticksPerSecond),
      'TimeSpan.FromMilliseconds(1500).TotalSeconds // 1.5',
    ),
    member(
      'double TotalMilliseconds { get; }',
      (self) => {
        const most = Number(timeSpanRange.max / ticksPerMillisecond);
        return Math.max(-most, Math.min(total(self, ticksPerMillisecond), most));
      },
      'TimeSpan.FromSeconds(1.5).TotalMilliseconds // 1500d',
      'TimeSpan.MinValue.TotalMilliseconds // -922337203685477d',
    ),
    member(
      'static TimeSpan FromDays(double value)',
      (value) => TimeSpan.ofUnits(value, units.day.milliseconds),
      'TimeSpan.FromDays(1.5).ToString() // "1.12:00:00"',
    ),
    member(
      'static TimeSpan FromHours(double value)',
      (value) => TimeSpan.ofUnits(value, units.hour.milliseconds),
      'TimeSpan.FromHours(1.5).ToString() // "01:30:00"',
    ),
    member(
      'static TimeSpan FromMinutes(double value)',
      (value) => TimeSpan.ofUnits(value, units.minute.milliseconds),
      'TimeSpan.FromMinutes(1.5).ToString() // "00:01:30"',
    ),
    member(
      'static TimeSpan FromSeconds(double value)',
      (value) => TimeSpan.ofUnits(value, units.second.milliseconds),
      'TimeSpan.FromSeconds(double.NaN) // throws System.ArgumentException',
    ),
    member(
      'static TimeSpan FromMilliseconds(double value)',
      (value) => TimeSpan.ofUnits(value, 1),
      'TimeSpan.FromMilliseconds(1500).TotalSeconds // 1.5',
    ),
    member(
      'static TimeSpan FromTicks(long value)',
      (value) => new TimeSpan(value),
      'TimeSpan.FromTicks(10L).Ticks // 10L',
    ),
    member(
      'TimeSpan Add(TimeSpan ts)',
      (self, ts) => TimeSpan.ofTicks(self.ticks + ts.ticks),
      'TimeSpan.FromHours(1).Add(TimeSpan.FromMinutes(1)).TotalMinutes // 61d',
      'TimeSpan.MaxValue.Add(TimeSpan.FromTicks(1L)) // throws System.OverflowException',
    ),
    member(
      'TimeSpan Subtract(TimeSpan ts)',
      (self, ts) => TimeSpan.ofTicks(self.ticks - ts.ticks),
      'TimeSpan.FromHours(1).Subtract(TimeSpan.FromMinutes(1)).TotalMinutes // 59d',
    ),
    member(
      'TimeSpan Negate()',
      (self) => TimeSpan.ofTicks(-self.ticks),
      'TimeSpan.FromHours(1).Negate().ToString() // "-01:00:00"',
    ),
    member(
      'TimeSpan Duration()',
      (self) => TimeSpan.ofTicks(self.ticks < 0n ? -self.ticks : self.ticks),
      'TimeSpan.FromHours(-1).Duration().TotalHours // 1d',
    ),
    member(
      'TimeSpan Multiply(double factor)',
      (self, factor) => scaled(self, factor),
      'TimeSpan.FromHours(1).Multiply(1.5).TotalMinutes // 90d',
    ),
    member(
      'TimeSpan Divide(double divisor)',
      (self, divisor) => divided(self, divisor),
      'TimeSpan.FromHours(1).Divide(2).TotalMinutes // 30d',
    ),
    member(
      'double Divide(TimeSpan ts)',
      (self, ts) => Number(self.ticks) / Number(ts.ticks),
      'TimeSpan.FromHours(1).Divide(TimeSpan.FromMinutes(30)) // 2d',
    ),
    member(
      'int CompareTo(TimeSpan value)',
      (self, value) => compare(self.ticks, value.ticks),
      'TimeSpan.Zero.CompareTo(TimeSpan.FromDays(1)) // -1',
    ),
    member('int CompareTo(object? value)', compareToObject, 'TimeSpan.Zero.CompareTo(null) // 1'),
    member(
      'bool Equals(TimeSpan obj)',
      (self, obj) => self.ticks === obj.ticks,
      'TimeSpan.Zero.Equals(TimeSpan.FromDays(0)) // true',
    ),
    member(
      'static bool Equals(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks === t2.ticks,
      'TimeSpan.Equals(TimeSpan.Zero, TimeSpan.MaxValue) // false',
    ),
    member(
      'static int Compare(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => compare(t1.ticks, t2.ticks),
      'TimeSpan.Compare(TimeSpan.MaxValue, TimeSpan.Zero) // 1',
    ),
    member(
      'string ToString(string? format)',
      (self, format) => textOf(self, format ?? ''),
      'TimeSpan.FromSeconds(3661).ToString("h\\\\:mm") // "1:01"',
      'TimeSpan.Zero.ToString("x") // throws System.FormatException',
    ),
    member(
      'string ToString(string? format, IFormatProvider? formatProvider)',
      (self, format) => textOf(self, format ?? ''),
      'TimeSpan.FromSeconds(1).ToString("c", null) // "00:00:01"',
    ),
    member(
      'static TimeSpan Parse(string s)',
      (s) => parsed(s),
      'TimeSpan.Parse("1.02:03:04").TotalSeconds // 93784d',
      'TimeSpan.Parse("x") // throws System.FormatException',
      'TimeSpan.Parse("25:00") // throws System.OverflowException',
    ),
    member(
      'static TimeSpan Parse(string input, IFormatProvider? formatProvider)',
      (input) => parsed(input),
      'TimeSpan.Parse("6", null).Days // 6',
    ),
    member(
      'static bool TryParse(string? s, out TimeSpan result)',
      (s, result) => {
        const ticks = s === null ? 'malformed' : parseTimeSpan(s);
        result.value = typeof ticks === 'bigint' ? new TimeSpan(ticks) : TimeSpan.zero;
        return typeof ticks === 'bigint';
      },
      'TimeSpan.TryParse("nope", out var span) // false',
    ),
    member(
      'static TimeSpan operator +(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => TimeSpan.ofTicks(t1.ticks + t2.ticks),
      '(TimeSpan.FromHours(1) + TimeSpan.FromHours(2)).TotalHours // 3d',
    ),
    member(
      'static TimeSpan operator -(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => TimeSpan.ofTicks(t1.ticks - t2.ticks),
      '(TimeSpan.FromHours(1) - TimeSpan.FromHours(2)).TotalHours // -1d',
    ),
    member(
      'static TimeSpan operator -(TimeSpan t)',
      (t) => TimeSpan.ofTicks(-t.ticks),
      '(-TimeSpan.FromHours(1)).TotalHours // -1d',
    ),
    member(
      'static TimeSpan operator +(TimeSpan t)',
      (t) => t,
      '(+TimeSpan.FromHours(1)).TotalHours // 1d',
    ),
    member(
      'static TimeSpan operator *(TimeSpan timeSpan, double factor)',
      scaled,
      '(TimeSpan.FromHours(1) * 2.5).TotalHours // 2.5',
    ),
    member(
      'static TimeSpan operator *(double factor, TimeSpan timeSpan)',
      (factor, timeSpan) => scaled(timeSpan, factor),
      '(2.5 * TimeSpan.FromHours(1)).TotalHours // 2.5',
    ),
    member(
      'static TimeSpan operator /(TimeSpan timeSpan, double divisor)',
      divided,
      '(TimeSpan.FromHours(1) / 2d).TotalMinutes // 30d',
    ),
    member(
      'static double operator /(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => Number(t1.ticks) / Number(t2.ticks),
      'TimeSpan.FromHours(1) / TimeSpan.FromMinutes(30) // 2d',
    ),
    member(
      'static bool operator ==(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks === t2.ticks,
      'TimeSpan.Zero == TimeSpan.FromDays(0) // true',
    ),
    member(
      'static bool operator !=(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks !== t2.ticks,
      'TimeSpan.Zero != TimeSpan.FromDays(0) // false',
    ),
    member(
      'static bool operator <(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks < t2.ticks,
      'TimeSpan.Zero < TimeSpan.MaxValue // true',
    ),
    member(
      'static bool operator <=(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks <= t2.ticks,
      'TimeSpan.Zero <= TimeSpan.Zero // true',
    ),
    member(
      'static bool operator >(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks > t2.ticks,
      'TimeSpan.Zero > TimeSpan.MaxValue // false',
    ),
    member(
      'static bool operator >=(TimeSpan t1, TimeSpan t2)',
      (t1, t2) => t1.ticks >= t2.ticks,
      'TimeSpan.Zero >= TimeSpan.Zero // true',
    ),
  ],
});

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareToObject(self: TimeSpan, value: unknown): number {
  if (value === null) return 1;
  if (!(value instanceof TimeSpan)) throw new ArgumentException('Object must be of type TimeSpan.');
  return compare(self.ticks, value.ticks);
}

function ofParts(
  days: number,
  hours: number,
  minutes: number,
  seconds: number,
  milliseconds: number,
): TimeSpan {
  const total =
    BigInt(days) * ticksPerDay + BigInt(hours) * ticksPerHour + BigInt(minutes) * ticksPerMinute;
  const ticks =
    total + BigInt(seconds) * ticksPerSecond + BigInt(milliseconds) * ticksPerMillisecond;
  if (ticks < timeSpanRange.min || ticks > timeSpanRange.max)
    throw new ArgumentOutOfRangeException(
      null,
      'TimeSpan overflowed because the duration is too long.',
    );
  return new TimeSpan(ticks);
}

/** @throws ArgumentException, OverflowException */
function scaled({ ticks }: TimeSpan, factor: number): TimeSpan {
  requireNumber(factor);
  return ofReal(Number(ticks) * factor);
}

/** @throws ArgumentException, OverflowException */
function divided({ ticks }: TimeSpan, divisor: number): TimeSpan {
  requireNumber(divisor);
  return ofReal(Number(ticks) / divisor);
}

function requireNumber(value: number): void {
  if (Number.isNaN(value))
    throw new ArgumentException('TimeSpan does not accept floating point Not-a-Number values.');
}

function ofReal(ticks: number): TimeSpan {
  const product = toEven(ticks);
  if (Number.isNaN(product) || Math.abs(product) > 2 ** 63)
    throw new OverflowException('TimeSpan overflowed because the duration is too long.');
  // The largest double that passes is one more than fits.
  return new TimeSpan(product === 2 ** 63 ? timeSpanRange.max : BigInt(product));
}

function textOf({ ticks }: TimeSpan, format: string): string {
  const text = formatTimeSpan(ticks, format);
  if (text === undefined) throw new FormatException('Input string was not in a correct format.');
  return text;
}

function parsed(text: string): TimeSpan {
  const ticks = parseTimeSpan(text);
  if (typeof ticks === 'bigint') return new TimeSpan(ticks);
  if (ticks === 'malformed')
    throw new FormatException(`String '${text}' was not recognized as a valid TimeSpan.`);
  throw new OverflowException(
    `The TimeSpan string '${text}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
  );
}
