/**
 * Which references are references of another type too: identity, implicit reference and boxing
 * conversions of C# 7.3, also used as the run-time type test.
 */
import { arrayInterfaces, basesOf, interfacesOf } from './hierarchy.ts';
import { isInterface, isReferenceType, isValueType } from './kinds.ts';
import { isSameType } from './NetType.ts';
import type { ArrayType, NamedType, NetType, TypeParameter } from './NetType.ts';

/** Whether a value of type `from` is, boxed if need be, a value of type `to`. */
export function isAssignable(from: NetType, to: NetType): boolean {
  return isSameType(from, to) || isReferenceAssignable(from, to) || isBoxable(from, to);
}

/** Whether there is an implicit reference conversion between two different types. */
export function isReferenceAssignable(from: NetType, to: NetType): boolean {
  if (!isReferenceType(from)) return false;
  if (to.kind === 'parameter') return from.kind === 'parameter' && dependsOn(from, to);
  if (isObject(to)) return true;
  if (!isReferenceType(to)) return false;
  return isSubtype(from, to);
}

/** Whether there is a boxing conversion; of a nullable it is that of its value. */
export function isBoxable(from: NetType, to: NetType): boolean {
  if (from.kind === 'parameter') return isParameterBoxable(from, to);
  if (!isValueType(from) || !isReferenceType(to) || from.kind !== 'named') return false;
  if (from.definition.fullName === 'System.Nullable') return isBoxable(from.args[0]!, to);
  return isObject(to) || isSubtype(from, to);
}

/** A type parameter of unknown kind converts to object and to its bounds. */
function isParameterBoxable(from: TypeParameter, to: NetType): boolean {
  if (isReferenceType(from)) return false;
  if (isObject(to) || dependsOn(from, to)) return true;
  return boundsOf(from).some((bound) => isAssignable(bound, to));
}

function isSubtype(from: NetType, to: NetType): boolean {
  if (from.kind === 'array') return isArraySubtype(from, to);
  if (from.kind === 'parameter') return boundsOf(from).some((bound) => isAssignable(bound, to));
  if (from.kind !== 'named' || to.kind !== 'named') return false;
  const supertypes = isInterface(to) ? [from, ...interfacesOf(from)] : basesOf(from);
  for (const supertype of supertypes) if (isVariant(supertype, to)) return true;
  return false;
}

function isArraySubtype(from: ArrayType, to: NetType): boolean {
  if (to.kind === 'array') {
    return from.rank === to.rank && isElementAssignable(from.element, to.element);
  }
  if (to.kind !== 'named') return false;
  if (to.definition.fullName === 'System.Array') return true;
  for (const supertype of arrayInterfaces(from, to.definition.registry)) {
    if (isVariant(supertype, to) || isListOfBase(supertype, to, from)) return true;
  }
  return false;
}

/** `string[]` is an `IList<object>` although IList<T> is invariant. */
function isListOfBase(supertype: NamedType, to: NamedType, from: ArrayType): boolean {
  const [element] = to.args;
  if (supertype.definition !== to.definition || !element) return false;
  return isElementAssignable(from.element, element);
}

/** Element types vary only between references: an `int[]` is no `object[]`. */
function isElementAssignable(from: NetType, to: NetType): boolean {
  return isSameType(from, to) || isReferenceAssignable(from, to);
}

/** Equal but for type arguments that the definition lets vary. */
function isVariant(from: NamedType, to: NamedType): boolean {
  if (from === to) return true;
  const { definition } = from;
  if (definition !== to.definition) return false;
  return from.args.every((arg, i) => {
    const other = to.args[i]!;
    if (isSameType(arg, other)) return true;
    const variance = definition.variance[i];
    if (variance === 'out') return isReferenceAssignable(arg, other);
    return variance === 'in' && isReferenceAssignable(other, arg);
  });
}

/** Whether a type parameter is bounded, perhaps through others, by another. */
function dependsOn(parameter: TypeParameter, other: NetType): boolean {
  return boundsOf(parameter).some(
    (bound) => bound === other || (bound.kind === 'parameter' && dependsOn(bound, other)),
  );
}

function boundsOf(parameter: TypeParameter): readonly NetType[] {
  return parameter.constraints?.types ?? [];
}

function isObject(type: NetType): boolean {
  return type.kind === 'named' && type.definition.fullName === 'System.Object';
}
