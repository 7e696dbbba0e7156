import { defaultLimits, LimitExceeded, owed } from '../Environment.ts';
import type { Environment } from '../Environment.ts';

/** What work on trees is charged to. */
export type Allowance = Pick<Environment, 'spend' | 'allowLength'>;

/** Nodes that are looked at for one step. */
const nodesPerStep = 2;

/**
 * Work of a `ToString()` or of a comparer, which are given no environment: it has the default
 * allowance for itself, and what it took is charged with the next steps that are spent.
 */
export class OwedWork implements Allowance {
  #done = 0;

  /** @throws LimitExceeded */
  spend(amount = 1): void {
    this.#done += amount;
    const { maxSteps } = defaultLimits;
    if (this.#done > nodesPerStep * maxSteps) throw new LimitExceeded('steps', maxSteps);
  }

  /** @throws LimitExceeded */
  allowLength(length: number): void {
    const { maxStringLength } = defaultLimits;
    if (length > maxStringLength) throw new LimitExceeded('string length', maxStringLength);
  }

  settle(): void {
    owed.steps += Math.floor(this.#done / nodesPerStep);
    this.#done = 0;
  }
}

/** Does work that is owed. @throws LimitExceeded */
export function owing<Result>(work: (allowance: Allowance) => Result): Result {
  const allowance = new OwedWork();
  const result = work(allowance);
  allowance.settle();
  return result;
}
