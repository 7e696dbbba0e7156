import type { NetType } from '../../typeSystem/NetType.ts';
import { equalityOf } from '../equality.ts';
import type { EqualityComparer } from '../equality.ts';
import { NotSupportedException } from '../exceptions.ts';

/** `EqualityComparer<T>.Default`. */
export class NetEqualityComparer implements EqualityComparer {
  readonly typeArguments: readonly [NetType];

  constructor(type: NetType) {
    this.typeArguments = [type];
  }

  equals(x: unknown, y: unknown): boolean {
    return equalityOf(this.typeArguments[0]).equals(x, y);
  }

  hashCode(value: unknown): number {
    return equalityOf(this.typeArguments[0]).hashCode(value);
  }

  keyOf(value: unknown): unknown {
    return equalityOf(this.typeArguments[0]).keyOf(value);
  }
}

/**
 * `EqualityComparer<T>.Create`: equality by a lambda. The first value seen of each class of equal
 * values is the key of the class.
 */
export class CustomEqualityComparer extends NetEqualityComparer {
  readonly #equals: EqualityComparer['equals'];
  readonly #hashCode: EqualityComparer['hashCode'] | null;
  readonly #seen = new Map<number, unknown[]>();

  constructor(
    type: NetType,
    equals: EqualityComparer['equals'],
    hashCode: EqualityComparer['hashCode'] | null,
  ) {
    super(type);
    this.#equals = equals;
    this.#hashCode = hashCode;
  }

  override equals(x: unknown, y: unknown): boolean {
    return this.#equals(x, y);
  }

  override hashCode(value: unknown): number {
    if (!this.#hashCode) throw new NotSupportedException();
    return this.#hashCode(value);
  }

  override keyOf(value: unknown): unknown {
    const hash = this.hashCode(value);
    const bucket = this.#seen.get(hash) ?? [];
    let index = bucket.findIndex((other) => this.#equals(other, value));
    if (index < 0) index = bucket.push(value) - 1;
    this.#seen.set(hash, bucket);
    return `${hash}:${index}`;
  }
}
