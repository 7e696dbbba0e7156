import type { Variable } from '../bound.ts';

const maxRecent = 64;

/** Which variables have a value for certain at a place; at a place that cannot be reached, all have. */
export class AssignedState {
  readonly isReachable: boolean;
  readonly #settled: ReadonlySet<Variable>;
  /** Assigned besides; few, so that a state of many variables is not copied for each of them. */
  readonly #recent: readonly Variable[];

  constructor(
    isReachable: boolean,
    settled: ReadonlySet<Variable>,
    recent: readonly Variable[] = [],
  ) {
    this.isReachable = isReachable;
    this.#settled = recent.length > maxRecent ? new Set([...settled, ...recent]) : settled;
    this.#recent = recent.length > maxRecent ? [] : recent;
  }

  has(variable: Variable): boolean {
    return !this.isReachable || this.#isAssigned(variable);
  }

  #isAssigned(variable: Variable): boolean {
    return this.#settled.has(variable) || this.#recent.includes(variable);
  }

  with(variables: Iterable<Variable>): AssignedState {
    const added = [...variables].filter((each) => !this.#isAssigned(each));
    if (added.length === 0) return this;
    return new AssignedState(this.isReachable, this.#settled, [...this.#recent, ...added]);
  }

  /** Without variables whose life starts anew. */
  without(variables: readonly Variable[]): AssignedState {
    if (!variables.some((each) => this.#isAssigned(each))) return this;
    const kept = new Set(this.assigned);
    for (const each of variables) kept.delete(each);
    return new AssignedState(this.isReachable, kept);
  }

  /** After a jump. */
  get unreachable(): AssignedState {
    return new AssignedState(false, this.#settled, this.#recent);
  }

  get reachable(): AssignedState {
    return this.isReachable ? this : new AssignedState(true, this.#settled, this.#recent);
  }

  /** Where two paths meet. */
  join(other: AssignedState): AssignedState {
    if (!this.isReachable) return other;
    if (!other.isReachable || other === this) return this;
    if (this.#settled === other.#settled) {
      const both = this.#recent.filter((each) => other.#recent.includes(each));
      return new AssignedState(true, this.#settled, both);
    }
    const both = [...this.assigned].filter((each) => other.#isAssigned(each));
    return new AssignedState(true, new Set(both));
  }

  /** Whether nothing that has a value in the other lacks one here. */
  bringsAll(other: AssignedState): boolean {
    if (!this.isReachable) return true;
    return other.isReachable && [...other.assigned].every((each) => this.#isAssigned(each));
  }

  get assigned(): ReadonlySet<Variable> {
    return this.#recent.length === 0 ? this.#settled : new Set([...this.#settled, ...this.#recent]);
  }
}

export const nothingAssigned = new AssignedState(true, new Set());
