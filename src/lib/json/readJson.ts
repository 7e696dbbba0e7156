/** A JSON object as plain data without a prototype: `__proto__` is a member like any other. */
export interface JsonObject<N = number> {
  readonly [name: string]: JsonValue<N>;
}

/** A JSON value; `N` is what a number became. */
export type JsonValue<N = number> =
  | string
  | boolean
  | null
  | N
  | readonly JsonValue<N>[]
  | JsonObject<N>;

/** What was read, or the first thing wrong and where (a UTF-16 offset; in bytes that are no UTF-8: 0). */
export type JsonResult<N = number> =
  | { readonly ok: true; readonly value: JsonValue<N> }
  | { readonly ok: false; readonly problem: string; readonly offset: number };

/** `maxDepth` counts nested arrays and objects: `[[1]]` is two deep. */
export interface JsonLimits {
  readonly maxDepth: number;
}

class JsonProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads JSON bytes, which must be UTF-8 without a byte order mark (RFC 8259 §8.1). Never throws. */
export function readJsonBytes(bytes: Uint8Array, limits: JsonLimits): JsonResult {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { ok: false, problem: 'the bytes are not UTF-8', offset: 0 };
  }
  return readJson(text, limits);
}

/**
 * Reads one JSON text strictly by RFC 8259, and stricter than `JSON.parse` in three things: a member
 * that appears twice is refused (RFC 7493 §2.3; two readers would see two documents), nesting is
 * bounded, and numbers beyond a double are refused. Never throws; the caller bounds the length.
 */
export function readJson(text: string, limits: JsonLimits): JsonResult {
  return readJsonWith(text, limits, finiteNumber);
}

/** As `readJson`, with numbers made by `toNumber` from their exact text. */
export function readJsonWith<N>(
  text: string,
  limits: JsonLimits,
  toNumber: (text: string) => N | undefined,
): JsonResult<N> {
  try {
    return { ok: true, value: new JsonReader(text, limits, toNumber).document() };
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    return { ok: false, problem: problem.message, offset: problem.offset };
  }
}

/** Whether a JSON value is an object (and neither an array nor null). */
export function isJsonObject<N>(value: JsonValue<N> | undefined): value is JsonObject<N> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function finiteNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const numberSyntax = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

class JsonReader<N> {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #toNumber: (text: string) => N | undefined;
  #at = 0;

  constructor(text: string, limits: JsonLimits, toNumber: (text: string) => N | undefined) {
    this.#text = text;
    this.#maxDepth = limits.maxDepth;
    this.#toNumber = toNumber;
  }

  document(): JsonValue<N> {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('there is text after the value');
    return value;
  }

  #value(depth: number): JsonValue<N> {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(this.#deeper(depth));
      case '[':
        return this.#array(this.#deeper(depth));
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #deeper(depth: number): number {
    if (depth >= this.#maxDepth) this.#fail(`values are nested more than ${this.#maxDepth} deep`);
    this.#at++;
    return depth + 1;
  }

  #object(depth: number): JsonObject<N> {
    const members: Record<string, JsonValue<N>> = Object.create(null);
    if (this.#next('}')) return members;
    do {
      this.#skipSpace();
      const start = this.#at;
      if (this.#text[start] !== '"') this.#fail('a member name is expected');
      const name = this.#string();
      if (name in members) this.#fail('a member name appears twice', start);
      if (!this.#next(':')) this.#fail("':' is expected");
      members[name] = this.#value(depth);
    } while (this.#next(','));
    if (!this.#next('}')) this.#fail("',' or '}' is expected");
    return members;
  }

  #array(depth: number): readonly JsonValue<N>[] {
    const elements: JsonValue<N>[] = [];
    if (this.#next(']')) return elements;
    do {
      elements.push(this.#value(depth));
    } while (this.#next(','));
    if (!this.#next(']')) this.#fail("',' or ']' is expected");
    return elements;
  }

  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (let i = start + 1; i < this.#text.length; i++) {
      const unit = this.#text.charCodeAt(i);
      if (unit < 0x20) this.#fail('a string holds a control character', i);
      if (unit === 0x5c) {
        escaped = true;
        i++;
      } else if (unit === 0x22) {
        this.#at = i + 1;
        return escaped ? this.#unescape(start) : this.#text.slice(start + 1, i);
      }
    }
    return this.#fail('a string is not closed', start);
  }

  #unescape(start: number): string {
    try {
      // The end is known, so the engine's own reader sees one string and nothing else.
      return JSON.parse(this.#text.slice(start, this.#at));
    } catch {
      return this.#fail('a string holds an unknown escape', start);
    }
  }

  #number(): N {
    numberSyntax.lastIndex = this.#at;
    const text = numberSyntax.exec(this.#text)?.[0];
    if (text === undefined) return this.#fail('a value is expected');
    const value = this.#toNumber(text);
    if (value === undefined) return this.#fail('a number is too large');
    this.#at += text.length;
    return value;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('a value is expected');
    this.#at += word.length;
    return value;
  }

  #next(punctuation: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== punctuation) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    }
  }

  #fail(message: string, offset = this.#at): never {
    throw new JsonProblem(message, offset);
  }
}
