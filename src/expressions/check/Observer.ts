import type { Span } from '../../lib/source/SourceText.ts';
import type { Identifier } from '../syntax/ast.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Variable } from './bound.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';

/** Hears of names while they are bound, each time: a lambda may be bound once for every overload. */
export interface Observer {
  /** A name after a dot; it is empty where none was written. `target` is what stands before the dot. */
  member(this: void, name: Identifier, target: Operand, scope: Scope): void;
  /** A type that is named where only types can stand: after `new`, in casts, declarations … */
  typeName?(this: void, span: Span, type: NetType, name: Identifier): void;
  /** A variable that is declared, with the type that is known by then. */
  variable?(this: void, variable: Variable): void;
  /** A name on its own. */
  simpleName(this: void, name: Identifier, scope: Scope): void;
}
