import type { NamedType } from '../typeSystem/NetType.ts';
import { box } from './boxing.ts';
import { compositeKey } from './equality.ts';
import { compareBoxed } from './order.ts';
import { lookAtParts } from './lookAtParts.ts';
import { toText } from './toText.ts';

/** A value made of parts that decide what it equals: tuples and anonymous objects. */
export abstract class Composite {
  /** Its own type; its arguments are the types of the parts. */
  readonly type: NamedType;
  /** The parts, in the static representation of their types. */
  readonly items: readonly unknown[];

  constructor(type: NamedType, items: readonly unknown[]) {
    this.type = type;
    this.items = items;
  }

  get typeArguments(): readonly NamedType['args'][number][] {
    return this.type.args;
  }

  /** Two composites of a type share it exactly when all parts are equal. */
  get key(): string {
    const { items, type } = this;
    return compositeKey(items.map((item, i) => [item, type.args[i]!] as const));
  }

  boxedItem(index: number): unknown {
    return box(this.items[index], this.type.args[index]!);
  }

  /** The parts as text, joined by `, `. */
  partsText(name: (index: number) => string = () => ''): string {
    return lookAtParts(this.items.length, () =>
      this.items.map((_, i) => name(i) + toText(this.boxedItem(i))).join(', '),
    );
  }

  /** By the first part that differs. */
  compareTo(other: Composite): number {
    return lookAtParts(this.items.length, () => {
      for (let i = 0; i < this.items.length; i++) {
        const order = compareBoxed(this.boxedItem(i), other.boxedItem(i));
        if (order !== 0) return order;
      }
      return 0;
    });
  }
}
