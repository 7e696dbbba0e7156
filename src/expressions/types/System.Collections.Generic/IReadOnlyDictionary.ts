import { defineType, membersOf } from '../../declare/defineType.ts';
import type { ReadOnlyDictionaryProtocol } from '../../runtime/collections/protocols.ts';
import { tryGetValue } from './tryGetValue.ts';

const member = membersOf<ReadOnlyDictionaryProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.ireadonlydictionary-2 */
export const IReadOnlyDictionaryOfTKeyTValue = defineType({
  name: 'System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>',
  kind: 'interface',
  implements: ['IReadOnlyCollection<KeyValuePair<TKey, TValue>>'],
  members: [
    member(
      'TValue this[TKey key] { get; }',
      (self, key) => self.get(key),
      '((IReadOnlyDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } })["a"] // 1',
      '((IReadOnlyDictionary<string, int>)new Dictionary<string, int>())["a"] // throws System.Collections.Generic.KeyNotFoundException',
    ),
    member(
      'IEnumerable<TKey> Keys { get; }',
      (self) => self.keys,
      'string.Join(",", ((IReadOnlyDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).Keys) // "a"',
    ),
    member(
      'IEnumerable<TValue> Values { get; }',
      (self) => self.values,
      '((IReadOnlyDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).Values.First() // 1',
    ),
    member(
      'bool ContainsKey(TKey key)',
      (self, key) => self.containsKey(key),
      '((IReadOnlyDictionary<string, int>)new Dictionary<string, int>()).ContainsKey("a") // false',
    ),
    member(
      'bool TryGetValue(TKey key, out TValue value)',
      (self, key, value) => tryGetValue(self, key, value),
      '((IReadOnlyDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).TryGetValue("a", out var v) // true',
    ),
  ],
});
