import type { Environment } from './Environment.ts';
import { ArgumentOutOfRangeException } from './exceptions.ts';

const defaultCapacity = 16;

/** A `System.Text.StringBuilder`. */
export class TextBuilder {
  text: string;
  capacity: number;
  readonly maxCapacity: number;

  constructor(text = '', capacity = 0, maxCapacity = 0x7fff_ffff) {
    this.text = text;
    this.capacity = Math.max(capacity === 0 ? defaultCapacity : capacity, text.length);
    this.maxCapacity = maxCapacity;
  }

  append(addition: string, environment: Environment): this {
    this.#allow(addition.length, environment);
    return this.replaceAll(this.text + addition);
  }

  /** @throws ArgumentOutOfRangeException */
  insert(index: number, addition: string, environment: Environment): this {
    if (index < 0 || index > this.text.length) throw new ArgumentOutOfRangeException('index');
    this.#allow(addition.length, environment);
    return this.replaceAll(this.text.slice(0, index) + addition + this.text.slice(index));
  }

  /** @throws ArgumentOutOfRangeException */
  remove(startIndex: number, length: number): this {
    this.requireRange(startIndex, length);
    return this.replaceAll(this.text.slice(0, startIndex) + this.text.slice(startIndex + length));
  }

  /** @throws ArgumentOutOfRangeException */
  part(startIndex: number, length: number): string {
    this.requireRange(startIndex, length);
    return this.text.slice(startIndex, startIndex + length);
  }

  /** @throws ArgumentOutOfRangeException */
  requireRange(startIndex: number, length: number, lengthName = 'length'): void {
    const all = this.text.length;
    if (startIndex < 0 || startIndex > all) throw new ArgumentOutOfRangeException('startIndex');
    if (length < 0 || startIndex + length > all) throw new ArgumentOutOfRangeException(lengthName);
  }

  /** Takes another text, and more room when it needs it. */
  replaceAll(text: string): this {
    this.text = text;
    if (text.length > this.capacity) {
      this.capacity = Math.min(Math.max(this.capacity * 2, text.length), this.maxCapacity);
    }
    return this;
  }

  /** @throws LimitExceeded, ArgumentOutOfRangeException */
  #allow(addition: number, environment: Environment): void {
    const length = this.text.length + addition;
    environment.allowLength(length);
    if (length > this.maxCapacity) throw new ArgumentOutOfRangeException('valueCount');
  }
}
