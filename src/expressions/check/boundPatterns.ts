import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';

/** What `is` and `case` compare a value with. The tested value is boxed unless said otherwise. */
export type BoundPattern = BoundConstantPattern | BoundTypePattern | BoundVarPattern;

/** Equal to a constant; null matches null. */
export interface BoundConstantPattern {
  readonly kind: 'ConstantPattern';
  readonly value: BoundExpression;
}

/** An instance of a type, which the variable then holds. */
export interface BoundTypePattern {
  readonly kind: 'TypePattern';
  readonly type: NetType;
  /** Undefined of a discard. */
  readonly variable: Variable | undefined;
}

/** Anything; the variable holds the value in the static representation of its type. */
export interface BoundVarPattern {
  readonly kind: 'VarPattern';
  readonly variable: Variable | undefined;
  /** The type of the tested value before it was boxed. */
  readonly type: NetType;
}
