import { NotSupportedException } from '../exceptions.ts';
import type { ListProtocol } from './protocols.ts';

/** A list that refuses to be changed, as .NET's read-only collections do. */
export abstract class UnchangeableList implements ListProtocol {
  readonly isReadOnly = true;

  abstract get count(): number;

  /** @throws ArgumentOutOfRangeException */
  abstract at(index: number): unknown;

  abstract contains(item: unknown): boolean;

  abstract indexOf(item: unknown): number;

  abstract [Symbol.iterator](): Iterator<unknown>;

  setAt(): void {
    throw readOnly();
  }

  add(): void {
    throw readOnly();
  }

  insert(): void {
    throw readOnly();
  }

  remove(): boolean {
    throw readOnly();
  }

  removeAt(): void {
    throw readOnly();
  }

  clear(): void {
    throw readOnly();
  }
}

function readOnly(): NotSupportedException {
  return new NotSupportedException('Collection is read-only.');
}
