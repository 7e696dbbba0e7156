/**
 * The enumerators that collections have of their own: `List<T>.Enumerator` and its kin. Expressions
 * see them as structs; a copy goes on where its original does.
 */
import type { NetType } from '../../typeSystem/NetType.ts';
import { Enumerator } from '../Enumerator.ts';

export class ListEnumerator extends Enumerator {}

export class HashSetEnumerator extends Enumerator {}

export class QueueEnumerator extends Enumerator {}

export class StackEnumerator extends Enumerator {}

export class CharEnumerator extends Enumerator {}

/** One that has the type arguments of its dictionary, not of its elements. */
class OfDictionary extends Enumerator {
  override readonly typeArguments: readonly NetType[];
  readonly #elementType: NetType;

  constructor(typeArguments: readonly NetType[], elementType: NetType, items: Iterable<unknown>) {
    super(elementType, items);
    this.typeArguments = typeArguments;
    this.#elementType = elementType;
  }

  override get elementType(): NetType {
    return this.#elementType;
  }
}

/** Its elements are pairs. */
export class DictionaryEnumerator extends OfDictionary {}

export class KeyEnumerator extends OfDictionary {}

export class ValueEnumerator extends OfDictionary {}
