/** One field line as it was received or will be sent. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * Header fields in order, found without regard to case (RFC 9110 §5.1). The spelling of the first
 * line of a name is kept.
 */
export class HeaderMap implements Iterable<HeaderLine> {
  readonly #lines = new Map<string, { name: string; values: string[] }>();

  constructor(lines: Iterable<HeaderLine> = []) {
    for (const [name, value] of lines) this.append(name, value);
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

  /** Replaces all lines of that name. No value at all removes it. */
  set(name: string, ...values: readonly string[]): void {
    if (values.length === 0) this.delete(name);
    else this.#lines.set(name.toLowerCase(), { name, values: [...values] });
  }

  append(name: string, value: string): void {
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
