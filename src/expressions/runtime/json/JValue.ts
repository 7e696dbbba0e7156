import { convertTo } from '../Convertible.ts';
import type { Convertible, ConversionSurroundings } from '../Convertible.ts';
import type { Culture } from '../Culture.ts';
import type { Environment, World } from '../Environment.ts';
import { toText } from '../toText.ts';
import { compareJsonValues } from './compareJsonValues.ts';
import { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';
import { valueTypeOf } from './valueTypeOf.ts';

const none: readonly JToken[] = [];

/** How values convert to the types of System.Convert. */
export interface ValueConversions {
  typeCodeOf(value: unknown): number;
  convert(token: JValue, typeCode: number, surroundings: ConversionSurroundings): unknown;
  /** `Convert.ToInt32(value, CultureInfo.InvariantCulture)` and the like of a boxed value. */
  convertValue(value: unknown, typeCode: number, world: World): unknown;
}

let conversions: ValueConversions | undefined;

/** The declaration of JValue supplies them: it knows the types that are converted to. */
export function supplyConversions(supplied: ValueConversions): void {
  conversions = supplied;
}

function suppliedConversions(): ValueConversions {
  if (!conversions) throw new Error('JValue is not declared');
  return conversions;
}

/** Where values are sorted no world is at hand. */
const timeless: World = { now: () => 0, randomBytes: (count) => new Uint8Array(count) };

/** A token without children: Newtonsoft.Json.Linq.JValue. */
export class JValue extends JToken implements Convertible {
  #value: unknown;
  #type: number;

  /** `value` is boxed; null of a Null, an Undefined and perhaps a String. */
  constructor(value: unknown, type: number) {
    super();
    this.#value = value;
    this.#type = type;
  }

  /** @throws ArgumentException when JSON has no such value */
  static of(value: unknown): JValue {
    return new JValue(value ?? null, valueTypeOf(value ?? null));
  }

  static ofNull(): JValue {
    return new JValue(null, tokenTypes.Null);
  }

  override get type(): number {
    return this.#type;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JValue';
  }

  override get children(): readonly JToken[] {
    return none;
  }

  /** Boxed. */
  get value(): unknown {
    return this.#value;
  }

  /** @throws ArgumentException when JSON has no such value */
  set value(value: unknown) {
    this.#type = valueTypeOf(value, this.#type);
    this.#value = value;
  }

  /** The value as .NET prints it. */
  text(format: string | null, culture: Culture): string {
    return toText(this.#value, format, culture);
  }

  get typeCode(): number {
    return suppliedConversions().typeCodeOf(this.#value);
  }

  [convertTo](typeCode: number, surroundings: ConversionSurroundings): unknown {
    return suppliedConversions().convert(this, typeCode, surroundings);
  }

  override clone(environment: Environment): JToken {
    environment.spend();
    return new JValue(this.#value, this.#type);
  }

  equals(other: JValue): boolean {
    if (other === this) return true;
    return this.#type === other.type && this.compareTo(other) === 0;
  }

  override deepEquals(other: JToken): boolean {
    return other instanceof JValue && this.equals(other);
  }

  /** The key of dictionaries: the same for equal values. */
  get key(): string {
    return `${this.#type}:${toText(this.#value)}`;
  }

  /**
   * `CompareTo(object)`; `other` is boxed. The world tells of which day a time without a date is.
   * @throws ArgumentException, FormatException, InvalidCastException, OverflowException
   */
  compareTo(other: unknown, world: World = timeless): number {
    if (other === null) return 1;
    if (!(other instanceof JValue)) return this.compareAs(this.#type, other, world);
    // A text is compared as what the other is.
    const isTextWithOther = this.#type === tokenTypes.String && other.type !== this.#type;
    return this.compareAs(isTextWithOther ? other.type : this.#type, other.value, world);
  }

  /** Compares with a boxed value, both taken for values of a token type. */
  compareAs(type: number, other: unknown, world: World = timeless): number {
    return compareJsonValues(type, this.#value, other, (value, typeCode) =>
      suppliedConversions().convertValue(value, typeCode, world),
    );
  }
}
