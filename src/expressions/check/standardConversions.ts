/** Conversions between types without user-defined operators: C# 7.3 §standard conversions. */
import { isReferenceAssignable, isBoxable } from '../typeSystem/assignability.ts';
import {
  isDelegate,
  isEnum,
  isInterface,
  isNamed,
  isNonNullableValueType,
  isNullable,
  isReferenceType,
  isTuple,
  isValueType,
} from '../typeSystem/kinds.ts';
import { errorType, isSameType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { exists, identity, isImplicit, noConversion } from './conversions.ts';
import type { Conversion } from './conversions.ts';
import { isWidening, numberName, numericName } from './numericTypes.ts';

/** The standard implicit conversion between two types, if there is one. */
export function standardImplicit(from: NetType, to: NetType): Conversion {
  if (from === errorType || to === errorType) return { kind: 'error' };
  if (isSameType(from, to)) return from.kind === 'special' ? noConversion : identity;
  if (from === nullType) return noConversion;
  if (isImplicitNumeric(from, to)) return { kind: 'numeric', implicit: true };
  if (isReferenceAssignable(from, to)) return { kind: 'reference', implicit: true };
  if (isBoxable(from, to)) return { kind: 'boxing' };
  if (isNullable(to)) return nullableImplicit(from, to.args[0]!);
  return tupleConversion(from, to, standardImplicit);
}

function isImplicitNumeric(from: NetType, to: NetType): boolean {
  const [fromName, toName] = [numericName(from), numericName(to)];
  return fromName !== undefined && toName !== undefined && isWidening(fromName, toName);
}

function nullableImplicit(from: NetType, to: NetType): Conversion {
  const inner = standardImplicit(isNullable(from) ? from.args[0]! : from, to);
  const isOfValues =
    inner.kind === 'identity' || inner.kind === 'numeric' || inner.kind === 'tuple';
  return isOfValues ? { kind: 'nullable', implicit: true, inner } : noConversion;
}

/** Element by element. */
function tupleConversion(
  from: NetType,
  to: NetType,
  each: (from: NetType, to: NetType) => Conversion,
): Conversion {
  if (!isTuple(from) || !isTuple(to) || from.args.length !== to.args.length) return noConversion;
  const items = from.args.map((arg, i) => each(arg, to.args[i]!));
  if (!items.every(exists)) return noConversion;
  return { kind: 'tuple', implicit: items.every(isImplicit), items };
}

/** The standard conversion that a cast would use: implicit if possible, explicit otherwise. */
export function standardExplicit(from: NetType, to: NetType): Conversion {
  const implicit = standardImplicit(from, to);
  if (exists(implicit)) return implicit;
  if (numberName(from) && numberName(to)) return { kind: 'numeric', implicit: false };
  if (isNullable(from) || isNullable(to)) {
    const nullable = nullableExplicit(from, to);
    if (exists(nullable)) return nullable;
  }
  if (isUnboxing(from, to)) return { kind: 'unboxing' };
  if (isExplicitReference(from, to)) return { kind: 'reference', implicit: false };
  return tupleConversion(from, to, standardExplicit);
}

function nullableExplicit(from: NetType, to: NetType): Conversion {
  const [inside, wanted] = [withoutNull(from), withoutNull(to)];
  if (!isValueType(inside) || !isValueType(wanted)) return noConversion;
  const inner = standardExplicit(inside, wanted);
  const isOfValues =
    inner.kind === 'identity' || inner.kind === 'numeric' || inner.kind === 'tuple';
  return isOfValues ? { kind: 'nullable', implicit: false, inner } : noConversion;
}

function withoutNull(type: NetType): NetType {
  return isNullable(type) ? type.args[0]! : type;
}

/** From object, a base class or an interface to a value type that could be in the box. */
function isUnboxing(from: NetType, to: NetType): boolean {
  if (to.kind === 'parameter') return isParameterTarget(from, to);
  const wanted = withoutNull(to);
  return isReferenceType(from) && isNonNullableValueType(wanted) && isBoxable(wanted, from);
}

/** To a type parameter from object and its bounds, and from any interface. */
function isParameterTarget(from: NetType, to: NetType & { kind: 'parameter' }): boolean {
  if (isReferenceType(to)) return false;
  if (isNamed(from, 'System.Object') || isInterface(from)) return true;
  return isBoxable(to, from) || (from.kind === 'parameter' && isBoxable(to, from));
}

function isExplicitReference(from: NetType, to: NetType): boolean {
  if (to.kind === 'parameter' || from.kind === 'parameter') return isParameterCast(from, to);
  if (!isReferenceType(from) || !isReferenceType(to)) return false;
  if (isReferenceAssignable(to, from)) return true;
  if (from.kind === 'array' && to.kind === 'array') {
    return from.rank === to.rank && isElementCast(from.element, to.element);
  }
  if (from.kind === 'array' || to.kind === 'array') return isListCast(from, to);
  if (isDelegate(from) && isDelegate(to)) return isVariantCast(from, to);
  if (isInterface(from)) return isInterface(to) || !isSealed(to) || isReferenceAssignable(to, from);
  return isInterface(to) && !isSealed(from);
}

function isElementCast(from: NetType, to: NetType): boolean {
  return standardExplicit(from, to).kind === 'reference';
}

/** Between `S[]` and `IList<T>`, `IEnumerable<T>` … where the elements could be cast. */
function isListCast(from: NetType, to: NetType): boolean {
  const [array, other] = from.kind === 'array' ? [from, to] : [to, from];
  if (array.kind !== 'array' || array.rank !== 1 || !isInterface(other)) return false;
  const [element] = other.args;
  if (!element || !isReferenceAssignable(element.arrayOf(), other)) return false;
  return element === array.element || isElementCast(array.element, element);
}

/** Between two delegate types of one definition whose type arguments could be references of each other. */
function isVariantCast(from: NetType, to: NetType): boolean {
  if (from.kind !== 'named' || to.kind !== 'named') return false;
  const { definition } = from;
  if (definition !== to.definition) return false;
  return from.args.every((arg, i) => {
    const other = to.args[i]!;
    if (isSameType(arg, other)) return true;
    const areReferences = isReferenceType(arg) && isReferenceType(other);
    if (definition.variance[i] === 'in') return areReferences;
    return definition.variance[i] === 'out' && standardExplicit(arg, other).kind === 'reference';
  });
}

function isParameterCast(from: NetType, to: NetType): boolean {
  if (from.kind === 'parameter' && isInterface(to)) return true;
  if (to.kind !== 'parameter') return false;
  return isInterface(from) || isNamed(from, 'System.Object') || isReferenceAssignable(to, from);
}

/** Classes that no other type can derive from, so that a cast to a foreign interface is an error. */
function isSealed(type: NetType): boolean {
  return isDelegate(type) || isEnum(type) || isNamed(type, 'System.String');
}
