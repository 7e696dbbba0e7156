import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemObject } from '../System/Object.ts';

/** A type of this namespace, for the declarations that its own is made of. */
export function xmlType(name: 'XAttribute' | 'XElement' | 'XNode'): NetType {
  return SystemObject.registry.named(`System.Xml.Linq.${name}`);
}
