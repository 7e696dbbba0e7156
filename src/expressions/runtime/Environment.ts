import { Guards } from './Guards.ts';

/** Everything outside the process that an expression may learn of. */
export interface World {
  /** Milliseconds since 1970-01-01T00:00:00Z; fractions count. */
  now(): number;
  /** Unpredictable bytes. */
  randomBytes(count: number): Uint8Array;
}

export interface ExpressionLimits {
  /** Loop rounds and calls of one evaluation. */
  readonly maxSteps: number;
  /** UTF-16 units of one string. */
  readonly maxStringLength: number;
  /** Elements of one collection. */
  readonly maxItems: number;
  /** Nested calls of lambdas and local functions. */
  readonly maxDepth: number;
  /** Time that one regular expression may take. */
  readonly regexTimeoutMs: number;
}

export const defaultLimits: ExpressionLimits = {
  maxSteps: 1_000_000,
  maxStringLength: 16 * 1024 * 1024,
  maxItems: 1_000_000,
  maxDepth: 256,
  regexTimeoutMs: 1_000,
};

/** Steps that were taken where no environment was at hand; the next `spend` counts them. */
export const owed = { steps: 0 };

/** What one evaluation runs in: the world and what is left of its allowance. */
export class Environment {
  readonly world: World;
  readonly limits: ExpressionLimits;
  stepsLeft: number;
  depth = 0;
  /** The `try` statements under way, where filters count. */
  readonly guards = new Guards();

  constructor(world: World, limits: ExpressionLimits = defaultLimits) {
    this.world = world;
    this.limits = limits;
    this.stepsLeft = limits.maxSteps;
  }

  /** Counts work, and what was done before without an environment. @throws LimitExceeded */
  spend(steps = 1): void {
    this.stepsLeft -= steps + owed.steps;
    owed.steps = 0;
    if (this.stepsLeft < 0) throw new LimitExceeded('steps', this.limits.maxSteps);
  }

  /** Refuses to build what is too long, before it is built. @throws LimitExceeded */
  allowLength(length: number): void {
    if (length > this.limits.maxStringLength) {
      throw new LimitExceeded('string length', this.limits.maxStringLength);
    }
  }

  /** Refuses a collection that grows too large. @throws LimitExceeded */
  allowItems(count: number): void {
    if (count > this.limits.maxItems) throw new LimitExceeded('items', this.limits.maxItems);
  }
}

/** An evaluation went over its allowance. No `catch` of an expression sees it. */
export class LimitExceeded extends Error {
  constructor(what: string, limit: number) {
    super(`The expression exceeded its limit of ${limit} (${what}).`);
    this.name = 'LimitExceeded';
  }
}
