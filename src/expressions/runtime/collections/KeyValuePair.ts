import type { NetType } from '../../typeSystem/NetType.ts';

/** `KeyValuePair<TKey, TValue>`. */
export class KeyValuePair {
  readonly typeArguments: readonly NetType[];
  readonly key: unknown;
  readonly value: unknown;

  /** `typeArguments` are [TKey, TValue]. */
  constructor(typeArguments: readonly NetType[], key: unknown, value: unknown) {
    this.typeArguments = typeArguments;
    this.key = key;
    this.value = value;
  }
}
