/** The tuples that Zip and Index yield. */
import { ValueTuple } from '../../runtime/ValueTuple.ts';
import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import { valueTupleTypes } from '../System/ValueTuple.ts';

export function tupleType(types: readonly NetType[]): NamedType {
  const definition = valueTupleTypes[types.length - 1];
  if (!definition) throw new Error('no tuple has so many elements');
  return definition.construct(types);
}

export function newTuple(type: NamedType, items: readonly unknown[]): ValueTuple {
  return new ValueTuple(type, items);
}
