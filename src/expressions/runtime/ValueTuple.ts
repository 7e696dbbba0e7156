import { Composite } from './Composite.ts';

/** A value of `System.ValueTuple<…>`. Immutable: assigning to an element makes a new tuple. */
export class ValueTuple extends Composite {
  with(index: number, item: unknown): ValueTuple {
    return new ValueTuple(this.type, this.items.with(index, item));
  }
}
