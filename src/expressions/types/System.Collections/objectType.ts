import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemObject } from '../System/Object.ts';

/** `object`: the element type of the collections without type arguments. */
export function objectType(): NetType {
  return SystemObject.construct();
}
