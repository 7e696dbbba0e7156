import type { ListProtocol } from '../collections/protocols.ts';
import type { Environment } from '../Environment.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../exceptions.ts';
import { checkDepth } from './checkDepth.ts';
import { JToken } from './JToken.ts';
import { JValue } from './JValue.ts';
import { tokenTypes } from './tokenTypes.ts';

/** A token that holds others: Newtonsoft.Json.Linq.JContainer. */
export abstract class JContainer extends JToken implements ListProtocol {
  #items: JToken[] = [];
  /** Counts changes, so that enumerations notice them. */
  version = 0;

  get items(): readonly JToken[] {
    return this.#items;
  }

  override get children(): readonly JToken[] {
    return this.#items;
  }

  get isReadOnly(): boolean {
    return false;
  }

  get count(): number {
    return this.#items.length;
  }

  /** An empty container of the same kind and name. */
  protected abstract emptyCopy(): JContainer;

  /** @throws ArgumentException when the token cannot stand in this container */
  protected validate(token: JToken, _existing: JToken | null): void {
    if (token.type !== tokenTypes.Property) return;
    throw new ArgumentException(`Can not add ${token.typeName} to ${this.typeName}.`);
  }

  /** Puts a token in at the end that is known to fit and to have no parent. */
  append(token: JToken): void {
    token.parent = this;
    token.index = this.#items.length;
    // An engine makes room for many when something is added to an array that is empty. Most containers
    // are properties, which hold one.
    if (token.index === 0) this.#items = [token];
    else this.#items.push(token);
  }

  /** A token that already stands somewhere is copied. @throws ArgumentException, LimitExceeded */
  insert(index: number, token: JToken, environment: Environment): void {
    if (index < 0 || index > this.#items.length) {
      throw new ArgumentOutOfRangeException(
        'index',
        'Index must be within the bounds of the List.',
      );
    }
    environment.allowItems(this.#items.length + 1);
    const own = this.#ownOf(token, environment);
    this.validate(own, null);
    this.version++;
    if (index === this.#items.length) return this.append(own);
    environment.spend(1 + ((this.#items.length - index) >> 4));
    own.parent = this;
    this.#items.splice(index, 0, own);
    this.#numberFrom(index);
  }

  /** @throws ArgumentOutOfRangeException, ArgumentException, LimitExceeded */
  replaceAt(index: number, token: JToken, environment: Environment): void {
    const existing = this.at(index);
    if (isSameValue(existing, token)) return;
    const own = this.#ownOf(token, environment);
    this.validate(own, existing);
    this.exchange(existing, own);
    this.version++;
  }

  /** Puts a token that has no parent in the place of a child. */
  exchange(existing: JToken, token: JToken): void {
    existing.parent = null;
    token.parent = this;
    token.index = existing.index;
    this.#items[token.index] = token;
  }

  /** @throws ArgumentOutOfRangeException */
  at(index: number): JToken {
    if (index < 0) throw new ArgumentOutOfRangeException('index', 'Index is less than 0.');
    const item = this.#items[index];
    if (item) return item;
    throw new ArgumentOutOfRangeException('index', 'Index is equal to or greater than Count.');
  }

  /** @throws ArgumentOutOfRangeException */
  removeAt(index: number): void {
    this.at(index).parent = null;
    this.#items.splice(index, 1);
    this.#numberFrom(index);
    this.version++;
  }

  /** Whether the token was a child. */
  removeToken(token: JToken): boolean {
    if (token.parent !== this) return false;
    this.removeAt(token.index);
    return true;
  }

  removeAll(): void {
    for (const item of this.#items) item.parent = null;
    this.#items = [];
    this.version++;
  }

  #numberFrom(index: number): void {
    for (let i = index; i < this.#items.length; i++) this.#items[i]!.index = i;
  }

  /** No token has two parents, and none holds itself. */
  #ownOf(token: JToken, environment: Environment): JToken {
    const isTaken = token.parent !== null || token === this || this.#isRoot(token);
    return isTaken ? token.clone(environment) : token;
  }

  #isRoot(token: JToken): boolean {
    return token.hasValues && this.root === token;
  }

  override clone(environment: Environment, depth = 0): JToken {
    checkDepth(depth);
    environment.spend();
    const copy = this.emptyCopy();
    for (const item of this.#items) copy.append(item.clone(environment, depth + 1));
    return copy;
  }

  /** Whether the children are equal, in order. */
  protected hasEqualItems(other: JContainer, environment: Environment): boolean {
    environment.spend();
    return (
      this.#items.length === other.items.length &&
      this.#items.every(
        (item, i) => item === other.items[i] || item.deepEquals(other.items[i]!, environment),
      )
    );
  }

  /** As `IList<JToken>`: adds a token; null becomes a Null. */
  add(item: unknown, environment: Environment): void {
    this.insert(this.#items.length, tokenOf(item), environment);
  }

  setAt(index: number, item: unknown, environment: Environment): void {
    this.replaceAt(index, tokenOf(item), environment);
  }

  indexOf(item: unknown): number {
    return item instanceof JToken && item.parent === this ? item.index : -1;
  }

  contains(item: unknown): boolean {
    return this.indexOf(item) >= 0;
  }

  remove(item: unknown): boolean {
    return item instanceof JToken && this.removeToken(item);
  }

  clear(): void {
    this.removeAll();
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#items[Symbol.iterator]();
  }
}

function tokenOf(item: unknown): JToken {
  return item instanceof JToken ? item : JValue.ofNull();
}

/** Newtonsoft leaves a value alone that is set to what it is already. */
function isSameValue(existing: JToken, token: JToken): boolean {
  return existing instanceof JValue && token instanceof JValue && existing.equals(token);
}
