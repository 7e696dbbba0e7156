import { defineType, membersOf } from '../../declare/defineType.ts';
import type { DictionaryProtocol } from '../../runtime/collections/protocols.ts';
import { tryGetValue } from './tryGetValue.ts';

const member = membersOf<DictionaryProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.idictionary-2 */
export const IDictionaryOfTKeyTValue = defineType({
  name: 'System.Collections.Generic.IDictionary<TKey, TValue>',
  kind: 'interface',
  implements: ['ICollection<KeyValuePair<TKey, TValue>>'],
  members: [
    member(
      'TValue this[TKey key] { get; set; }',
      {
        get: (self, key) => self.get(key),
        set: (self, key, value: unknown, _types, environment) => self.set(key, value, environment),
      },
      '((IDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } })["a"] // 1',
      '((IDictionary<string, int>)new Dictionary<string, int>())["a"] // throws System.Collections.Generic.KeyNotFoundException',
    ),
    member(
      'ICollection<TKey> Keys { get; }',
      (self) => self.keys,
      '((IDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).Keys.Contains("a") // true',
    ),
    member(
      'ICollection<TValue> Values { get; }',
      (self) => self.values,
      '((IDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).Values.Count // 1',
    ),
    member(
      'void Add(TKey key, TValue value)',
      (self, key, value, _types, environment) => self.addKey(key, value, environment),
      '((Func<int>)(() => { IDictionary<string, int> d = new Dictionary<string, int>(); d.Add("a", 1); return d.Count; }))() // 1',
    ),
    member(
      'bool ContainsKey(TKey key)',
      (self, key) => self.containsKey(key),
      '((IDictionary<string, int>)new Dictionary<string, int>()).ContainsKey("a") // false',
    ),
    member(
      'bool Remove(TKey key)',
      (self, key) => self.removeKey(key),
      '((IDictionary<string, int>)new Dictionary<string, int>()).Remove("a") // false',
    ),
    member(
      'bool TryGetValue(TKey key, out TValue value)',
      (self, key, value) => tryGetValue(self, key, value),
      '((IDictionary<string, int>)new Dictionary<string, int>()).TryGetValue("a", out var v) // false',
    ),
  ],
});
