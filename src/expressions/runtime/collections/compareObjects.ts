import type { NetType } from '../../typeSystem/NetType.ts';
import { box, unboxAs } from '../boxing.ts';
import { ArgumentException } from '../exceptions.ts';
import { isInstance } from '../isInstance.ts';
import { compareBoxed } from '../order.ts';
import type { Comparer } from '../order.ts';
import { TextComparer } from '../TextComparer.ts';
import { NetComparer } from './NetComparer.ts';

/**
 * `IComparer.Compare`. A `Comparer<T>` takes nothing but values of T; a StringComparer orders what
 * are no texts by their own order.
 * @throws ArgumentException
 */
export function compareObjects(
  self: Comparer,
  x: NonNullable<unknown> | null,
  y: NonNullable<unknown> | null,
): number {
  if (self instanceof TextComparer && !areTexts(x, y)) return compareBoxed(x, y);
  if (!(self instanceof NetComparer)) return self.compare(x, y);
  if (x === null || y === null) return Number(y === null) - Number(x === null);
  const [type] = self.typeArguments;
  if (isInstance(x, type) && isInstance(y, type)) {
    return self.compare(unboxAs(x, type), unboxAs(y, type));
  }
  throw new ArgumentException('Type of argument is not compatible with the generic comparer.');
}

/** An `IComparer`, which takes elements as objects; none for the order of the elements. */
export function overObjects(comparer: Comparer | null, elementType: NetType): Comparer | null {
  if (!comparer) return null;
  const boxed = (value: unknown): NonNullable<unknown> | null => box(value, elementType) ?? null;
  return { compare: (x, y) => compareObjects(comparer, boxed(x), boxed(y)) };
}

function areTexts(x: unknown, y: unknown): boolean {
  return (x === null || typeof x === 'string') && (y === null || typeof y === 'string');
}
