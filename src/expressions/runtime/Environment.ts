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

/** Texts up to this length are worked on for nothing: the step of the call is enough. */
const freeUnits = 4096;
/** UTF-16 units or bytes that are worth a step, when a text is worked on and when it is copied. */
const unitsPerStep = 64;
const copiedUnitsPerStep = 512;
/** Lengths of joined texts that are kept in mind. */
const maxJoined = 65_536;

/** Steps that were taken where no environment was at hand; the next `spend` counts them. */
export const owed = { steps: 0 };

/** What evaluations of one call run in: the world, and what is left of the allowance of the latest. */
export class Environment {
  readonly world: World;
  readonly limits: ExpressionLimits;
  stepsLeft: number;
  depth = 0;
  /** How many joined texts there are of a length. */
  #joined: Map<number, number> | undefined;
  #guards: Guards | undefined;

  constructor(world: World, limits: ExpressionLimits = defaultLimits) {
    this.world = world;
    this.limits = limits;
    this.stepsLeft = limits.maxSteps;
  }

  /** The `try` statements under way, where filters count. */
  get guards(): Guards {
    return (this.#guards ??= new Guards());
  }

  /** Another evaluation begins, with an allowance of its own. */
  begin(): void {
    this.stepsLeft = this.limits.maxSteps;
    // What was done since the one before is not for this one to pay.
    owed.steps = 0;
  }

  /** Counts work, and what was done before without an environment. @throws LimitExceeded */
  spend(steps = 1): void {
    this.stepsLeft -= steps + owed.steps;
    owed.steps = 0;
    if (this.stepsLeft < 0) throw new LimitExceeded('steps', this.limits.maxSteps);
  }

  /** Counts work on so many UTF-16 units or bytes, or a text of them that was made. */
  spendOnText(units: number): void {
    if (units > freeUnits) this.spend(Math.floor(units / unitsPerStep));
  }

  /**
   * A long text was put together. The machine does not copy it before somebody looks at a character,
   * so that `text += "a"` costs no more than it should, and looking does.
   */
  noteJoined(length: number): void {
    if (length <= freeUnits) return;
    const joined = (this.#joined ??= new Map());
    if (joined.size < maxJoined || joined.has(length))
      joined.set(length, (joined.get(length) ?? 0) + 1);
    else this.spend(Math.floor(length / copiedUnitsPerStep));
  }

  /** Counts the copy of a joined text of this length, if there is one that was not looked at. */
  spendOnFlattening(length: number): void {
    if (length <= freeUnits || !this.#joined) return;
    const count = this.#joined.get(length);
    if (count === undefined) return;
    if (count === 1) this.#joined.delete(length);
    else this.#joined.set(length, count - 1);
    this.spend(Math.floor(length / copiedUnitsPerStep));
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
