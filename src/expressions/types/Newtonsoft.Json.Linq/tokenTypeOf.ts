import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemObject } from '../System/Object.ts';

/** `JToken`, for the declarations that JToken's own is made of. */
export function tokenType(): NetType {
  return SystemObject.registry.named('Newtonsoft.Json.Linq.JToken');
}
