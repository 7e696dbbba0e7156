/** One field line as it was received or will be sent. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * Header fields in order, found without regard to case (RFC 9110 §5.1). The spelling of the first
 * line of a name is kept.
 */
export class HeaderMap implements Iterable<HeaderLine> {
  readonly #lines = new Map<string, { name: string; values: string[] }>();
  #written: Set<string> | undefined;

  /** `lines` come from a parser of HTTP, which has checked them. */
  constructor(lines: Iterable<HeaderLine> = []) {
    for (const [name, value] of lines) this.#add(name, value);
  }

  has(name: string): boolean {
    return this.#lines.has(name.toLowerCase());
  }

  /** The values of each line of that name, in order; empty when there is none. */
  values(name: string): readonly string[] {
    return this.#lines.get(name.toLowerCase())?.values ?? none;
  }

  /** All lines of that name as one list value (RFC 9110 §5.3); undefined when there is none. */
  get(name: string): string | undefined {
    return this.#lines.get(name.toLowerCase())?.values.join(', ');
  }

  /** Whether somebody set that name since the message was received, even to the same value. */
  wasSet(name: string): boolean {
    return this.#written?.has(name.toLowerCase()) ?? false;
  }

  /** Replaces all lines of that name. No value at all removes it. @throws InvalidHeader */
  set(name: string, ...values: readonly string[]): void {
    checkName(name);
    if (values.length === 0) this.delete(name);
    else {
      this.#lines.set(name.toLowerCase(), { name, values: values.map(sendable) });
      this.#mark(name);
    }
  }

  /** Adds a line. @throws InvalidHeader */
  append(name: string, value: string): void {
    checkName(name);
    this.#add(name, sendable(value));
    this.#mark(name);
  }

  #mark(name: string): void {
    (this.#written ??= new Set()).add(name.toLowerCase());
  }

  #add(name: string, value: string): void {
    const key = name.toLowerCase();
    const field = this.#lines.get(key);
    if (field) field.values.push(value);
    else this.#lines.set(key, { name, values: [value] });
  }

  delete(name: string): boolean {
    return this.#lines.delete(name.toLowerCase());
  }

  clear(): void {
    this.#lines.clear();
  }

  /** Each name once, as first spelled. */
  *names(): Generator<string> {
    for (const { name } of this.#lines.values()) yield name;
  }

  *[Symbol.iterator](): Generator<HeaderLine> {
    for (const { name, values } of this.#lines.values()) {
      for (const value of values) yield [name, value];
    }
  }

  copy(): HeaderMap {
    return new HeaderMap(this);
  }
}

const none: readonly string[] = [];

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
