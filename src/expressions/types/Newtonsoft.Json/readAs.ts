/**
 * Newtonsoft's ReadAsString, ReadAsInt32 and so on: what a token is when a certain kind is asked for.
 * Where Newtonsoft 6 and 13 differ (`true` as text is `True` or `true`, 1.0 is `1` or `1.0`), this
 * is 6, as the texts that real C# gave us are.
 */
import { decodeBase64 } from '../../../lib/base64/base64.ts';
import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { readErrorAt } from '../../../lib/newtonsoft/JsonReader.ts';
import type { JsonReadError } from '../../../lib/newtonsoft/JsonReadError.ts';
import { JsonToken, tokenName } from '../../../lib/newtonsoft/JsonToken.ts';
import { readDate } from '../../../lib/newtonsoft/readDate.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { dateStyles } from '../../../lib/dotnet-dates/dateStyles.ts';
import { tryReadDateTime, tryReadDateTimeOffset } from '../../runtime/dateTexts.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { FormatException, NetException, OverflowException } from '../../runtime/exceptions.ts';
import { newArray } from '../../runtime/newArray.ts';
import { toText } from '../../runtime/toText.ts';
import { SystemByte } from '../System/Byte.ts';
import { changeType } from '../System/changeType.ts';
import type { Surroundings } from '../System/conversionTargets.ts';
import { decimalFrom } from '../System/decimalTexts.ts';
import { SystemDecimal } from '../System/Decimal.ts';
import { SystemInt32 } from '../System/Int32.ts';
import type { DeserializationSource } from './DeserializationSource.ts';

/** What can be asked for; every other type is read as it comes. */
export type ReadKind = 'String' | 'Int32' | 'Decimal' | 'DateTime' | 'DateTimeOffset' | 'Bytes';

const titles: Readonly<Record<ReadKind, string>> = {
  String: 'string',
  Int32: 'integer',
  Decimal: 'decimal',
  DateTime: 'date',
  DateTimeOffset: 'date',
  Bytes: 'bytes',
};

/** False when there is nothing more. @throws JsonReadError, FormatException */
export function readAs(
  source: DeserializationSource,
  kind: ReadKind,
  environment: Environment,
): boolean {
  do {
    const isThere =
      kind === 'Int32' || kind === 'Decimal' ? source.read() : source.readWithoutDates();
    if (!isThere) return false;
  } while (source.token === JsonToken.Comment);
  if (source.token === JsonToken.Null || source.token === JsonToken.EndArray) return true;
  const isTaken = takers[kind](source, environment);
  if (isTaken) return true;
  const token = tokenName(source.token);
  throw readErrorAt(source, `Error reading ${titles[kind]}. Unexpected token: ${token}.`);
}

type Taker = (source: DeserializationSource, environment: Environment) => boolean;

const takers: Readonly<Record<ReadKind, Taker>> = {
  String: takeText,
  Int32: takeInteger,
  Decimal: takeDecimal,
  DateTime: takeDateTime,
  DateTimeOffset: takeDateTimeOffset,
  Bytes: takeBytes,
};

function takeText(source: DeserializationSource): boolean {
  switch (source.token) {
    case JsonToken.Integer:
    case JsonToken.Float:
    case JsonToken.Boolean:
    case JsonToken.Date:
    case JsonToken.Undefined:
      if (source.value !== null) source.becomes(JsonToken.String, toText(source.value));
      return true;
    case JsonToken.String:
      source.becomes(JsonToken.String, toText(source.value));
      return true;
    default:
      return false;
  }
}

function takeInteger(source: DeserializationSource, environment: Environment): boolean {
  switch (source.token) {
    case JsonToken.Integer:
    case JsonToken.Float:
      source.becomes(JsonToken.Integer, integerOf(source, environment));
      return true;
    case JsonToken.String:
      return takeParsed(source, 'integer', JsonToken.Integer, (text) =>
        changeType(text, SystemInt32.construct(), surroundings(environment)),
      );
    default:
      return false;
  }
}

function integerOf(source: DeserializationSource, environment: Environment): unknown {
  const { numberText, value, token } = source;
  if (numberText !== undefined && token === JsonToken.Float)
    throw readErrorAt(source, `Input string '${numberText}' is not a valid integer.`);
  try {
    return changeType(value, SystemInt32.construct(), surroundings(environment));
  } catch (error) {
    if (numberText === undefined || !(error instanceof NetException)) throw error;
    const message = `JSON integer ${numberText} is too large or small for an Int32.`;
    throw readErrorAt(source, message);
  }
}

