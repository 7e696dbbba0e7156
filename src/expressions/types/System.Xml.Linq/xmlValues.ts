/** Texts as values: the explicit conversions of XElement and XAttribute, by XmlConvert's rules. */
import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { parseFloat, parseSingle } from '../../../lib/dotnet-format/parseNumber.ts';
import {
  ticksOfDate,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
} from '../../../lib/dotnet-time/ticks.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { readDateTime } from '../../runtime/dateTexts.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { FormatException, OverflowException } from '../../runtime/exceptions.ts';
import type { Guid } from '../../runtime/Guid.ts';
import { readGuid } from '../../runtime/readGuid.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { decimalFrom } from '../System/decimalTexts.ts';
import { integerKinds } from '../System/integerKinds.ts';
import type { IntegerKind } from '../System/integerKinds.ts';
import { integerOf, parsed } from '../System/numberTexts.ts';

/** One conversion: `(int)element`. */
export interface XmlValue {
  /** In C#: `int`, `DateTime`. */
  readonly keyword: string;
  /** A text and the C# of its value. */
  readonly example: readonly [text: string, value: string];
  /** From the text to the static representation. @throws FormatException, OverflowException */
  read(text: string, environment: Environment): unknown;
}

const floatStyles = NumberStyles.Float;
const decimalStyles =
  NumberStyles.AllowLeadingSign |
  NumberStyles.AllowDecimalPoint |
  NumberStyles.AllowLeadingWhite |
  NumberStyles.AllowTrailingWhite;

/** `DateTimeStyles.RoundtripKind` */
const roundtripKind = 128;

export const xmlValues: readonly XmlValue[] = [
  { keyword: 'bool', example: ['TRUE', 'true'], read: toBoolean },
  integer(integerKinds.int),
  integer(integerKinds.uint),
  integer(integerKinds.long),
  integer(integerKinds.ulong),
  {
    keyword: 'float',
    example: ['1.5', '1.5f'],
    read: (text) =>
      toReal(
        text,
        (value) => parseSingle(value, floatStyles, invariantCulture.numberFormat),
        'a Single',
      ),
  },
  {
    keyword: 'double',
    example: ['1.5e3', '1500.0'],
    read: (text) =>
      toReal(
        text,
        (value) => parseFloat(value, floatStyles, invariantCulture.numberFormat),
        'a Double',
      ),
  },
  {
    keyword: 'decimal',
    example: ['1.50', '1.50m'],
    read: (text) => decimalFrom(text, decimalStyles, invariantCulture),
  },
  {
    keyword: 'DateTime',
    example: ['2024-01-02T03:04:05Z', 'new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)'],
    read: toDateTime,
  },
  {
    keyword: 'DateTimeOffset',
    example: [
      '2024-01-02T03:04:05+01:00',
      'new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))',
    ],
    read: toDateTimeOffset,
  },
  { keyword: 'TimeSpan', example: ['PT1H30M', 'new TimeSpan(1, 30, 0)'], read: toTimeSpan },
  {
    keyword: 'Guid',
    example: [
      '00112233-4455-6677-8899-aabbccddeeff',
      'new Guid("00112233-4455-6677-8899-aabbccddeeff")',
    ],
    read: toGuid,
  },
];

/** What has no sign takes none. */
function integer(kind: IntegerKind): XmlValue {
  const sign = kind.minimum < 0n ? NumberStyles.AllowLeadingSign : NumberStyles.None;
  const styles = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | sign;
  return {
    keyword: kind.keyword,
    example: [' 7 ', `(${kind.keyword})7`],
    read: (text) => integerOf(text, kind, styles, invariantCulture),
  };
}

/** White space of XML, which is less than that of .NET. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** Letters of any case, as XElement lowers them first. */
function toBoolean(text: string): boolean {
  const word = trimmed(text.toLowerCase());
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw notA('Boolean', text);
}

function toReal(
  text: string,
  parse: (text: string) => Parameters<typeof parsed<number>>[0],
  called: string,
): number {
  const word = trimmed(text);
  if (word === 'INF') return Infinity;
  if (word === '-INF') return -Infinity;
  const value = parsed(parse(text), called);
  return value === 0 && word.startsWith('-') ? -0 : value;
}

function toDateTime(text: string, { world }: Environment): DateTime {
  return readDateTime(text, invariantCulture, roundtripKind, world);
}

// XML Schema's dateTime, date, gYearMonth and gYear, each with or without a zone.
const xsdDate =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.(?<fraction>\d+))?)?)?)?(?:Z|(?<sign>[+-])(?<zoneHour>\d\d):(?<zoneMinute>\d\d))?$/;

function toDateTimeOffset(text: string): DateTimeOffset {
  const groups = xsdDate.exec(trimmed(text))?.groups;
  if (!groups) throw notA('AllXsd', text);
  const number = (name: string, otherwise = 0): number => Number(groups[name] ?? otherwise);
  const ticks = ticksOfDate(number('year'), number('month', 1), number('day', 1), {
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  });
  const zone = number('zoneHour') * 60 + number('zoneMinute');
  if (ticks === undefined || zone > 14 * 60 || number('zoneMinute') > 59)
    throw notA('AllXsd', text);
  const fraction = BigInt((groups.fraction ?? '').slice(0, 7).padEnd(7, '0'));
  return DateTimeOffset.of(DateTime.ofTicks(ticks + fraction), groups.sign === '-' ? -zone : zone);
}

// XML Schema's duration. Something must follow the P, and the T.
const xsdDuration =
  /^(?<sign>-)?P(?=.)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)(?:\.(?<fraction>\d+))?S)?)?$/;

const longest = 2n ** 63n;

/** A year has 365 days, a month 30. */
function toTimeSpan(text: string): TimeSpan {
  const word = trimmed(text);
  const groups = word.length > 200 ? undefined : xsdDuration.exec(word)?.groups;
  if (!groups) throw notA('TimeSpan', text);
  const part = (name: string, ticks: bigint): bigint => BigInt(groups[name] ?? 0) * ticks;
  const size =
    part('years', 365n * ticksPerDay) +
    part('months', 30n * ticksPerDay) +
    part('days', ticksPerDay) +
    part('hours', ticksPerHour) +
    part('minutes', ticksPerMinute) +
    part('seconds', ticksPerSecond) +
    BigInt((groups.fraction ?? '').slice(0, 7).padEnd(7, '0'));
  const ticks = groups.sign ? -size : size;
  if (ticks < -longest || ticks >= longest) {
    throw new OverflowException(`The string '${text}' is too large or too small for a TimeSpan.`);
  }
  return new TimeSpan(ticks);
}

function toGuid(text: string): Guid {
  return readGuid(text);
}

function notA(type: string, text: string): FormatException {
  return new FormatException(`The string '${text}' is not a valid ${type} value.`);
}
