import { isNonNullableValueType } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';

/** `default(T)` in the static representation of T. */
export function defaultOf(type: NetType): unknown {
  if (type.kind !== 'named' || !isNonNullableValueType(type)) return null;
  const { definition, args } = type;
  switch (definition.representation) {
    case 'number':
      return 0;
    case 'bigint':
      return 0n;
    case 'boolean':
      return false;
    default: {
      const zero = definition.declaration.behaviour?.zero?.(args);
      if (zero === undefined) throw new Error(`${definition.fullName} declares no zero`);
      return zero;
    }
  }
}