function takeDecimal(source: DeserializationSource, environment: Environment): boolean {
  const { numberText, value, token } = source;
  if (token === JsonToken.String) {
    return takeParsed(source, 'decimal', JsonToken.Float, (text) =>
      decimalFrom(text, NumberStyles.Number, invariantCulture),
    );
  }
  if (token !== JsonToken.Integer && token !== JsonToken.Float) return false;
  if (numberText === undefined) {
    const type = SystemDecimal.construct();
    source.becomes(JsonToken.Float, changeType(value, type, surroundings(environment)));
    return true;
  }
  try {
    source.becomes(JsonToken.Float, decimalFrom(numberText, NumberStyles.Float, invariantCulture));
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    throw readErrorAt(source, `Input string '${numberText}' is not a valid decimal.`);
  }
  return true;
}

/** A text in another type's form; an empty one is null. */
function takeParsed(
  source: DeserializationSource,
  title: string,
  token: number,
  parse: (text: string) => unknown,
): boolean {
  const text = toText(source.value);
  if (text === '') {
    source.becomes(JsonToken.Null, null);
    return true;
  }
  try {
    source.becomes(token, parse(text));
  } catch (error) {
    if (error instanceof NetException) throw notConverted(source, title, text);
    throw error;
  }
  return true;
}

function notConverted(source: DeserializationSource, title: string, text: string): JsonReadError {
  return readErrorAt(source, `Could not convert string to ${title}: ${text}.`);
}

function takeDateTime(source: DeserializationSource, { world }: Environment): boolean {
  const { token, value } = source;
  if (token === JsonToken.String) {
    return takeParsed(source, 'DateTime', JsonToken.Date, (text) => {
      const json = readDate(text);
      if (json) return new DateTime(json.ticks, kinds[json.kind]);
      return (
        tryReadDateTime(text, invariantCulture, dateStyles.roundtripKind, world) ?? malformed()
      );
    });
  }
  if (token !== JsonToken.Date) return false;
  if (value instanceof DateTimeOffset) source.becomes(JsonToken.Date, value.clock);
  return true;
}

function takeDateTimeOffset(source: DeserializationSource, { world }: Environment): boolean {
  const { token, value } = source;
  if (token === JsonToken.String) {
    return takeParsed(
      source,
      'DateTimeOffset',
      JsonToken.Date,
      (text) => tryReadDateTimeOffset(text, invariantCulture, 0, world) ?? malformed(),
    );
  }
  if (token !== JsonToken.Date) return false;
  if (value instanceof DateTime) source.becomes(JsonToken.Date, DateTimeOffset.of(value, 0));
  return true;
}

function malformed(): never {
  throw new FormatException();
}

function takeBytes(source: DeserializationSource): boolean {
  switch (source.token) {
    case JsonToken.String:
      source.becomes(JsonToken.Bytes, newArray(SystemByte.construct(), bytesOf(source.value)));
      return true;
    case JsonToken.StartArray:
      source.becomes(JsonToken.Bytes, newArray(SystemByte.construct(), readBytes(source)));
      return true;
    default:
      return source.token === JsonToken.Bytes;
  }
}

function bytesOf(value: unknown): Uint8Array {
  const bytes = decodeBase64(toText(value));
  if (bytes) return bytes;
  throw new FormatException(
    'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  );
}

/** The numbers of an array whose start was read. */
function readBytes(source: DeserializationSource): Uint8Array {
  const bytes: number[] = [];
  while (source.read()) {
    if (source.token === JsonToken.EndArray) return Uint8Array.from(bytes);
    if (source.token === JsonToken.Comment) continue;
    if (source.token !== JsonToken.Integer) {
      const token = tokenName(source.token);
      throw readErrorAt(source, `Unexpected token when reading bytes: ${token}.`);
    }
    bytes.push(byteOf(source));
  }
  throw readErrorAt(source, 'Unexpected end when reading bytes.');
}

function byteOf({ value }: DeserializationSource): number {
  const number = typeof value === 'bigint' ? value : -1n;
  if (number >= 0n && number <= 255n) return Number(number);
  throw new OverflowException('Value was either too large or too small for an unsigned byte.');
}

function surroundings({ world }: Environment): Surroundings {
  return { culture: invariantCulture, world };
}
