import { unbox } from '../../runtime/boxing.ts';
import { InvalidCastException, NullReferenceException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { canBeNull } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

/**
 * The cast of a boxed value that `Cast<T>` makes: references and unboxing, no number conversions.
 * @throws InvalidCastException, NullReferenceException
 */
export function castElement(value: unknown, type: NetType): unknown {
  if (isInstance(value, type)) return unbox(value);
  if (value === null || value === undefined) {
    if (canBeNull(type)) return null;
    throw new NullReferenceException();
  }
  const own = typeOf(value)?.toString() ?? 'System.Object';
  throw new InvalidCastException(
    `Unable to cast object of type '${own}' to type '${type.toString()}'.`,
  );
}
