/**
 * What HashSet<T> does with the elements of another enumerable, in the order .NET does it:
 * learn.microsoft.com/dotnet/api/system.collections.generic.hashset-1.
 */
import type { Environment } from '../Environment.ts';
import { iterate } from '../iterate.ts';
import { NetHashSet } from './NetHashSet.ts';

/** Elements of the other enumerable, each for a step. */
function* elements(set: NetHashSet, other: unknown, environment: Environment): Generator<unknown> {
  for (const item of iterate(other, set.elementType)) {
    environment.spend();
    yield item;
  }
}

/** The other enumerable as a set by this set's equality. */
function asSet(set: NetHashSet, other: unknown, environment: Environment): NetHashSet {
  if (other instanceof NetHashSet && other.comparer === set.comparer) return other;
  const result = new NetHashSet(set.elementType, set.comparer);
  unionWith(result, other, environment);
  return result;
}

/** Whether all elements of one set are in the other. */
function isWithin(one: NetHashSet, other: NetHashSet, environment: Environment): boolean {
  environment.spend(one.count);
  return one.count <= other.count && Iterator.from(one).every((item) => other.contains(item));
}

export function unionWith(set: NetHashSet, other: unknown, environment: Environment): void {
  for (const item of elements(set, other, environment)) set.add(item, environment);
}

export function exceptWith(set: NetHashSet, other: unknown, environment: Environment): void {
  if (other === set) return set.clear();
  for (const item of elements(set, other, environment)) set.remove(item);
}

export function intersectWith(set: NetHashSet, other: unknown, environment: Environment): void {
  const kept = asSet(set, other, environment);
  removeWhere(set, (item) => !kept.contains(item), environment);
}

export function symmetricExceptWith(
  set: NetHashSet,
  other: unknown,
  environment: Environment,
): void {
  const common: unknown[] = [];
  // .NET removes when everything is added: places that become free are not taken again.
  for (const item of Iterator.from(asSet(set, other, environment)).toArray()) {
    environment.spend();
    if (set.contains(item)) common.push(item);
    else set.add(item, environment);
  }
  for (const item of common) set.remove(item);
}

/** Removes what matches; the number of elements removed. */
export function removeWhere(
  set: NetHashSet,
  match: (item: unknown) => boolean,
  environment: Environment,
): number {
  const before = set.count;
  for (const item of Iterator.from(set).toArray()) {
    environment.spend();
    if (match(item)) set.remove(item);
  }
  return before - set.count;
}

export function isSubsetOf(set: NetHashSet, other: unknown, environment: Environment): boolean {
  return isWithin(set, asSet(set, other, environment), environment);
}

export function isProperSubsetOf(
  set: NetHashSet,
  other: unknown,
  environment: Environment,
): boolean {
  const whole = asSet(set, other, environment);
  return set.count < whole.count && isWithin(set, whole, environment);
}

export function isSupersetOf(set: NetHashSet, other: unknown, environment: Environment): boolean {
  return isWithin(asSet(set, other, environment), set, environment);
}

export function isProperSupersetOf(
  set: NetHashSet,
  other: unknown,
  environment: Environment,
): boolean {
  const part = asSet(set, other, environment);
  return part.count < set.count && isWithin(part, set, environment);
}

export function overlaps(set: NetHashSet, other: unknown, environment: Environment): boolean {
  return elements(set, other, environment).some((item) => set.contains(item));
}

export function setEquals(set: NetHashSet, other: unknown, environment: Environment): boolean {
  const same = asSet(set, other, environment);
  return same.count === set.count && isWithin(set, same, environment);
}
