import type { BoundDeconstruct, BoundTarget, DeconstructInto } from '../check/bound.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate, Frame } from './Frame.ts';
import type { Scope } from './Scope.ts';
import { compileTarget } from './targets.ts';
import type { Place } from './targets.ts';

/** Finds the places, and gives what takes a value apart and stores the parts there. */
type Locate = (frame: Frame) => (value: unknown) => void;

/** `(a, b) = value`: places are found before the value is evaluated (C# 7.3 §deconstruction). */
export function compileDeconstruct({ value, parts }: BoundDeconstruct, scope: Scope): Evaluate {
  const locate = compileParts(parts, scope);
  const evaluate = compileExpression(value, scope);
  return (frame) => {
    const store = locate(frame);
    const whole = evaluate(frame);
    store(whole);
    return whole;
  };
}

export function compileParts({ source, prepare, items }: DeconstructInto, scope: Scope): Locate {
  const enter = scope.enter([source]);
  const hold = scope.write(source);
  const first = prepare && compileExpression(prepare, scope);
  const each = items.map(({ value, into }) => ({
    evaluate: compileExpression(value, scope),
    locate: into && compileInto(into, scope),
  }));
  return (frame) => {
    const stores = each.map(({ locate }) => locate?.(frame));
    return (whole) => {
      enter?.(frame);
      hold(frame, whole);
      first?.(frame);
      // All parts are read before any is stored: `(a, b) = (b, a)` swaps.
      const values = each.map(({ evaluate }) => evaluate(frame));
      for (const [at, store] of stores.entries()) store?.(values[at]);
    };
  };
}

function compileInto(into: BoundTarget | DeconstructInto, scope: Scope): Locate {
  if (!('kind' in into)) return compileParts(into, scope);
  const { locate } = compileTarget(into, scope);
  return (frame) => {
    const place: Place = locate(frame);
    return (value) => place.set(value);
  };
}
