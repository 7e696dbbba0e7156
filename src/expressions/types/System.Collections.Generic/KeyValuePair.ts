import { defineType, membersOf } from '../../declare/defineType.ts';
import { box } from '../../runtime/boxing.ts';
import { KeyValuePair } from '../../runtime/collections/KeyValuePair.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { compositeKey } from '../../runtime/equality.ts';
import { lookAtParts } from '../../runtime/lookAtParts.ts';
import { toText } from '../../runtime/toText.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

const member = membersOf<KeyValuePair>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.keyvaluepair-2 */
export const KeyValuePairOfTKeyTValue = defineType({
  name: 'System.Collections.Generic.KeyValuePair<TKey, TValue>',
  kind: 'struct',
  represents: KeyValuePair,
  behaviour: {
    text: (pair: KeyValuePair) =>
      lookAtParts(2, () => `[${toText(boxedKey(pair))}, ${toText(boxedValue(pair))}]`),
    key: ({ typeArguments: [keyType, valueType], key, value }: KeyValuePair) =>
      compositeKey([
        [key, keyType!],
        [value, valueType!],
      ]),
    zero: ([keyType, valueType]: readonly NetType[]) =>
      new KeyValuePair([keyType!, valueType!], defaultOf(keyType!), defaultOf(valueType!)),
  },
  members: [
    member(
      'KeyValuePair(TKey key, TValue value)',
      (key, value, types) => new KeyValuePair(types, key, value),
      'new KeyValuePair<string, int>("a", 1).ToString() // "[a, 1]"',
    ),
    member(
      'TKey Key { get; }',
      (self) => self.key,
      'new KeyValuePair<string, int>("a", 1).Key // "a"',
    ),
    member(
      'TValue Value { get; }',
      (self) => self.value,
      'new KeyValuePair<string, int>("a", 1).Value // 1',
    ),
    member(
      'void Deconstruct(out TKey key, out TValue value)',
      (self, key, value) => {
        key.value = self.key;
        value.value = self.value;
      },
      '((Func<int>)(() => { var (k, v) = new KeyValuePair<string, int>("a", 1); return v; }))() // 1',
    ),
  ],
});

function boxedKey({ key, typeArguments: [type] }: KeyValuePair): unknown {
  return box(key, type!);
}

function boxedValue({ value, typeArguments: [, type] }: KeyValuePair): unknown {
  return box(value, type!);
}

const staticMember = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.keyvaluepair */
export const KeyValuePairCreation = defineType({
  name: 'System.Collections.Generic.KeyValuePair',
  kind: 'class',
  members: [
    staticMember(
      'static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value)',
      (key, value, types) => new KeyValuePair(types, key, value),
      'KeyValuePair.Create("a", 1).Value // 1',
    ),
  ],
});
