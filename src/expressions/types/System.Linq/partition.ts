/** Beginnings and ends of sequences. */
import type { Environment } from '../../runtime/Environment.ts';

type Predicate = (item: unknown, index: number) => boolean;

export function* skipped(
  items: Iterable<unknown>,
  count: number,
  environment: Environment,
): Generator<unknown> {
  let left = count;
  for (const item of items) {
    environment.spend();
    if (left-- <= 0) yield item;
  }
}

/** Stops without asking for the element after the last. */
export function* taken(
  items: Iterable<unknown>,
  count: number,
  environment: Environment,
): Generator<unknown> {
  let left = count;
  if (left <= 0) return;
  for (const item of items) {
    environment.spend();
    yield item;
    if (--left === 0) return;
  }
}

export function* skippedWhile(
  items: Iterable<unknown>,
  predicate: Predicate,
  environment: Environment,
): Generator<unknown> {
  let isSkipping = true;
  let index = 0;
  for (const item of items) {
    environment.spend();
    isSkipping &&= predicate(item, index++);
    if (!isSkipping) yield item;
  }
}

export function* takenWhile(
  items: Iterable<unknown>,
  predicate: Predicate,
  environment: Environment,
): Generator<unknown> {
  let index = 0;
  for (const item of items) {
    environment.spend();
    if (!predicate(item, index++)) return;
    yield item;
  }
}

/** Holds back as many elements as are left out. */
export function* skippedLast(
  items: Iterable<unknown>,
  count: number,
  environment: Environment,
): Generator<unknown> {
  const held: unknown[] = [];
  let oldest = 0;
  for (const item of items) {
    environment.spend();
    if (count <= 0) yield item;
    else if (held.length < count) held.push(item);
    else {
      yield held[oldest];
      held[oldest] = item;
      oldest = (oldest + 1) % count;
    }
    environment.allowItems(held.length);
  }
}

export function* takenLast(
  items: Iterable<unknown>,
  count: number,
  environment: Environment,
): Generator<unknown> {
  if (count <= 0) return;
  const held: unknown[] = [];
  let oldest = 0;
  for (const item of items) {
    environment.spend();
    environment.allowItems(held.length);
    if (held.length < count) held.push(item);
    else {
      held[oldest] = item;
      oldest = (oldest + 1) % count;
    }
  }
  yield* held.slice(oldest);
  yield* held.slice(0, oldest);
}
