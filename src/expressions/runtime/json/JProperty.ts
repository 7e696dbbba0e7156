import type { Environment } from '../Environment.ts';
import { JsonException } from '../exceptions.ts';
import { JContainer } from './JContainer.ts';
import { JValue } from './JValue.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** A name and its value in a JObject: Newtonsoft.Json.Linq.JProperty. */
export class JProperty extends JContainer {
  readonly name: string;

  /** `value` must be the property's own; without it the property waits for one. */
  constructor(name: string, value?: JToken) {
    super();
    this.name = name;
    if (value) this.append(value);
  }

  override get type(): number {
    return tokenTypes.Property;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JProperty';
  }

  get value(): JToken | null {
    return this.items[0] ?? null;
  }

  setValue(value: JToken | null, environment: Environment): void {
    const token = value ?? JValue.ofNull();
    if (this.items.length === 0) super.insert(0, token, environment);
    else super.replaceAt(0, token, environment);
  }

  /** @throws JsonException when there is a value already */
  override insert(index: number, token: JToken, environment: Environment): void {
    if (this.items.length > 0)
      throw new JsonException(`${this.typeName} cannot have multiple values.`);
    super.insert(index, token, environment);
  }

  override removeAt(_index: number): void {
    throw new JsonException(`Cannot add or remove items from ${this.typeName}.`);
  }

  override removeAll(): void {
    throw new JsonException(`Cannot add or remove items from ${this.typeName}.`);
  }

  protected override emptyCopy(): JProperty {
    return new JProperty(this.name);
  }

  override deepEquals(other: JToken, environment: Environment): boolean {
    return (
      other instanceof JProperty &&
      other.name === this.name &&
      this.hasEqualItems(other, environment)
    );
  }
}
