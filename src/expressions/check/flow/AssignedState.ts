import type { Variable } from '../bound.ts';

/** Which variables have a value for certain at a place; at a place that cannot be reached, all have. */
export class AssignedState {
  readonly isReachable: boolean;
  readonly #assigned: ReadonlySet<Variable>;

  constructor(isReachable: boolean, assigned: ReadonlySet<Variable>) {
    this.isReachable = isReachable;
    this.#assigned = assigned;
  }

  has(variable: Variable): boolean {
    return !this.isReachable || this.#assigned.has(variable);
  }

  with(variables: Iterable<Variable>): AssignedState {
    const added = [...variables].filter((each) => !this.#assigned.has(each));
    if (added.length === 0) return this;
    return new AssignedState(this.isReachable, new Set([...this.#assigned, ...added]));
  }

  /** Without variables whose life starts anew. */
  without(variables: readonly Variable[]): AssignedState {
    if (!variables.some((each) => this.#assigned.has(each))) return this;
    const kept = [...this.#assigned].filter((each) => !variables.includes(each));
    return new AssignedState(this.isReachable, new Set(kept));
  }

  /** After a jump. */
  get unreachable(): AssignedState {
    return new AssignedState(false, this.#assigned);
  }

  get reachable(): AssignedState {
    return this.isReachable ? this : new AssignedState(true, this.#assigned);
  }

  /** Where two paths meet. */
  join(other: AssignedState): AssignedState {
    if (!this.isReachable) return other;
    if (!other.isReachable || other === this) return this;
    const both = [...this.#assigned].filter((each) => other.#assigned.has(each));
    return new AssignedState(true, new Set(both));
  }

  get assigned(): ReadonlySet<Variable> {
    return this.#assigned;
  }
}

export const nothingAssigned = new AssignedState(true, new Set());
