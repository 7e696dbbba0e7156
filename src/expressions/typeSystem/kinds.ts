/** Questions about types that C# rules ask again and again. */
import type { NamedType, NetType } from './NetType.ts';

declare const found: unique symbol;

/**
 * What a guard finds. The mark exists for TypeScript only: without it the compiler would conclude from
 * a guard that fails that the type is not named at all.
 */
export type Found = NamedType & { readonly [found]: true };

export function isNamed(type: NetType, fullName: string): type is Found {
  return type.kind === 'named' && type.definition.fullName === fullName;
}

export function isNullable(type: NetType): type is Found {
  return isNamed(type, 'System.Nullable');
}

/** `T` of `T?`; other types as they are. */
export function underlyingOf(type: NetType): NetType {
  return isNullable(type) ? type.args[0]! : type;
}

export function isEnum(type: NetType): type is Found {
  return type.kind === 'named' && type.definition.kind === 'enum';
}

export function isDelegate(type: NetType): type is Found {
  return type.kind === 'named' && type.definition.kind === 'delegate';
}

export function isInterface(type: NetType): type is Found {
  return type.kind === 'named' && type.definition.kind === 'interface';
}

export function isTuple(type: NetType): type is Found {
  return isNamed(type, 'System.ValueTuple') && type.args.length > 0;
}

export function isVoid(type: NetType): boolean {
  return type.kind === 'special' && type.name === 'void';
}

export function isError(type: NetType): boolean {
  return type.kind === 'special' && type.name === 'error';
}

/** A struct or an enum, or a type parameter with the `struct` constraint. */
export function isValueType(type: NetType): boolean {
  if (type.kind === 'parameter') return type.constraints?.isStruct === true;
  return type.kind === 'named' && type.definition.isValueType;
}

/** A value type of which `T?` can be made. */
export function isNonNullableValueType(type: NetType): boolean {
  return isValueType(type) && !isNullable(type);
}

/** A class, interface, delegate or array, or a type parameter known to be one. */
export function isReferenceType(type: NetType): boolean {
  if (type.kind === 'array') return true;
  if (type.kind === 'parameter') return isReferenceParameter(type);
  return type.kind === 'named' && !type.definition.isValueType;
}

function isReferenceParameter(type: NetType & { readonly kind: 'parameter' }): boolean {
  const { constraints } = type;
  if (!constraints) return false;
  return (
    constraints.isClass ||
    constraints.types.some((bound) => isReferenceType(bound) && !isInterface(bound))
  );
}

/** Whether null can be a value of the type. */
export function canBeNull(type: NetType): boolean {
  return isReferenceType(type) || isNullable(type);
}

/** Whether a type holds a type parameter anywhere. */
export function isOpen(type: NetType): boolean {
  if (type.kind === 'parameter') return true;
  if (type.kind === 'array') return isOpen(type.element);
  return type.kind === 'named' && type.args.some(isOpen);
}
