import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { iterate } from '../iterate.ts';

/** A fresh array of an enumerable's elements; each costs a step. @throws LimitExceeded */
export function listed(
  collection: unknown,
  elementType: NetType,
  environment: Environment,
): unknown[] {
  const items: unknown[] = [];
  for (const item of iterate(collection, elementType)) {
    environment.spend();
    environment.allowItems(items.length + 1);
    items.push(item);
  }
  return items;
}
