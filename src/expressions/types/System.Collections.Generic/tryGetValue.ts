import type { ReadOnlyDictionaryProtocol } from '../../runtime/collections/protocols.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Ref } from '../../runtime/Ref.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

/**
 * Sets `value` to what the key has, or to the default of TValue. Dictionaries without type arguments
 * of their own (the context's) hold references, whose default is null.
 */
export function tryGetValue(
  dictionary: ReadOnlyDictionaryProtocol & { readonly typeArguments?: readonly NetType[] },
  key: unknown,
  value: Ref,
): boolean {
  const found = dictionary.find(key);
  const valueType = dictionary.typeArguments?.[1];
  value.value = found === undefined && valueType ? defaultOf(valueType) : (found ?? null);
  return found !== undefined;
}
