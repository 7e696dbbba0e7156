import type { NetType } from '../typeSystem/NetType.ts';
import { exists } from './conversions.ts';
import { standardImplicit } from './standardConversions.ts';

/** The one of the types that all others convert to (C# 7.3 §best common type, §fixing). */
export function bestType(all: readonly NetType[]): NetType | undefined {
  const types = [...new Set(all)];
  const best = types.filter((type) =>
    types.every((other) => exists(standardImplicit(other, type))),
  );
  // Types that convert into each other differ in names of tuple elements only.
  return best[0];
}
