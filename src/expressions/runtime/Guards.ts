import type { NetException } from './exceptions.ts';

/** A `try` with catch clauses that is being run. */
export interface Guard {
  /** Whether one of its clauses handles the exception; asks their filters. */
  takes(exception: NetException): boolean;
}

/** Who handles an exception: undefined when nobody does. */
export interface Decision {
  readonly exception: NetException;
  readonly guard: Guard | undefined;
}

/**
 * .NET handles exceptions in two passes: first it looks for the catch clause that handles what was
 * thrown, asking filters on the way, and only then it runs the `finally` blocks up to there. JavaScript
 * unwinds at once; so the first pass is made by the first who sees the exception, and remembered.
 * Only code with filters takes part: without filters nobody can tell the difference.
 */
export class Guards {
  #running: Guard[] = [];
  #decision: Decision | undefined;

  /** Whether code with filters is under way. */
  get areWatching(): boolean {
    return this.#running.length > 0;
  }

  /** Puts a guard around what follows; gives what `leave` wants. */
  enter(guard: Guard): number {
    return this.#running.push(guard) - 1;
  }

  leave(depth: number): void {
    this.#running.length = depth;
  }

  /** The first pass: asks the guards around from the innermost on, each once for a throw. */
  decide(exception: NetException): Decision {
    const decision =
      this.#decision?.exception === exception ? this.#decision : this.#search(exception);
    this.#decision = decision;
    return decision;
  }

  /** Ends the way of an exception: when it is thrown again, the guards are asked again. */
  forget(): void {
    this.#decision = undefined;
  }

  /** Goes on with what was decided before a `finally` block, which may have thrown and caught itself. */
  resume(decision: Decision | undefined): void {
    this.#decision = decision;
  }

  #search(exception: NetException): Decision {
    const around = this.#running;
    // What a filter throws ends in the filter: the guards around are not asked.
    this.#running = [];
    try {
      return { exception, guard: around.findLast((guard) => guard.takes(exception)) };
    } finally {
      this.#running = around;
    }
  }
}
