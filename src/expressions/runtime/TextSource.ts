import { ObjectDisposedException } from './exceptions.ts';

/** A `System.IO.StringReader`: a text and how far it was read. */
export class TextSource {
  readonly #text: string;
  #at = 0;
  #isClosed = false;

  constructor(text: string) {
    this.#text = text;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** The next unit, which stays; -1 at the end. @throws ObjectDisposedException */
  peek(): number {
    this.#requireOpen();
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : -1;
  }

  /** The next unit; -1 at the end. @throws ObjectDisposedException */
  read(): number {
    const unit = this.peek();
    if (unit >= 0) this.#at++;
    return unit;
  }

  /** At most so many units. @throws ObjectDisposedException */
  readMany(count: number): string {
    this.#requireOpen();
    const part = this.#text.slice(this.#at, this.#at + count);
    this.#at += part.length;
    return part;
  }

  /** The next line without its end; null at the end. @throws ObjectDisposedException */
  readLine(): string | null {
    if (this.peek() < 0) return null;
    const line = /[^\r\n]*/y;
    line.lastIndex = this.#at;
    const [text = ''] = line.exec(this.#text) ?? [];
    this.#at += text.length;
    if (this.#text.startsWith('\r\n', this.#at)) this.#at += 2;
    else if (this.#at < this.#text.length) this.#at++;
    return text;
  }

  readToEnd(): string {
    return this.readMany(this.#text.length);
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new ObjectDisposedException('Cannot read from a closed TextReader.');
  }
}
