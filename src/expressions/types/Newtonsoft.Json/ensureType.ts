import { box } from '../../runtime/boxing.ts';
import { Box } from '../../runtime/Box.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { InvalidCastException, NetException, OverflowException } from '../../runtime/exceptions.ts';
import { DateTime } from '../../runtime/DateTime.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { BigInteger } from '../../runtime/json/BigInteger.ts';
import { isBytes } from '../../runtime/json/valueTypeOf.ts';
import { keyText } from '../../runtime/json/keyText.ts';
import { parseEnum } from '../../runtime/parseEnum.ts';
import { canBeNull, isEnum, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import { scalarsByName } from '../Newtonsoft.Json.Linq/scalarConversions.ts';
import { changeType } from '../System/changeType.ts';
import type { Deserializer } from './deserialize.ts';

/** A boxed value as a boxed value of a type. @throws JsonSerializationException */
export function ensureType(value: unknown, type: NetType, reader: Deserializer): unknown {
  if (value === null || value === undefined) {
    if (canBeNull(type)) return null;
    throw notConverted(value, type, reader);
  }
  const wanted = underlyingOf(type);
  if (isInstance(value, wanted)) return value;
  try {
    return converted(value, wanted, reader);
  } catch (error) {
    if (error instanceof NetException) throw notConverted(value, type, reader);
    throw error;
  }
}

function notConverted(value: unknown, type: NetType, reader: Deserializer): NetException {
  return reader.fail(`Error converting value ${keyText(value)} to type '${type.toString()}'.`);
}

function converted(value: NonNullable<unknown>, type: NetType, reader: Deserializer): unknown {
  if (isEnum(type)) return new Box(type, enumOf(value, type));
  const scalar = scalarsByName.get(type.toString());
  if (!scalar) throw new InvalidCastException();
  if (convertibleTypes.has(scalar.fullName)) {
    if (value instanceof BigInteger) return box(scalar.convert(value, reader.environment), type);
    return changeType(value, type, { culture: invariantCulture, world: reader.environment.world });
  }
  // What has a form as text; beside it dates become dates with offset, and bytes a Guid.
  if (typeof value !== 'string' && !(value instanceof DateTime) && !isBytes(value))
    throw new InvalidCastException();
  return box(scalar.convert(value, reader.environment), type);
}

/** What System.Convert converts into; the rest has a form as text. */
const convertibleTypes = new Set(
  [...scalarsByName.values()]
    .filter(({ isReference, fullName }) => !isReference || fullName === 'System.String')
    .map(({ fullName }) => fullName)
    .filter((name) => !/\.(Guid|TimeSpan|DateTimeOffset)$/.test(name)),
);

/** Of a name or an integer. */
function enumOf(value: NonNullable<unknown>, type: NamedType): number {
  if (typeof value === 'string') return parseEnum(value, type.definition, true);
  if (typeof value !== 'number' && typeof value !== 'bigint') throw new InvalidCastException();
  return fromInt64(value);
}

/** @throws OverflowException */
export function fromInt64(value: number | bigint): number {
  if (value >= -(2 ** 31) && value < 2 ** 31) return Number(value);
  throw new OverflowException('Value was either too large or too small for an Int32.');
}
