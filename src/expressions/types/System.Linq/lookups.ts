import { NetLookup } from '../../runtime/collections/NetLookup.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

type Selector = (item: unknown) => unknown;

/** Elements of a source and how they are grouped. */
export interface GroupingOf {
  readonly source: unknown;
  readonly type: NetType;
  readonly keyType: NetType;
  readonly key: Selector;
  readonly comparer: EqualityComparer | null;
  readonly elementType: NetType;
  readonly element: Selector;
  readonly environment: Environment;
}

export const itself: Selector = (item) => item;

/** Reads the whole source. */
export function lookupOf(grouping: GroupingOf): NetLookup {
  const { source, type, key, element, environment } = grouping;
  const lookup = new NetLookup(grouping.keyType, grouping.elementType, grouping.comparer);
  for (const item of iterate(source, type)) {
    environment.spend();
    lookup.add(key(item), element(item), environment);
  }
  return lookup;
}

/** The inner side of a join: elements whose key is null join nothing. */
export function joinLookupOf(grouping: GroupingOf): NetLookup {
  const { source, type, key, element, environment } = grouping;
  const lookup = new NetLookup(grouping.keyType, grouping.elementType, grouping.comparer);
  for (const item of iterate(source, type)) {
    environment.spend();
    const itemKey = key(item);
    if (itemKey !== null) lookup.add(itemKey, element(item), environment);
  }
  return lookup;
}
