import { hashCodeOf } from '../../equality.ts';
import type { EqualityComparer } from '../../equality.ts';
import { placeOf } from './LinqTree.ts';
import { Navigator } from './Navigator.ts';

/** `XPathNavigator.NavigatorComparer`: navigators are equal when they stand in the same place. */
export class NavigatorComparer implements EqualityComparer {
  equals(x: unknown, y: unknown): boolean {
    return x instanceof Navigator && y instanceof Navigator && x.isAt(y);
  }

  hashCode(value: unknown): number {
    return hashCodeOf(this.keyOf(value));
  }

  keyOf(value: unknown): unknown {
    return value instanceof Navigator ? placeOf(value.node) : value;
  }
}
