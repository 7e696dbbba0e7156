import { fieldName } from './fieldName.ts';
import type { FieldName } from './fieldName.ts';

/** In any case, or as `asked` has it. */
type Name = string | FieldName;

/** One field line as it was received or will be sent. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * Header fields in order, found without regard to case (RFC 9110 §5.1). Kept flat: messages have few
 * fields, and most of them are only passed on.
 */
export class HeaderMap implements Iterable<HeaderLine> {
  /** Of the same lines as the values. */
  readonly #names: FieldName[] = [];
  readonly #values: string[] = [];
  #written: Set<string> | undefined;
  /** The bits of all names that have ever stood here. */
  #bits = 0;

  /** `lines` come from a parser of HTTP, which has checked them. */
  constructor(lines: Iterable<HeaderLine> = none) {
    if (lines === none) return;
    for (const [name, value] of lines) this.addParsed(fieldName(name), value);
  }

  /** Where the next line of that name is, from a place on; negative when there is none. */
  #find(key: string, from: number): number {
    const names = this.#names;
    for (let at = from; at < names.length; at++) {
      if (names[at]!.key === key) return at;
    }
    return -1;
  }

  /** Where the first line of that name is; negative when there is none. */
  #first({ key, bit }: FieldName): number {
    return bit !== 0 && (this.#bits & bit) === 0 ? -1 : this.#find(key, 0);
  }

  has(name: Name): boolean {
    return this.#first(fieldOf(name)) >= 0;
  }

  /** The values of each line of that name, in order; empty when there is none. */
  values(name: Name): readonly string[] {
    const field = fieldOf(name);
    let at = this.#first(field);
    if (at < 0) return none;
    const values: string[] = [];
    for (; at >= 0; at = this.#find(field.key, at + 1)) values.push(this.#values[at]!);
    return values;
  }

  /** All lines of that name as one list value (RFC 9110 §5.3); undefined when there is none. */
  get(name: Name): string | undefined {
    const field = fieldOf(name);
    const first = this.#first(field);
    if (first < 0) return undefined;
    return this.#find(field.key, first + 1) < 0
      ? this.#values[first]
      : this.values(name).join(', ');
  }

  /** Whether there is more than one line of that name. */
  isRepeated(name: Name): boolean {
    const field = fieldOf(name);
    const first = this.#first(field);
    return first >= 0 && this.#find(field.key, first + 1) >= 0;
  }

  /** Whether somebody set that name since the message was received, even to the same value or to none. */
  wasSet(name: Name): boolean {
    return this.#written?.has(fieldOf(name).key) ?? false;
  }

  /** Replaces all lines of that name. No value at all removes it. @throws InvalidHeader */
  set(name: string, ...values: readonly string[]): void {
    checkName(name);
    const checked = values.map(sendable);
    const field = fieldName(name);
    const first = this.#first(field);
    this.delete(field);
    this.#mark(field);
    if (checked.length > 0) this.#insert(first < 0 ? this.#names.length : first, field, checked);
  }

  #insert(at: number, name: FieldName, values: readonly string[]): void {
    if (at === this.#names.length) {
      for (const value of values) this.addParsed(name, value);
      return;
    }
    const names = values.map(() => name);
    this.#bits |= name.bit;
    this.#names.splice(at, 0, ...names);
    this.#values.splice(at, 0, ...values);
  }

  /** Adds a line. @throws InvalidHeader */
  append(name: string, value: string): void {
    checkName(name);
    const field = fieldName(name);
    this.addParsed(field, sendable(value));
    this.#mark(field);
  }

  /** Adds a line that a parser of HTTP has checked. */
  addParsed(name: FieldName, value: string): void {
    this.#bits |= name.bit;
    this.#names.push(name);
    this.#values.push(value);
  }

  #mark({ key }: FieldName): void {
    (this.#written ??= new Set()).add(key);
  }

  delete(name: Name): boolean {
    const field = fieldOf(name);
    const { key } = field;
    const count = this.#names.length;
    if (this.#first(field) >= 0) this.retain((each) => each.key !== key);
    return this.#names.length < count;
  }

  clear(): void {
    this.#names.length = 0;
    this.#values.length = 0;
  }

  /** Each name once, as first spelled. */
  names(): string[] {
    return this.#names
      .filter(({ key }, at) => this.#find(key, 0) === at)
      .map(({ spelled }) => spelled);
  }

  *[Symbol.iterator](): Generator<HeaderLine> {
    for (let at = 0; at < this.#names.length; at++) {
      yield [this.#names[at]!.spelled, this.#values[at]!];
    }
  }

  /** Removes the lines whose names do not pass. */
  retain(isKept: (name: FieldName) => boolean): void {
    const names = this.#names;
    let kept = 0;
    for (let at = 0; at < names.length; at++) {
      const name = names[at]!;
      if (!isKept(name)) continue;
      names[kept] = name;
      this.#values[kept++] = this.#values[at]!;
    }
    names.length = kept;
    this.#values.length = kept;
  }

  /** The lines whose names pass; what was set here still counts as set. */
  filter(isKept: (name: FieldName) => boolean): HeaderMap {
    const kept = new HeaderMap();
    for (let at = 0; at < this.#names.length; at++) {
      const name = this.#names[at]!;
      if (isKept(name)) kept.addParsed(name, this.#values[at]!);
    }
    if (this.#written) kept.#written = new Set(this.#written);
    return kept;
  }

  /** The lines whose names pass, as HTTP/1.1 writes them (RFC 9112 §5). */
  toText(isKept: (name: FieldName) => boolean): string {
    let text = '';
    for (let at = 0; at < this.#names.length; at++) {
      const name = this.#names[at]!;
      if (isKept(name)) text += `${name.spelled}: ${this.#values[at]!}\r\n`;
    }
    return text;
  }

  copy(): HeaderMap {
    return this.filter(everything);
  }
}

const none: readonly never[] = [];
const everything = (): boolean => true;

function fieldOf(name: Name): FieldName {
  return typeof name === 'string' ? fieldName(name) : name;
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
