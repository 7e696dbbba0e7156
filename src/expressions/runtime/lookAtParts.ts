import { LimitExceeded, owed } from './Environment.ts';

/** Parts that one value may have, parts of parts included, where all of them are looked at. */
const mostParts = 10_000;

let depth = 0;
let parts = 0;

/**
 * Looks at the parts of a tuple, pair or anonymous object, which may be such values themselves and
 * may share parts, so that few objects can be a great many parts. Behaviours of values know no
 * environment: what they do is charged with the next steps that are spent.
 * @throws LimitExceeded
 */
export function lookAtParts<Result>(count: number, look: () => Result): Result {
  if (depth === 0) parts = 0;
  parts += count;
  owed.steps += count;
  if (parts > mostParts) throw new LimitExceeded('parts of a value', mostParts);
  depth++;
  try {
    return look();
  } finally {
    depth--;
  }
}
