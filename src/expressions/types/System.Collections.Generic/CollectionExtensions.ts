import { defineType, membersOf } from '../../declare/defineType.ts';
import { asList } from '../../runtime/collections/ArrayAsList.ts';
import { NetReadOnlyCollection } from '../../runtime/collections/NetReadOnlyCollection.ts';
import type {
  DictionaryProtocol,
  ReadOnlyDictionaryProtocol,
} from '../../runtime/collections/protocols.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { tryGetValue } from './tryGetValue.ts';

const member = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.collectionextensions */
export const CollectionExtensions = defineType({
  name: 'System.Collections.Generic.CollectionExtensions',
  kind: 'class',
  members: [
    member(
      'static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key)',
      (dictionary: ReadOnlyDictionaryProtocol, key, [, valueType]) => {
        const found = dictionary.find(key);
        return found === undefined ? defaultOf(valueType!) : found;
      },
      'new Dictionary<string, int> { { "a", 1 } }.GetValueOrDefault("a") // 1',
      'new Dictionary<string, int>().GetValueOrDefault("a") // 0',
    ),
    member(
      'static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue)',
      (dictionary: ReadOnlyDictionaryProtocol, key, defaultValue) => {
        const found = dictionary.find(key);
        return found === undefined ? defaultValue : found;
      },
      'new Dictionary<string, int>().GetValueOrDefault("a", 7) // 7',
    ),
    member(
      'static bool TryAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)',
      (dictionary: DictionaryProtocol, key, value, _types, environment) => {
        if (dictionary.containsKey(key)) return false;
        dictionary.addKey(key, value, environment);
        return true;
      },
      '((IDictionary<string, int>)new Dictionary<string, int>()).TryAdd("a", 1) // true',
    ),
    member(
      'static bool Remove<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, out TValue value)',
      (dictionary: DictionaryProtocol, key, value) =>
        tryGetValue(dictionary, key, value) && dictionary.removeKey(key),
      '((IDictionary<string, int>)new Dictionary<string, int> { { "a", 1 } }).Remove("a", out var v) // true',
    ),
    member(
      'static System.Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly<T>(this IList<T> list)',
      (list, [type]) => new NetReadOnlyCollection(type!, asList(list)),
      '((IList<int>)new[] { 1, 2 }).AsReadOnly().Count // 2',
    ),
  ],
});
