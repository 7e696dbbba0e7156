import type { NetType } from '../../typeSystem/NetType.ts';
import type { ListProtocol } from './protocols.ts';
import { UnchangeableList } from './UnchangeableList.ts';

/** `ReadOnlyCollection<T>`: a view of a list that does not let it be changed. */
export class NetReadOnlyCollection extends UnchangeableList {
  readonly typeArguments: readonly [NetType];
  readonly #list: ListProtocol;

  constructor(elementType: NetType, list: ListProtocol) {
    super();
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
}
