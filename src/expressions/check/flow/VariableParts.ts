import { isTuple } from '../../typeSystem/kinds.ts';
import type { BoundExpression, Variable } from '../bound.ts';

/**
 * Items of tuples as variables of their own: a tuple that is declared without a value has one when
 * each of its items has (C# 7.3 §definite assignment, of struct-typed variables).
 */
export class VariableParts {
  /** The items of each variable that is looked at in parts. */
  readonly #parts = new Map<Variable, readonly Variable[]>();
  readonly #items = new Set<Variable>();

  /**
   * Looks at this variable in parts from now on. Its type must stand in the text, so that the text's
   * length bounds their number: inferred types can double with each statement.
   */
  split(variable: Variable): void {
    const { type, owner, span } = variable;
    if (this.#parts.has(variable) || !isTuple(type)) return;
    const parts = type.args.map((item, index): Variable => {
      const name = type.names?.[index] ?? `Item${index + 1}`;
      return { name, type: item, kind: 'local', owner, span };
    });
    this.#parts.set(variable, parts);
    for (const part of parts) {
      this.#items.add(part);
      this.split(part);
    }
  }

  /** The variables that must have a value for this one to have one: itself, or its innermost items. */
  leavesOf(variable: Variable): readonly Variable[] {
    const parts = this.#parts.get(variable);
    return parts ? parts.flatMap((part) => this.leavesOf(part)) : [variable];
  }

  /** The variable that an item of a tuple is; undefined when its tuple is not looked at in parts. */
  partAt(node: BoundExpression): Variable | undefined {
    if (node.kind !== 'TupleItem') return undefined;
    const { tuple, index } = node;
    const whole = tuple.kind === 'Local' ? tuple.variable : this.partAt(tuple);
    return whole && this.#parts.get(whole)?.[index];
  }

  isItem(variable: Variable): boolean {
    return this.#items.has(variable);
  }
}
