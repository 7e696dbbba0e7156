import { Sequence } from '../../runtime/Sequence.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

/** A sequence whose elements the generator makes, anew for each enumeration. */
export function lazy(elementType: NetType, start: () => Iterator<unknown>): Sequence {
  return new Sequence(elementType, start);
}
