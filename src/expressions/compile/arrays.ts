import type { BoundElement, BoundNewArray } from '../check/bound.ts';
import { NullReferenceException, OverflowException } from '../runtime/exceptions.ts';
import { defaultOf } from '../runtime/defaultOf.ts';
import { NetArray } from '../runtime/NetArray.ts';
import { newArray, newEmptyArray } from '../runtime/newArray.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate } from './Frame.ts';
import type { Scope } from './Scope.ts';
import { offsetIn } from './targets.ts';

export function compileElement({ array, indexes }: BoundElement, scope: Scope): Evaluate {
  const find = compileExpression(array, scope);
  const at = indexes.map((index) => compileExpression(index, scope));
  const [first] = at;
  if (first && at.length === 1) {
    return (frame) => {
      const found = find(frame) as NetArray | null;
      const index = first(frame) as number;
      if (found === null) throw new NullReferenceException();
      return found.at(index);
    };
  }
  return (frame) => {
    const found = find(frame) as NetArray | null;
    const positions = at.map((index) => index(frame) as number);
    if (found === null) throw new NullReferenceException();
    return found.at(offsetIn(found, positions));
  };
}

export function compileNewArray({ element, sizes, items }: BoundNewArray, scope: Scope): Evaluate {
  const type = scope.typeAt(element);
  const lengths = sizes.map((size) => compileExpression(size, scope));
  const each = items?.map((item) => compileExpression(item, scope));
  if (each && lengths.length < 2) {
    return (frame) =>
      newArray(
        type(frame),
        each.map((item) => item(frame)),
      );
  }
  return (frame) => {
    const found = lengths.map((length) => length(frame) as number);
    if (found.some((length) => length < 0)) throw new OverflowException();
    const count = found.reduce((product, length) => product * length, 1);
    frame.environment.allowItems(count);
    frame.environment.spend(1 + (count >> 4));
    const own = type(frame);
    if (found.length === 1 && !each) return newEmptyArray(own, count);
    const values =
      each?.map((item) => item(frame)) ?? Array.from({ length: count }).fill(defaultOf(own));
    return new NetArray(own, values, found);
  };
}
