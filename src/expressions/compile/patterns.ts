import type { BoundPattern } from '../check/boundPatterns.ts';
import { unboxAs } from '../runtime/boxing.ts';
import { equalsBoxed } from '../runtime/equality.ts';
import { isInstance } from '../runtime/isInstance.ts';
import { compileExpression } from './expressions.ts';
import type { Frame } from './Frame.ts';
import type { Scope } from './Scope.ts';

/** Tests a boxed value, and keeps it where the pattern names it. */
export type Matches = (frame: Frame, value: unknown) => boolean;

export function compilePattern(pattern: BoundPattern, scope: Scope): Matches {
  switch (pattern.kind) {
    case 'ConstantPattern': {
      const constant = compileExpression(pattern.value, scope);
      return (frame, value) => equalsBoxed(value, constant(frame));
    }
    case 'TypePattern': {
      const wanted = scope.typeAt(pattern.type);
      const keep = pattern.variable && scope.write(pattern.variable);
      return (frame, value) => {
        if (!isInstance(value, wanted(frame))) return false;
        keep?.(frame, unboxAs(value, wanted(frame)));
        return true;
      };
    }
    case 'VarPattern': {
      const keep = pattern.variable && scope.write(pattern.variable);
      const own = scope.typeAt(pattern.type);
      return (frame, value) => {
        keep?.(frame, unboxAs(value, own(frame)));
        return true;
      };
    }
  }
}
