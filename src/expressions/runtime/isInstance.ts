import { isAssignable } from '../typeSystem/assignability.ts';
import { underlyingOf } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { typeOf } from './typeOf.ts';

/** The C# test `value is T` of a boxed value; null is an instance of nothing. */
export function isInstance(value: unknown, type: NetType): boolean {
  if (value === null || value === undefined) return false;
  const own = typeOf(value);
  const wanted = underlyingOf(type);
  if (own === wanted) return true;
  return own !== undefined && isAssignable(own, wanted);
}
