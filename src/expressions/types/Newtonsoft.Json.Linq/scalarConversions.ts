/** The values that a token converts to, in the words of Newtonsoft's conversion operators. */
import { decodeBase64 } from '../../../lib/base64/base64.ts';
import { guidOfBytes } from '../../../lib/guid/guid.ts';
import { DotNetUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { parseTimeSpan } from '../../../lib/dotnet-time/timeSpanText.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { DateTimeOffset } from '../../runtime/DateTimeOffset.ts';
import { readDateTimeOffset } from '../../runtime/dateTexts.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, FormatException, OverflowException } from '../../runtime/exceptions.ts';
import { Guid } from '../../runtime/Guid.ts';
import { readGuid } from '../../runtime/readGuid.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { isBytes } from '../../runtime/json/valueTypeOf.ts';
import { newArray } from '../../runtime/newArray.ts';
import { TimeSpan } from '../../runtime/TimeSpan.ts';
import { toText } from '../../runtime/toText.ts';
import { SystemByte } from '../System/Byte.ts';
import { conversionTargets } from '../System/conversionTargets.ts';
import type { ConversionTarget } from '../System/conversionTargets.ts';
import { convertObject } from '../System/convertValue.ts';
import { createUri } from '../System/uriReading.ts';

const {
  Integer,
  Float,
  String,
  Comment,
  Raw,
  Boolean,
  Date,
  Bytes,
  TimeSpan: Span,
  Uri,
} = tokenTypes;

/** How a token's value becomes a value of one .NET type. */
export interface ScalarConversion {
  /** In C#: `int`, `DateTime`, `byte[]`. */
  readonly keyword: string;
  /** In messages: `Can not convert Object to Int32.` */
  readonly name: string;
  /** The full .NET name. */
  readonly fullName: string;
  readonly isReference?: boolean;
  /** Whether null becomes null where the type is a reference type. */
  readonly acceptsNull?: boolean;
  /** Tokens that have such a value. */
  readonly from: readonly number[];
  /** From the boxed value to the static representation. */
  convert(value: unknown, environment: Environment): unknown;
}

const numbers = [Integer, Float, String, Comment, Raw, Boolean];

const sources: Readonly<Partial<Record<string, readonly number[]>>> = {
  char: [Integer, Float, String, Comment, Raw],
  DateTime: [Date, String, Comment, Raw],
};

function ofTarget(target: ConversionTarget): ScalarConversion {
  const { keyword, name } = target;
  return {
    keyword,
    name,
    fullName: `System.${name}`,
    from: sources[keyword] ?? numbers,
    convert: (value, environment) => convertScalar(value, target, environment),
  };
}

function convertScalar(value: unknown, target: ConversionTarget, { world }: Environment): unknown {
  // By way of Int32, as Newtonsoft does.
  if (value instanceof BigInteger && target.name === 'Boolean') {
    if (value.value !== BigInt.asIntN(32, value.value)) throw new OverflowException();
    return value.value !== 0n;
  }
  if (value instanceof BigInteger && target.conversions.integer)
    return target.conversions.integer(value.value);
  if (value instanceof DateTimeOffset && target.name === 'DateTime') return value.clock;
  return convertObject(value, target, { culture: invariantCulture, world });
}

const others: readonly ScalarConversion[] = [
  {
    keyword: 'string',
    name: 'String',
    fullName: 'System.String',
    isReference: true,
    acceptsNull: true,
    from: [Date, Integer, Float, String, Comment, Raw, Boolean, Bytes, tokenTypes.Guid, Span, Uri],
    convert: textOf,
  },
  {
    keyword: 'DateTimeOffset',
    name: 'DateTimeOffset',
    fullName: 'System.DateTimeOffset',
    from: [Date, String, Comment, Raw],
    convert: toDateTimeOffset,
  },
  {
    keyword: 'TimeSpan',
    name: 'TimeSpan',
    fullName: 'System.TimeSpan',
    from: [String, Comment, Raw, Span],
    convert: (value) => (value instanceof TimeSpan ? value : spanOf(textOf(value))),
  },
  {
    keyword: 'Guid',
    name: 'Guid',
    fullName: 'System.Guid',
    from: [String, Comment, Raw, tokenTypes.Guid, Bytes],
    convert: toGuid,
  },
  {
    keyword: 'byte[]',
    name: 'byte array',
    fullName: 'System.Byte[]',
    isReference: true,
    from: [Bytes, String, Comment, Raw, Integer],
    convert: toBytes,
  },
  {
    keyword: 'Uri',
    name: 'Uri',
    fullName: 'System.Uri',
    isReference: true,
    acceptsNull: true,
    from: [String, Comment, Raw, Uri],
    convert: (value) =>
      value instanceof DotNetUri ? value : createUri(textOf(value), absoluteKind),
  },
];

export const scalarConversions: readonly ScalarConversion[] = [
  ...conversionTargets.map(ofTarget),
  ...others,
];

export const scalarsByName: ReadonlyMap<string, ScalarConversion> = new Map(
  scalarConversions.map((conversion) => [conversion.fullName, conversion]),
);

function textOf(value: unknown): string {
  return isBytes(value) ? Buffer.from(value.items).toString('base64') : toText(value);
}

/** A text must be one of an absolute URI. */
const absoluteKind = 1;

function toDateTimeOffset(value: unknown, { world }: Environment): DateTimeOffset {
  if (value instanceof DateTimeOffset) return value;
  if (value instanceof DateTime) return DateTimeOffset.of(value, 0);
  return readDateTimeOffset(textOf(value), invariantCulture, 0, world);
}

function spanOf(text: string): TimeSpan {
  const ticks = parseTimeSpan(text);
  if (typeof ticks === 'bigint') return new TimeSpan(ticks);
  if (ticks === 'malformed') {
    throw new FormatException(`String '${text}' was not recognized as a valid TimeSpan.`);
  }
  throw new OverflowException(
    `The TimeSpan string '${text}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
  );
}

function toGuid(value: unknown): Guid {
  if (value instanceof Guid) return value;
  if (isBytes(value)) {
    if (value.items.length === 16) return new Guid(guidOfBytes(value.items));
    throw new ArgumentException('Byte array for Guid must be exactly 16 bytes long.', 'b');
  }
  return readGuid(textOf(value));
}

function toBytes(value: unknown): unknown {
  if (isBytes(value)) return value;
  if (value instanceof BigInteger || typeof value !== 'string')
    throw new ArgumentException('Can not convert Integer to byte array.');
  const bytes = decodeBase64(value);
  if (!bytes) {
    throw new FormatException(
      'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
    );
  }
  return newArray(SystemByte.construct(), bytes);
}
