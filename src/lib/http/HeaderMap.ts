/** One field line as it was received or will be sent. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * Header fields in order, found without regard to case (RFC 9110 §5.1). Kept flat: messages have few
 * fields, and most of them are only passed on.
 */
export class HeaderMap implements Iterable<HeaderLine> {
  /** Lower-case names, beside the names and values of the same lines. */
  readonly #keys: string[] = [];
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  #written: Set<string> | undefined;

  /** `lines` come from a parser of HTTP, which has checked them. */
  constructor(lines: Iterable<HeaderLine> = none) {
    if (lines === none) return;
    for (const [name, value] of lines) this.addParsed(name, value);
  }

  has(name: string): boolean {
    return this.#keys.includes(keyOf(name));
  }

  /** The values of each line of that name, in order; empty when there is none. */
  values(name: string): readonly string[] {
    const key = keyOf(name);
    const first = this.#keys.indexOf(key);
    if (first < 0) return none;
    const values = [this.#values[first]!];
    for (let at = first + 1; at < this.#keys.length; at++) {
      if (this.#keys[at] === key) values.push(this.#values[at]!);
    }
    return values;
  }

  /** All lines of that name as one list value (RFC 9110 §5.3); undefined when there is none. */
  get(name: string): string | undefined {
    const key = keyOf(name);
    const first = this.#keys.indexOf(key);
    if (first < 0) return undefined;
    return this.#keys.includes(key, first + 1) ? this.values(name).join(', ') : this.#values[first];
  }

  /** Whether somebody set that name since the message was received, even to the same value. */
  wasSet(name: string): boolean {
    return this.#written?.has(keyOf(name)) ?? false;
  }

  /** Replaces all lines of that name. No value at all removes it. @throws InvalidHeader */
  set(name: string, ...values: readonly string[]): void {
    checkName(name);
    const checked = values.map(sendable);
    const first = this.#keys.indexOf(keyOf(name));
    this.delete(name);
    if (checked.length === 0) return;
    this.#insert(first < 0 ? this.#keys.length : first, name, checked);
    this.#mark(name);
  }

  #insert(at: number, name: string, values: readonly string[]): void {
    const names = values.map(() => name);
    this.#keys.splice(at, 0, ...names.map(keyOf));
    this.#names.splice(at, 0, ...names);
    this.#values.splice(at, 0, ...values);
  }

  /** Adds a line. @throws InvalidHeader */
  append(name: string, value: string): void {
    checkName(name);
    this.addParsed(name, sendable(value));
    this.#mark(name);
  }

  /** Adds a line that a parser of HTTP has checked. */
  addParsed(name: string, value: string): void {
    this.#keys.push(keyOf(name));
    this.#names.push(name);
    this.#values.push(value);
  }

  #mark(name: string): void {
    (this.#written ??= new Set()).add(keyOf(name));
  }

  delete(name: string): boolean {
    const key = keyOf(name);
    let at = this.#keys.indexOf(key);
    if (at < 0) return false;
    for (; at >= 0; at = this.#keys.indexOf(key, at)) {
      this.#keys.splice(at, 1);
      this.#names.splice(at, 1);
      this.#values.splice(at, 1);
    }
    return true;
  }

  clear(): void {
    this.#keys.length = 0;
    this.#names.length = 0;
    this.#values.length = 0;
  }

  /** Each name once, as first spelled. */
  names(): string[] {
    return this.#names.filter((_, at) => this.#keys.indexOf(this.#keys[at]!) === at);
  }

  *[Symbol.iterator](): Generator<HeaderLine> {
    for (let at = 0; at < this.#names.length; at++) yield [this.#names[at]!, this.#values[at]!];
  }

  /** The lines whose lower-case names pass; what was set here still counts as set. */
  filter(isKept: (key: string) => boolean): HeaderMap {
    const kept = new HeaderMap();
    for (let at = 0; at < this.#keys.length; at++) {
      const key = this.#keys[at]!;
      if (!isKept(key)) continue;
      kept.#keys.push(key);
      kept.#names.push(this.#names[at]!);
      kept.#values.push(this.#values[at]!);
    }
    if (this.#written) kept.#written = new Set(this.#written);
    return kept;
  }

  /** The lines whose lower-case names pass, as HTTP/1.1 writes them (RFC 9112 §5). */
  toText(isKept: (key: string) => boolean): string {
    let text = '';
    for (let at = 0; at < this.#keys.length; at++) {
      if (isKept(this.#keys[at]!)) text += `${this.#names[at]!}: ${this.#values[at]!}\r\n`;
    }
    return text;
  }

  copy(): HeaderMap {
    return this.filter(everything);
  }
}

const none: readonly never[] = [];
const everything = (): boolean => true;

/** Names that were met, so that the same few are not put into lower case again and again. */
const keys = new Map<string, string>();
const mostKeys = 2_000;

function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name.toLowerCase();
  if (keys.size < mostKeys && name.length <= 64) keys.set(flat(name), flat(key));
  return key;
}

/** A text of its own: a slice would keep the message alive that it was cut from. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** A field that HTTP cannot carry. Its value is not repeated: it may be a secret. */
export class InvalidHeader extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'InvalidHeader';
  }
}

// RFC 9110 §5.6.2: token.
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// RFC 9110 §5.5: other control characters would split the message, and octets go no further than FF.
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

function checkName(name: string): void {
  if (!token.test(name)) throw new InvalidHeader(`'${name}' is no name of a header.`);
}

/** RFC 9110 §5.5: white space around a value is not part of it. */
function sendable(value: string): string {
  if (unsendable.test(value)) {
    throw new InvalidHeader(
      'A header value must not hold line breaks, other control characters or any beyond Latin-1.',
    );
  }
  return value.trim();
}
