import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import { KeyValuePairOfTKeyTValue } from './KeyValuePair.ts';

/** `KeyValuePair<TKey, TValue>`. */
export function pairType(typeArguments: readonly NetType[]): NamedType {
  return KeyValuePairOfTKeyTValue.construct(typeArguments);
}
