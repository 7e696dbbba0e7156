import { unbox, unboxAs } from '../../runtime/boxing.ts';
import { InvalidCastException, NullReferenceException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { canBeNull, isEnum, isNamed, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

/**
 * The cast of a boxed value that `Cast<T>` makes: references and unboxing, no number conversions.
 * @throws InvalidCastException, NullReferenceException
 */
export function castElement(value: unknown, type: NetType): unknown {
  if (isInstance(value, type)) return unboxAs(value, type);
  if (value === null || value === undefined) {
    if (canBeNull(type)) return null;
    throw new NullReferenceException();
  }
  const own = typeOf(value);
  if (own && isEnumOver(own, type)) return unbox(value);
  throw new InvalidCastException(
    `Unable to cast object of type '${own?.toString() ?? 'System.Object'}' to type '${type.toString()}'.`,
  );
}

/** Unboxing takes an enum for its number, and the number for the enum. */
function isEnumOver(own: NetType, type: NetType): boolean {
  const wanted = underlyingOf(type);
  const isInt32 = (some: NetType): boolean => isEnum(some) || isNamed(some, 'System.Int32');
  return (isEnum(own) || isEnum(wanted)) && isInt32(own) && isInt32(wanted);
}
