import type { EqualityComparer } from '../equality.ts';
import { hashCodeOf } from '../equality.ts';
import { ArgumentException } from '../exceptions.ts';
import type { Comparer } from '../order.ts';
import { deepEquals, equalityKey } from './deepEquals.ts';
import { compareDocumentOrder } from './documentOrder.ts';
import { owing } from './OwedWork.ts';
import { XNode } from './XNode.ts';

/** System.Xml.Linq.XNodeDocumentOrderComparer. */
export class NodeOrderComparer implements Comparer {
  /** @throws InvalidOperationException, LimitExceeded */
  compare(x: unknown, y: unknown): number {
    return owing((work) => compareDocumentOrder(nodeOrNull(x), nodeOrNull(y), work));
  }
}

/** System.Xml.Linq.XNodeEqualityComparer: nodes are equal when all in them is. */
export class NodeEqualityComparer implements EqualityComparer {
  /** @throws LimitExceeded */
  equals(x: unknown, y: unknown): boolean {
    return owing((work) => deepEquals(nodeOrNull(x), nodeOrNull(y), work));
  }

  /** @throws LimitExceeded */
  hashCode(value: unknown): number {
    return hashCodeOf(this.keyOf(value));
  }

  /** @throws LimitExceeded */
  keyOf(value: unknown): unknown {
    const node = nodeOrNull(value);
    return node && owing((work) => equalityKey(node, work));
  }
}

/** @throws ArgumentException */
function nodeOrNull(value: unknown): XNode | null {
  if (value === null || value instanceof XNode) return value;
  throw new ArgumentException('The argument must be derived from System.Xml.Linq.XNode.');
}
