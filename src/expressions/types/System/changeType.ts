/** `Convert.ChangeType`: a boxed value as a value of a type that is only known at run time. */
import { box, unbox } from '../../runtime/boxing.ts';
import { isConvertible } from '../../runtime/Convertible.ts';
import { DBNull } from '../../runtime/DBNull.ts';
import { ArgumentException, InvalidCastException } from '../../runtime/exceptions.ts';
import { toText } from '../../runtime/toText.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { isEnum, isValueType } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { conversionTargets } from './conversionTargets.ts';
import type { ConversionTarget, Surroundings } from './conversionTargets.ts';
import { convertObject, sourceOf } from './convertValue.ts';
import { TypeCode } from './TypeCode.ts';

const targetsByName = new Map(
  conversionTargets.map((target) => [target.definition.fullName, target] as const),
);
const targetsByCode = new Map(conversionTargets.map((target) => [target.typeCode, target]));

/** The result is boxed. @throws InvalidCastException and what the conversion throws */
export function changeType(value: unknown, type: NetType, surroundings: Surroundings): unknown {
  if (value === null || value === undefined) {
    if (!isValueType(type)) return null;
    throw new InvalidCastException('Null object cannot be converted to a value type.');
  }
  const own = typeOf(value);
  if (!isSelfConverting(value)) {
    if (own === type) return value;
    throw new InvalidCastException('Object must implement IConvertible.');
  }
  const name = type.toString();
  const target = targetsByName.get(name);
  if (target) return boxed(value, target, surroundings);
  if (name === 'System.String') return toText(value, null, surroundings.culture);
  if (name === 'System.Object' || own === type) return value;
  throw new InvalidCastException(`Invalid cast from '${own?.toString()}' to '${name}'.`);
}

/** The result is boxed. @throws InvalidCastException, ArgumentException */
export function changeTypeByCode(
  value: unknown,
  typeCode: number,
  surroundings: Surroundings,
): unknown {
  const acceptsNull =
    typeCode === TypeCode.Empty || typeCode === TypeCode.String || typeCode === TypeCode.Object;
  if (value === null || value === undefined) {
    if (acceptsNull) return null;
    throw new InvalidCastException('Null object cannot be converted to a value type.');
  }
  if (!isSelfConverting(value)) {
    throw new InvalidCastException('Object must implement IConvertible.');
  }
  const target = targetsByCode.get(typeCode);
  if (target) return boxed(value, target, surroundings);
  switch (typeCode) {
    case TypeCode.String:
      return toText(value, null, surroundings.culture);
    case TypeCode.Object:
      return value;
    case TypeCode.DBNull:
      throw new InvalidCastException('Object cannot be cast to DBNull.');
    case TypeCode.Empty:
      throw new InvalidCastException('Object cannot be cast to Empty.');
    default:
      throw new ArgumentException('Unknown TypeCode value.');
  }
}

function isSelfConverting(value: NonNullable<unknown>): boolean {
  return isConvertible(value) || value instanceof DBNull || sourceOf(value) !== undefined;
}

function boxed(value: unknown, target: ConversionTarget, surroundings: Surroundings): unknown {
  return box(convertObject(value, target, surroundings), target.definition.construct());
}

/** `Convert.GetTypeCode` of a boxed value. */
export function typeCodeOf(value: unknown): number {
  if (value === null || value === undefined) return TypeCode.Empty;
  if (isConvertible(value)) return value.typeCode;
  if (value instanceof DBNull) return TypeCode.DBNull;
  const type = typeOf(value);
  if (type && isEnum(type)) return TypeCode.Int32;
  if (typeof unbox(value) === 'string') return TypeCode.String;
  return targetsByName.get(type?.toString() ?? '')?.typeCode ?? TypeCode.Object;
}
