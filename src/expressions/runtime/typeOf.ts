import { definitionOfConstructor } from '../typeSystem/TypeDefinition.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { Box } from './Box.ts';
import { Composite } from './Composite.ts';
import { delegateTypeOf } from './delegates.ts';
import type { DelegateFunction } from './delegates.ts';
import { NetArray } from './NetArray.ts';

/** An instance of a generic type carries its type arguments. */
export interface GenericInstance {
  readonly typeArguments: readonly NetType[];
}

/**
 * The run-time type of a boxed value that is not null; undefined of host objects that only have
 * a static type (such as the `context` tree).
 */
export function typeOf(value: NonNullable<unknown>): NetType | undefined {
  if (value instanceof Box) return value.type;
  if (value instanceof NetArray) return value.elementType.arrayOf(value.lengths.length);
  if (value instanceof Composite) return value.type;
  if (typeof value === 'function') return delegateTypeOf(value as DelegateFunction);
  const definition = definitionOfConstructor(value.constructor);
  if (!definition) return undefined;
  if (definition.parameters.length === 0) return definition.construct();
  return definition.construct((value as GenericInstance).typeArguments);
}
