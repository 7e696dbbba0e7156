import type { NetType } from '../../typeSystem/NetType.ts';
import type { Environment } from '../Environment.ts';
import { InvalidOperationException } from '../exceptions.ts';
import { enumerateAs } from '../iterate.ts';
import type { Enumerable } from '../iterate.ts';
import type { JContainer } from './JContainer.ts';

/** A node of a JSON document: Newtonsoft.Json.Linq.JToken. */
export abstract class JToken implements Enumerable {
  parent: JContainer | null = null;
  /** Its place among the children of its parent. */
  index = 0;

  /** A value of `tokenTypes`. */
  abstract get type(): number;

  /** The full .NET name. */
  abstract get typeName(): string;

  /** The name without its namespace, as messages have it. */
  get className(): string {
    return this.typeName.slice(this.typeName.lastIndexOf('.') + 1);
  }

  /** Children in order; what is no container has none. */
  abstract get children(): readonly JToken[];

  /** A copy without parent. @throws LimitExceeded */
  abstract clone(environment: Environment, depth?: number): JToken;

  abstract deepEquals(other: JToken, environment: Environment): boolean;

  /** The value of a key: a name or an index, boxed. @throws InvalidOperationException */
  item(_key: unknown): JToken | null {
    throw new InvalidOperationException(`Cannot access child value on ${this.typeName}.`);
  }

  /** @throws InvalidOperationException */
  setItem(_key: unknown, _value: JToken | null, _environment: Environment): void {
    throw new InvalidOperationException(`Cannot set child value on ${this.typeName}.`);
  }

  get hasValues(): boolean {
    return this.children.length > 0;
  }

  get root(): JToken {
    let at = this.parent;
    while (at?.parent) at = at.parent;
    return at ?? this;
  }

  get next(): JToken | null {
    return this.parent?.children[this.index + 1] ?? null;
  }

  get previous(): JToken | null {
    return this.parent?.children[this.index - 1] ?? null;
  }

  /** As `IEnumerable<JToken>`: the children. */
  [enumerateAs](_elementType: NetType): Iterable<unknown> {
    return this.children;
  }
}
