import type { Identifier } from '../syntax/ast.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';

/** Hears of names while they are bound, each time: a lambda may be bound once for every overload. */
export interface Observer {
  /** A name after a dot; it is empty where none was written. `target` is what stands before the dot. */
  member(this: void, name: Identifier, target: Operand, scope: Scope): void;
  /** A name on its own. */
  simpleName(this: void, name: Identifier, scope: Scope): void;
}
