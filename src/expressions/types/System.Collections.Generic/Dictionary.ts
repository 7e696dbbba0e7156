import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { checkNonNegative, scanCost } from '../../runtime/collections/checks.ts';
import type { KeyValuePair } from '../../runtime/collections/KeyValuePair.ts';
import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import type { EqualityComparer } from '../../runtime/equality.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { pairType } from './pairType.ts';
import { tryGetValue } from './tryGetValue.ts';

const member = membersOf<NetDictionary>();

/**
 * https://learn.microsoft.com/dotnet/api/system.collections.generic.dictionary-2, without Capacity and
 * EnsureCapacity, which show the sizes of .NET's own hash tables.
 */
export const DictionaryOfTKeyTValue = defineType({
  name: 'System.Collections.Generic.Dictionary<TKey, TValue>',
  kind: 'class',
  implements: [
    'IDictionary<TKey, TValue>',
    'IReadOnlyDictionary<TKey, TValue>',
    'System.Collections.IDictionary',
  ],
  represents: NetDictionary,
  members: [
    member(
      'Dictionary()',
      ([key, value]) => new NetDictionary(key!, value!),
      'new Dictionary<string, int>().Count // 0',
      'new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.First().Key // "b"',
    ),
    member(
      'Dictionary(int capacity)',
      (capacity, [key, value]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetDictionary(key!, value!);
      },
      'new Dictionary<string, int>(10).Count // 0',
      'new Dictionary<string, int>(-1) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'Dictionary(IEqualityComparer<TKey>? comparer)',
      (comparer: EqualityComparer | null, [key, value]) =>
        new NetDictionary(key!, value!, comparer),
      'new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { { "A", 1 } }["a"] // 1',
    ),
    member(
      'Dictionary(int capacity, IEqualityComparer<TKey>? comparer)',
      (capacity, comparer: EqualityComparer | null, [key, value]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetDictionary(key!, value!, comparer);
      },
      'new Dictionary<string, int>(1, StringComparer.OrdinalIgnoreCase) { { "A", 1 } }["a"] // 1',
    ),
    member(
      'Dictionary(IDictionary<TKey, TValue> dictionary)',
      (dictionary, types, environment) => copy(dictionary, null, types, environment),
      'new Dictionary<string, int>(new Dictionary<string, int> { { "a", 1 } })["a"] // 1',
    ),
    member(
      'Dictionary(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey>? comparer)',
      (dictionary, comparer: EqualityComparer | null, types, environment) =>
        copy(dictionary, comparer, types, environment),
      'new Dictionary<string, int>(new Dictionary<string, int> { { "A", 1 } }, StringComparer.OrdinalIgnoreCase)["a"] // 1',
    ),
    member(
      'Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection)',
      (collection, types, environment) => copy(collection, null, types, environment),
      'new Dictionary<string, int>(new[] { new KeyValuePair<string, int>("a", 1) })["a"] // 1',
      'new Dictionary<string, int>(new[] { KeyValuePair.Create("a", 1), KeyValuePair.Create("a", 2) }) // throws System.ArgumentException',
    ),
    member(
      'Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer)',
      (collection, comparer: EqualityComparer | null, types, environment) =>
        copy(collection, comparer, types, environment),
      'new Dictionary<string, int>(new[] { new KeyValuePair<string, int>("A", 1) }, StringComparer.OrdinalIgnoreCase)["a"] // 1',
    ),
    member(
      'TValue this[TKey key] { get; set; }',
      {
        get: (self, key) => self.get(key),
        set: (self, key, value: unknown, _types, environment) => self.set(key, value, environment),
      },
      'new Dictionary<string, int> { { "a", 1 } }["a"] // 1',
      'new Dictionary<string, int>()["a"] // throws System.Collections.Generic.KeyNotFoundException',
      'new Dictionary<string, int>()[null] // throws System.ArgumentNullException',
    ),
    member(
      'int Count { get; }',
      (self) => self.count,
      'new Dictionary<int, int> { { 1, 2 } }.Count // 1',
    ),
    member(
      'IEqualityComparer<TKey> Comparer { get; }',
      (self) => self.comparer,
      'new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).Comparer.Equals("a", "A") // true',
    ),
    member(
      'System.Collections.Generic.Dictionary.KeyCollection<TKey, TValue> Keys { get; }',
      (self) => self.keys,
      'string.Join(",", new Dictionary<string, int> { { "b", 2 }, { "a", 1 } }.Keys) // "b,a"',
    ),
    member(
      'System.Collections.Generic.Dictionary.ValueCollection<TKey, TValue> Values { get; }',
      (self) => self.values,
      'new Dictionary<string, int> { { "b", 2 }, { "a", 1 } }.Values.Sum() // 3',
    ),
    member(
      'void Add(TKey key, TValue value)',
      (self, key, value, _types, environment) => self.addKey(key, value, environment),
      '((Func<int>)(() => { var d = new Dictionary<string, int>(); d.Add("a", 1); return d["a"]; }))() // 1',
      'new Dictionary<string, int> { { "a", 1 }, { "a", 2 } } // throws System.ArgumentException',
    ),
    member(
      'bool TryAdd(TKey key, TValue value)',
      (self, key, value, _types, environment) => {
        if (self.containsKey(key)) return false;
        self.addKey(key, value, environment);
        return true;
      },
      'new Dictionary<string, int> { { "a", 1 } }.TryAdd("a", 2) // false',
    ),
    member(
      'void Clear()',
      (self) => self.clear(),
      '((Func<int>)(() => { var d = new Dictionary<string, int> { { "a", 1 } }; d.Clear(); return d.Count; }))() // 0',
    ),
    member(
      'bool ContainsKey(TKey key)',
      (self, key) => self.containsKey(key),
      'new Dictionary<string, int> { { "a", 1 } }.ContainsKey("a") // true',
    ),
    member(
      'bool ContainsValue(TValue value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(self.count));
        return self.containsValue(value);
      },
      'new Dictionary<string, int> { { "a", 1 } }.ContainsValue(1) // true',
    ),
    member(
      'bool Remove(TKey key)',
      (self, key) => self.removeKey(key),
      'new Dictionary<string, int> { { "a", 1 } }.Remove("a") // true',
    ),
    member(
      'bool Remove(TKey key, out TValue value)',
      (self, key, value) => tryGetValue(self, key, value) && self.removeKey(key),
      'new Dictionary<string, int> { { "a", 1 } }.Remove("a", out var v) // true',
    ),
    member(
      'bool TryGetValue(TKey key, out TValue value)',
      (self, key, value) => tryGetValue(self, key, value),
      'new Dictionary<string, int> { { "a", 1 } }.TryGetValue("b", out var v) // false',
    ),
    member(
      'void TrimExcess()',
      () => undefined,
      '((Func<int>)(() => { var d = new Dictionary<string, int> { { "a", 1 } }; d.TrimExcess(); return d.Count; }))() // 1',
    ),
    member(
      'System.Collections.Generic.Dictionary.Enumerator<TKey, TValue> GetEnumerator()',
      (self) => enumeratorOf(self, pairType(self.typeArguments)),
      'new Dictionary<string, int> { { "a", 1 } }.GetEnumerator().MoveNext() // true',
    ),
  ],
});

function copy(
  pairs: unknown,
  comparer: EqualityComparer | null,
  [key, value]: readonly NetType[],
  environment: Environment,
): NetDictionary {
  const dictionary = new NetDictionary(key!, value!, comparer);
  for (const pair of iterate(pairs, pairType(dictionary.typeArguments))) {
    environment.spend();
    dictionary.add(pair as KeyValuePair, environment);
  }
  return dictionary;
}
