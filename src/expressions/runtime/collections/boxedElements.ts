/**
 * The elements of a typed collection as `object`s, for its interfaces without type arguments.
 * Collections without an element type hold references, whose boxed form is themselves.
 */
import { canBeNull, isEnum } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { Box } from '../Box.ts';
import { box, unboxAs } from '../boxing.ts';
import { ArgumentException, ArgumentNullException } from '../exceptions.ts';
import { isInstance } from '../isInstance.ts';
import { elementTypeOf } from '../iterate.ts';
import { toText } from '../toText.ts';

export function boxElement(value: unknown, collection: object): NonNullable<unknown> | null {
  const type = elementTypeOf(collection);
  return (type ? box(value, type) : value) ?? null;
}

/** Whether a boxed value can be an element. */
export function isElement(value: unknown, collection: object): boolean {
  const type = elementTypeOf(collection);
  return type === undefined || isInstanceOrNull(value, type);
}

/** @throws ArgumentException when the value cannot be an element */
export function unboxElement(value: unknown, collection: object): unknown {
  const type = elementTypeOf(collection);
  return type ? unboxArgument(value, type, 'value') : value;
}

/** From `object` to the static representation of `type`. @throws ArgumentException */
export function unboxArgument(value: unknown, type: NetType, parameter: string): unknown {
  if (isInstanceOrNull(value, type)) return unboxAs(value, type);
  // An enum and the numbers it counts in can be unboxed as each other.
  if (value instanceof Box && isEnum(value.type) && type.toString() === 'System.Int32')
    return value.value;
  if (isEnum(type) && typeof value === 'number') return value;
  if (value === null) throw new ArgumentNullException(parameter);
  throw new ArgumentException(
    `The value "${toText(value)}" is not of type "${type.toString()}" and cannot be used in this generic collection.`,
    parameter,
  );
}

function isInstanceOrNull(value: unknown, type: NetType): boolean {
  return value === null ? canBeNull(type) : isInstance(value, type);
}
