import { LimitExceeded } from '../Environment.ts';

/** Expressions may nest tokens without end, but nothing is walked by recursion beyond this. */
const maxDepth = 1000;

/** @throws LimitExceeded */
export function checkDepth(depth: number): void {
  if (depth > maxDepth) throw new LimitExceeded('nesting of JSON', maxDepth);
}
