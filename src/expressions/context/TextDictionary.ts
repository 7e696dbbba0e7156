import { KeyValuePair } from '../runtime/collections/KeyValuePair.ts';
import { keyNotFound } from '../runtime/collections/checks.ts';
import type { ReadOnlyDictionaryProtocol } from '../runtime/collections/protocols.ts';
import { ArgumentNullException } from '../runtime/exceptions.ts';
import { Sequence } from '../runtime/Sequence.ts';
import type { NetType } from '../typeSystem/NetType.ts';

/** What the host keeps by name. */
export interface NamedThings {
  names(): Iterable<string>;
  /** Undefined when there is nothing of that name. */
  find(name: string): unknown;
}

/**
 * An `IReadOnlyDictionary<string, …>` over what the host keeps by name: headers, query parameters,
 * matched parameters, claims, variables. Whether case counts is the host's rule. Values are made when
 * they are asked for.
 */
export class TextDictionary implements ReadOnlyDictionaryProtocol {
  /** [string, TValue]. */
  readonly typeArguments: readonly [NetType, NetType];
  readonly #things: NamedThings;

  constructor(typeArguments: readonly [NetType, NetType], things: NamedThings) {
    this.typeArguments = typeArguments;
    this.#things = things;
  }

  get elementType(): NetType | undefined {
    const [key] = this.typeArguments;
    if (key.kind !== 'named') return undefined;
    return key.definition.registry.named(
      'System.Collections.Generic.KeyValuePair',
      this.typeArguments,
    );
  }

  get count(): number {
    return [...this.#things.names()].length;
  }

  find(key: unknown): unknown {
    if (typeof key !== 'string') throw new ArgumentNullException('key');
    return this.#things.find(key);
  }

  get(key: unknown): unknown {
    const value = this.find(key);
    if (value === undefined) throw keyNotFound(String(key));
    return value;
  }

  containsKey(key: unknown): boolean {
    return this.find(key) !== undefined;
  }

  get keys(): Iterable<unknown> {
    return new Sequence(this.typeArguments[0], () => this.#things.names()[Symbol.iterator]());
  }

  get values(): Iterable<unknown> {
    return new Sequence(this.typeArguments[1], () => this.#values());
  }

  *#values(): Generator<unknown> {
    for (const name of this.#things.names()) yield this.#things.find(name);
  }

  *[Symbol.iterator](): Generator<KeyValuePair> {
    for (const name of this.#things.names()) {
      yield new KeyValuePair(this.typeArguments, name, this.#things.find(name));
    }
  }
}
