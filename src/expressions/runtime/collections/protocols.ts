/**
 * What the classes behind .NET's collection interfaces do in JavaScript. A class that implements
 * `IList<T>`, `IDictionary<TKey, TValue>` … in its .NET declaration implements the matching
 * protocol, and the members of the interface reach it there. Values are in the static
 * representation of the type arguments.
 */
import type { Environment } from '../Environment.ts';
import type { KeyValuePair } from './KeyValuePair.ts';

/** `IReadOnlyCollection<T>`. */
export interface CountedProtocol extends Iterable<unknown> {
  readonly count: number;
}

/** `ICollection<T>`. What is read-only throws NotSupportedException when changed. */
export interface CollectionProtocol extends CountedProtocol {
  readonly isReadOnly: boolean;
  contains(item: unknown): boolean;
  add(item: unknown, environment: Environment): void;
  clear(): void;
  remove(item: unknown): boolean;
}

/** `IReadOnlyList<T>`. */
export interface IndexedProtocol extends CountedProtocol {
  at(index: number): unknown;
}

/** `IList<T>`. */
export interface ListProtocol extends CollectionProtocol, IndexedProtocol {
  setAt(index: number, item: unknown, environment: Environment): void;
  /** -1 when absent. */
  indexOf(item: unknown): number;
  insert(index: number, item: unknown, environment: Environment): void;
  removeAt(index: number): void;
}

/** `IReadOnlyDictionary<TKey, TValue>`: enumerates pairs. */
export interface ReadOnlyDictionaryProtocol extends Iterable<KeyValuePair> {
  readonly count: number;
  /** The value; undefined when the key is absent. */
  find(key: unknown): unknown;
  /** The indexer. @throws KeyNotFoundException */
  get(key: unknown): unknown;
  containsKey(key: unknown): boolean;
  /** An `IEnumerable<TKey>`. */
  readonly keys: Iterable<unknown>;
  /** An `IEnumerable<TValue>`. */
  readonly values: Iterable<unknown>;
}

/** `IDictionary<TKey, TValue>`. */
export interface DictionaryProtocol extends ReadOnlyDictionaryProtocol {
  readonly isReadOnly: boolean;
  /** Adds or replaces. */
  set(key: unknown, value: unknown, environment: Environment): void;
  /** @throws ArgumentException when the key is there already */
  addKey(key: unknown, value: unknown, environment: Environment): void;
  removeKey(key: unknown): boolean;
}
