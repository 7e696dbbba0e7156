import type { NetType } from '../../typeSystem/NetType.ts';
import { NotSupportedException } from '../exceptions.ts';
import type { ListProtocol } from './protocols.ts';

/** `ReadOnlyCollection<T>`: a view of a list that does not let it be changed. */
export class NetReadOnlyCollection implements ListProtocol {
  readonly typeArguments: readonly [NetType];
  readonly isReadOnly = true;
  readonly #list: ListProtocol;

  constructor(elementType: NetType, list: ListProtocol) {
    this.typeArguments = [elementType];
    this.#list = list;
  }

  get elementType(): NetType {
    return this.typeArguments[0];
  }

  get count(): number {
    return this.#list.count;
  }

  at(index: number): unknown {
    return this.#list.at(index);
  }

  contains(item: unknown): boolean {
    return this.#list.contains(item);
  }

  indexOf(item: unknown): number {
    return this.#list.indexOf(item);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#list[Symbol.iterator]();
  }

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
