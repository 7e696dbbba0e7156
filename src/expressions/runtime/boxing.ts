import { isValueType, underlyingOf } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { Box } from './Box.ts';

/** Types whose values tell their own .NET type, see Box. */
const ownBoxes = new Set(['System.Int32', 'System.Int64', 'System.Boolean', 'System.String']);

/** Whether the static representation of a type differs from its boxed form. */
export function needsBox(type: NetType): boolean {
  const own = underlyingOf(type);
  if (own.kind !== 'named') return false;
  const { definition } = own;
  return definition.representation !== 'object' && !ownBoxes.has(definition.fullName);
}

/**
 * The conversion of `type` to `object`: from the static representation to the boxed form. A boxed
 * nullable is null or its boxed value.
 */
export function box(value: unknown, type: NetType): unknown {
  if (value === null || !needsBox(type)) return value;
  return new Box(underlyingOf(type), value as number | bigint);
}

/**
 * From the boxed form to the static representation of `type`, of which the value is known to be: a
 * number that stays an object keeps its box.
 */
export function unboxAs(value: unknown, type: NetType): unknown {
  return isValueType(type) ? unbox(value) : value;
}

/** From the boxed form to the static representation of the value's own type. */
export function unbox(value: unknown): unknown {
  return value instanceof Box ? value.value : value;
}
