import { Decimal } from '../../../lib/decimal/Decimal.ts';
import { Box } from '../Box.ts';
import { DateTime } from '../DateTime.ts';
import { DateTimeOffset } from '../DateTimeOffset.ts';
import { DBNull } from '../DBNull.ts';
import { ArgumentException } from '../exceptions.ts';
import { Guid } from '../Guid.ts';
import { NetArray } from '../NetArray.ts';
import { TimeSpan } from '../TimeSpan.ts';
import { typeOf } from '../typeOf.ts';
import { BigInteger } from './BigInteger.ts';
import { tokenTypes } from './tokenTypes.ts';

const boxTypes: Readonly<Record<string, number>> = {
  'System.Byte': tokenTypes.Integer,
  'System.Int16': tokenTypes.Integer,
  'System.SByte': tokenTypes.Integer,
  'System.UInt16': tokenTypes.Integer,
  'System.UInt32': tokenTypes.Integer,
  'System.UInt64': tokenTypes.Integer,
  'System.Double': tokenTypes.Float,
  'System.Single': tokenTypes.Float,
  'System.Uri': tokenTypes.Uri,
};

/** Token types that a text keeps. */
const textTypes: readonly number[] = [tokenTypes.Comment, tokenTypes.String, tokenTypes.Raw];

/**
 * The token type of a boxed value; of a text it may be that of the token that holds it.
 * @throws ArgumentException when JSON has no such value
 */
export function valueTypeOf(value: unknown, current: number = tokenTypes.String): number {
  switch (typeof value) {
    case 'string':
      return textTypes.includes(current) ? current : tokenTypes.String;
    case 'number':
    case 'bigint':
      return tokenTypes.Integer;
    case 'boolean':
      return tokenTypes.Boolean;
    default:
      return objectType(value);
  }
}

function objectType(value: unknown): number {
  if (value === null || value === undefined || value instanceof DBNull) return tokenTypes.Null;
  if (value instanceof BigInteger) return tokenTypes.Integer;
  if (value instanceof Decimal) return tokenTypes.Float;
  if (value instanceof DateTime || value instanceof DateTimeOffset) return tokenTypes.Date;
  if (value instanceof Guid) return tokenTypes.Guid;
  if (value instanceof TimeSpan) return tokenTypes.TimeSpan;
  if (isBytes(value)) return tokenTypes.Bytes;
  const type = typeOf(value);
  const known = boxTypes[type?.toString() ?? ''];
  if (known !== undefined) return known;
  const isEnum = value instanceof Box && type?.kind === 'named' && type.definition.kind === 'enum';
  if (isEnum) return tokenTypes.Integer;
  throw new ArgumentException(
    `Could not determine JSON object type for type ${type?.toString() ?? 'System.Object'}.`,
  );
}

/** Whether a value is a `byte[]`. */
export function isBytes(value: unknown): value is NetArray & { readonly items: Uint8Array } {
  return value instanceof NetArray && value.items instanceof Uint8Array;
}
