import { defineType, membersOf } from '../../declare/defineType.ts';
import { box, unboxAs } from '../../runtime/boxing.ts';
import { unboxArgument } from '../../runtime/collections/boxedElements.ts';
import type { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import { ArgumentNullException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import { canBeNull } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

/** Dictionary<TKey, TValue> is the only one. */
const member = membersOf<NetDictionary>();

/** https://learn.microsoft.com/dotnet/api/system.collections.idictionary: dictionaries of objects. */
export const IDictionary = defineType({
  name: 'System.Collections.IDictionary',
  kind: 'interface',
  implements: ['System.Collections.ICollection'],
  members: [
    member(
      'object? this[object key] { get; set; }',
      {
        get: (self, key) => find(self, key),
        set: (self, key, value, _types, environment) => {
          const [keyType, valueType] = self.typeArguments;
          if (key === null) throw new ArgumentNullException('key');
          requireValue(value, valueType);
          self.set(
            unboxArgument(key, keyType, 'key'),
            unboxArgument(value, valueType, 'value'),
            environment,
          );
        },
      },
      '((System.Collections.IDictionary)new Dictionary<string, int> { { "a", 1 } })["a"] // 1',
      '((System.Collections.IDictionary)new Dictionary<string, int>())["a"] // null',
    ),
    member(
      'bool IsFixedSize { get; }',
      () => false,
      '((System.Collections.IDictionary)new Dictionary<string, int>()).IsFixedSize // false',
    ),
    member(
      'bool IsReadOnly { get; }',
      () => false,
      '((System.Collections.IDictionary)new Dictionary<string, int>()).IsReadOnly // false',
    ),
    member(
      'System.Collections.ICollection Keys { get; }',
      (self) => self.keys,
      '((System.Collections.IDictionary)new Dictionary<string, int>()).Keys.Count // 0',
    ),
    member(
      'System.Collections.ICollection Values { get; }',
      (self) => self.values,
      '((System.Collections.IDictionary)new Dictionary<string, int>()).Values.Count // 0',
    ),
    member(
      'void Add(object key, object? value)',
      (self, key, value, _types, environment) => {
        const [keyType, valueType] = self.typeArguments;
        requireValue(value, valueType);
        self.addKey(
          unboxArgument(key, keyType, 'key'),
          unboxArgument(value, valueType, 'value'),
          environment,
        );
      },
      '((Func<int>)(() => { System.Collections.IDictionary d = new Dictionary<string, int>(); d.Add("a", 1); return d.Count; }))() // 1',
    ),
    member(
      'void Clear()',
      (self) => self.clear(),
      '((Func<int>)(() => { System.Collections.IDictionary d = new Dictionary<string, int> { { "a", 1 } }; d.Clear(); return d.Count; }))() // 0',
    ),
    member(
      'bool Contains(object key)',
      (self, key) => isKey(self, key) && self.containsKey(keyIn(self, key)),
      '((System.Collections.IDictionary)new Dictionary<string, int> { { "a", 1 } }).Contains("a") // true',
    ),
    member(
      'void Remove(object key)',
      (self, key) => {
        if (isKey(self, key)) self.removeKey(keyIn(self, key));
      },
      '((Func<int>)(() => { System.Collections.IDictionary d = new Dictionary<string, int> { { "a", 1 } }; d.Remove("a"); return d.Count; }))() // 0',
    ),
  ],
});

function isKey(dictionary: NetDictionary, key: unknown): boolean {
  if (key === null) throw new ArgumentNullException('key');
  return isInstance(key, dictionary.typeArguments[0]);
}

function keyIn(dictionary: NetDictionary, key: unknown): unknown {
  return unboxAs(key, dictionary.typeArguments[0]);
}

/** Null when the key is absent or of another type. */
function find(dictionary: NetDictionary, key: unknown): NonNullable<unknown> | null {
  if (!isKey(dictionary, key)) return null;
  const value = dictionary.find(keyIn(dictionary, key)) ?? null;
  return box(value, dictionary.typeArguments[1]) ?? null;
}

/** Looked at in front of the key's type. @throws ArgumentNullException */
function requireValue(value: unknown, type: NetType): void {
  if (value === null && !canBeNull(type)) throw new ArgumentNullException('value');
}
