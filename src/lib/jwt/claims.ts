import { isJsonObject, readJsonWith } from '../json/readJson.ts';
import type { JsonObject, JsonValue } from '../json/readJson.ts';

declare global {
  interface JSON {
    /** ECMA-262 §25.5.2 (ES2026): a value that `JSON.stringify` writes as this exact text. */
    rawJSON(text: string): object;
  }
}

/** The latest `NumericDate` taken for one: the end of the year 9999, where .NET's dates end too. */
const LAST_NUMERIC_DATE = 253_402_300_799;

/**
 * A token's contents as plain data. Says nothing about whether the token is genuine: that is
 * `verifyToken`'s word. Getters answer undefined for a claim that is absent or of a wrong type.
 */
export class Jwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  #encodedPayload: string;
  #claims: Claims | undefined;

  /** `encodedPayload` is the token's second part, whose decoded form is `payload`. */
  constructor(header: JsonObject, payload: JsonObject, encodedPayload: string) {
    this.header = header;
    this.payload = payload;
    this.#encodedPayload = encodedPayload;
  }

  /** Lets go of the text that it was read from: a part of a text keeps all of it. */
  detach(): void {
    this.#encodedPayload = Buffer.from(this.#encodedPayload, 'latin1').toString('latin1');
  }

  get algorithm(): string | undefined {
    return text(this.header['alg']);
  }

  get type(): string | undefined {
    return text(this.header['typ']);
  }

  get issuer(): string | undefined {
    return text(this.payload['iss']);
  }

  get subject(): string | undefined {
    return text(this.payload['sub']);
  }

  get id(): string | undefined {
    return text(this.payload['jti']);
  }

  /** The audiences of a single `aud` or of an array of strings (RFC 7519 §4.1.3); else none. */
  get audiences(): readonly string[] {
    const { aud } = this.payload;
    if (typeof aud === 'string') return [aud];
    return isTextArray(aud) ? aud : [];
  }

  /** `exp` in seconds since 1970-01-01T00:00:00Z. */
  get expirationTime(): number | undefined {
    return numericDate(this.payload['exp']);
  }

  /** `nbf` in seconds since 1970-01-01T00:00:00Z. */
  get notBefore(): number | undefined {
    return numericDate(this.payload['nbf']);
  }

  /** `iat` in seconds since 1970-01-01T00:00:00Z. */
  get issuedAt(): number | undefined {
    return numericDate(this.payload['iat']);
  }

  /** Every member of the payload as texts; made when first asked for. */
  get claims(): Claims {
    return (this.#claims ??= new Claims(exactPayload(this.#encodedPayload)));
  }
}

/**
 * Claims by name, without regard to case, each with its values as texts: an array gives one value
 * an element (an empty array none, so it is no claim), null gives an empty text, numbers, booleans
 * and nested values give their JSON text with numbers written as the token writes them.
 */
export class Claims {
  readonly #byName = new Map<string, { readonly name: string; readonly values: string[] }>();

  constructor(payload: JsonObject<object>) {
    for (const [name, value] of Object.entries(payload)) {
      const values = Array.isArray(value) ? value.map(claimText) : [claimText(value)];
      const known = this.#byName.get(name.toLowerCase());
      if (known !== undefined) known.values.push(...values);
      else if (values.length > 0) this.#byName.set(name.toLowerCase(), { name, values });
    }
  }

  get size(): number {
    return this.#byName.size;
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  get(name: string): readonly string[] | undefined {
    return this.#byName.get(name.toLowerCase())?.values;
  }

  /** Names as the token spells them, in its order, with their values. */
  *[Symbol.iterator](): IterableIterator<readonly [string, readonly string[]]> {
    for (const { name, values } of this.#byName.values()) yield [name, values];
  }
}

/** A `NumericDate` (RFC 7519 §2) of the years 1970 to 9999; undefined for any other value. */
export function numericDate(value: JsonValue | undefined): number | undefined {
  if (typeof value !== 'number') return undefined;
  return value >= 0 && value <= LAST_NUMERIC_DATE ? value : undefined;
}

/** Whether a value is an array of texts only. */
export function isTextArray(value: JsonValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string');
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The payload again, with numbers that keep their text: 1.50 stays 1.50. */
function exactPayload(encodedPayload: string): JsonObject<object> {
  const json = Buffer.from(encodedPayload, 'base64url').toString('utf8');
  // The parser has read this text before, so depth and form are known to be good.
  const read = readJsonWith(json, { maxDepth: Infinity }, (number) => JSON.rawJSON(number));
  if (!read.ok || !isJsonObject<object>(read.value))
    throw new Error('Not the payload of a parsed token.');
  return read.value;
}

function claimText(value: JsonValue<object>): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
