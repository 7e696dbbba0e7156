import type { NetType } from '../../typeSystem/NetType.ts';
import { KeyValuePair } from '../collections/KeyValuePair.ts';
import type { DictionaryProtocol } from '../collections/protocols.ts';
import type { Environment } from '../Environment.ts';
import { ArgumentException, ArgumentNullException } from '../exceptions.ts';
import { enumerateAs } from '../iterate.ts';
import { NetArray } from '../NetArray.ts';
import { typeOf } from '../typeOf.ts';
import { JContainer } from './JContainer.ts';
import { JProperty } from './JProperty.ts';
import { keyText } from './keyText.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** With fewer properties, looking through them is faster than hashing. */
const fewProperties = 8;

/** Newtonsoft.Json.Linq.JObject: its children are properties with different names. */
export class JObject extends JContainer implements DictionaryProtocol {
  /** Made when first needed, and dropped when properties come or go out of order. */
  #byName: Map<string, JProperty> | undefined;

  override get type(): number {
    return tokenTypes.Object;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JObject';
  }

  get properties(): readonly JProperty[] {
    // Nothing but properties passes `validate`.
    return this.items as JProperty[];
  }

  property(name: string): JProperty | undefined {
    const { properties } = this;
    if (properties.length > fewProperties) return this.#names().get(name);
    for (const property of properties) if (property.name === name) return property;
    return undefined;
  }

  #names(): Map<string, JProperty> {
    if (!this.#byName) {
      this.#byName = new Map();
      for (const property of this.properties) this.#byName.set(property.name, property);
    }
    return this.#byName;
  }

  get(name: string): JToken | null {
    return this.property(name)?.value ?? null;
  }

  set(name: string, value: JToken | null, environment: Environment): void {
    const property = this.property(name);
    if (property) {
      property.setValue(value, environment);
      return;
    }
    const added = new JProperty(name);
    added.setValue(value, environment);
    this.insert(this.items.length, added, environment);
  }

  override item(key: unknown): JToken | null {
    return this.get(this.#nameOf(key, 'Accessed'));
  }

  override setItem(key: unknown, value: JToken | null, environment: Environment): void {
    this.set(this.#nameOf(key, 'Set'), value, environment);
  }

  #nameOf(key: unknown, verb: string): string {
    if (key === null) throw new ArgumentNullException('key');
    if (typeof key === 'string') return key;
    throw new ArgumentException(
      `${verb} JObject values with invalid key value: ${keyText(key)}. Object property name expected.`,
    );
  }

  /** As `IDictionary<string, JToken>`: undefined when there is no property of the name. */
  find(key: unknown): JToken | undefined {
    const property = typeof key === 'string' ? this.property(key) : undefined;
    return property && (property.value ?? undefined);
  }

  containsKey(key: unknown): boolean {
    return this.find(key) !== undefined;
  }

  /** @throws ArgumentException when there is a property of the name */
  addKey(key: unknown, value: unknown, environment: Environment): void {
    const property = new JProperty(key as string);
    property.setValue((value as JToken | null) ?? null, environment);
    this.insert(this.items.length, property, environment);
  }

  removeKey(key: unknown): boolean {
    const property = typeof key === 'string' ? this.property(key) : undefined;
    return property !== undefined && this.removeToken(property);
  }

  override add(item: unknown, environment: Environment): void {
    if (item instanceof KeyValuePair) this.addKey(item.key, item.value, environment);
    else super.add(item, environment);
  }

  override contains(item: unknown): boolean {
    if (!(item instanceof KeyValuePair)) return super.contains(item);
    return this.find(item.key) === item.value;
  }

  override remove(item: unknown): boolean {
    if (!(item instanceof KeyValuePair)) return super.remove(item);
    return this.contains(item) && this.removeKey(item.key);
  }

  /** [string, JToken]. */
  get typeArguments(): readonly [NetType, NetType] {
    return [this.#typeNamed('System.String'), this.#typeNamed('Newtonsoft.Json.Linq.JToken')];
  }

  get keys(): NetArray {
    return new NetArray(
      this.typeArguments[0],
      this.properties.map(({ name }) => name),
    );
  }

  get values(): NetArray {
    return new NetArray(
      this.typeArguments[1],
      this.properties.map(({ value }) => value),
    );
  }

  override [Symbol.iterator](): Iterator<KeyValuePair> {
    return this.#pairs(this.typeArguments);
  }

  #typeNamed(name: string): NetType {
    const type = typeOf(this);
    if (type?.kind !== 'named') throw new Error('JObject is not declared');
    return type.definition.registry.named(name);
  }

  override append(token: JToken): void {
    super.append(token);
    if (token instanceof JProperty) this.#byName?.set(token.name, token);
  }

  override exchange(existing: JToken, token: JToken): void {
    super.exchange(existing, token);
    // A text may repeat its names without end: each of them must not make all names be read again.
    const isRenamed =
      !(token instanceof JProperty && existing instanceof JProperty) ||
      token.name !== existing.name;
    if (isRenamed) this.#byName = undefined;
    else this.#byName?.set(token.name, token);
  }

  override insert(index: number, token: JToken, environment: Environment): void {
    // Comments have no place among properties; Newtonsoft drops them.
    if (token.type === tokenTypes.Comment) return;
    if (index < this.items.length) this.#byName = undefined;
    super.insert(index, token, environment);
  }

  override removeAt(index: number): void {
    const removed = this.at(index);
    super.removeAt(index);
    if (removed instanceof JProperty) this.#byName?.delete(removed.name);
  }

  override removeAll(): void {
    super.removeAll();
    this.#byName = undefined;
  }

  protected override validate(token: JToken, existing: JToken | null): void {
    if (!(token instanceof JProperty))
      throw new ArgumentException(`Can not add ${token.typeName} to ${this.typeName}.`);
    if (existing instanceof JProperty && existing.name === token.name) return;
    if (!this.property(token.name)) return;
    throw new ArgumentException(
      `Can not add property ${token.name} to ${this.typeName}. Property with the same name already exists on object.`,
    );
  }

  protected override emptyCopy(): JObject {
    return new JObject();
  }

  /** The order of properties does not count. */
  override deepEquals(other: JToken, environment: Environment): boolean {
    if (!(other instanceof JObject) || other.count !== this.count) return false;
    environment.spend();
    return this.properties.every((property) => {
      const match = other.property(property.name);
      return match !== undefined && property.deepEquals(match, environment);
    });
  }

  /** As `IEnumerable<KeyValuePair<string, JToken>>` pairs of names and values, else properties. */
  override [enumerateAs](elementType: NetType): Iterable<unknown> {
    const isPair = elementType.kind === 'named' && elementType.args.length === 2;
    return isPair ? this.#pairs(elementType.args) : this.items;
  }

  *#pairs(typeArguments: readonly NetType[]): Generator<KeyValuePair> {
    for (const { name, value } of this.properties)
      yield new KeyValuePair(typeArguments, name, value);
  }
}
