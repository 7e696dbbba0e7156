import { owed } from '../Environment.ts';
import { collectionModified } from './checks.ts';

/** In a slot whose element was removed. */
export const free: unique symbol = Symbol('free');

/** A collection that keeps its elements in numbered slots and counts its changes. */
export interface Slots {
  readonly version: number;
  readonly slotCount: number;
  /** The element of a slot, or `free`. */
  slot(index: number): unknown;
}

/** Free slots passed over that count as one step. */
const slotsPerStep = 16;

const done: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Enumerates from the first slot to the last. The version is taken at once, as GetEnumerator() does.
 * @throws InvalidOperationException at the first step after a change
 */
export function enumerateSlots<Element = unknown>(collection: Slots): Iterator<Element> {
  const { version } = collection;
  let next = 0;
  let skipped = 0;
  return {
    next() {
      if (collection.version !== version) throw collectionModified();
      while (next < collection.slotCount) {
        const value = collection.slot(next++);
        if (value !== free) return { done: false, value: value as Element };
        skipped++;
        if (skipped % slotsPerStep === 0) owed.steps++;
      }
      return done;
    },
  };
}
