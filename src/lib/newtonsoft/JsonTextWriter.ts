import { quoteString } from './escapeString.ts';

interface Open {
  readonly end: '}' | ']' | ')';
  hasContent: boolean;
}

/**
 * Writes JSON as Newtonsoft's JsonTextWriter does: with `Formatting.None`, or indented by two spaces
 * a level with LF as line end. The caller writes what makes sense: names in objects, values behind
 * names.
 */
export class JsonTextWriter {
  readonly #isIndented: boolean;
  readonly #allowLength: (length: number) => void;
  readonly #open: Open[] = [];
  #text = '';
  #isAfterName = false;

  /** `allowLength` is told how long the text has become, and throws when that is too long. */
  constructor(isIndented: boolean, allowLength: (length: number) => void) {
    this.#isIndented = isIndented;
    this.#allowLength = allowLength;
  }

  get text(): string {
    return this.#text;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Whether a name may come next: in an object, or before everything. */
  get takesName(): boolean {
    return !this.#isAfterName && (this.#open.at(-1)?.end ?? '}') === '}';
  }

  startObject(): void {
    this.#start('{', '}');
  }

  startArray(): void {
    this.#start('[', ']');
  }

  startConstructor(name: string): void {
    this.#start(`new ${name}(`, ')');
  }

  /** Ends the container that was started last. */
  end(): void {
    const open = this.#open.pop();
    if (!open) throw new Error('nothing is open');
    // A constructor has its line end even when it is empty.
    if (open.hasContent || open.end === ')') this.#newLine();
    this.#text += open.end;
    this.#allowLength(this.#text.length);
  }

  name(name: string): void {
    this.#separate();
    this.#text += this.#isIndented ? `${quoteString(name)}: ` : `${quoteString(name)}:`;
    this.#isAfterName = true;
  }

  /** `json` is a value in its final form. */
  value(json: string): void {
    this.#separate();
    this.#text += json;
    this.#allowLength(this.#text.length);
  }

  /** A comment stands between values, and is none. */
  comment(text: string): void {
    const isInContainer = this.#open.length > 0 && this.#open.at(-1)?.end !== '}';
    if (isInContainer && !this.#isAfterName) this.#newLine();
    this.#text += `/*${text}*/`;
    this.#allowLength(this.#text.length);
  }

  #start(begin: string, end: Open['end']): void {
    this.#separate();
    this.#text += begin;
    this.#open.push({ end, hasContent: false });
  }

  #separate(): void {
    if (this.#isAfterName) {
      this.#isAfterName = false;
      return;
    }
    const open = this.#open.at(-1);
    if (!open) return;
    if (open.hasContent) this.#text += ',';
    open.hasContent = true;
    this.#newLine();
  }

  #newLine(): void {
    if (this.#isIndented) this.#text += `\n${'  '.repeat(this.#open.length)}`;
  }
}
