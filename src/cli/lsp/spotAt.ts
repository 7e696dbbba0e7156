import { ExpressionEnds } from '../../expressions/syntax/skip.ts';
import type { ExpressionForm } from '../../expressions/evaluate.ts';
import { decode, MappedText } from '../../lib/xml/decode.ts';

/** An element whose start tag stands before the cursor and whose end does not. */
export interface OpenElement {
  readonly name: string;
  /** Names of the attributes before the cursor. */
  readonly attributes: string[];
  /** Names of the children before the cursor. */
  readonly children: string[];
}

/** What is being written at a place; `start` is where the word under way began. */
export type Spot =
  | { readonly kind: 'element' | 'endTag' | 'attribute' | 'text'; readonly start: number }
  | { readonly kind: 'value'; readonly start: number; readonly attribute: string }
  | {
      readonly kind: 'code';
      readonly start: number;
      readonly form: ExpressionForm;
      /** What stands between the bracket and the cursor. */
      readonly code: string;
      /** What stands between the brackets, which begins with `code`. */
      readonly whole: MappedText;
    }
  | { readonly kind: 'nothing' };

export interface Place {
  readonly spot: Spot;
  /** From the outermost; the last one is the element whose start tag is being written, if one is. */
  readonly open: readonly OpenElement[];
  /** The children at the top before the cursor. */
  readonly top: readonly string[];
}

/**
 * Finds out what is written at `offset` from what stands before it, however wrong that is: the
 * parser reads what is finished, this what is not. Takes time linear in the text.
 */
export function spotAt(text: string, offset: number): Place {
  return new Scanner(text, offset).scan();
}

const nothing: Spot = { kind: 'nothing' };
const name = /[\w:.-]*/y;
const equalsQuote = /\s*=\s*(["'])/y;
/** Up to what may be of interest in a text, and in a value. */
const plainText = /[^<@]+/y;
const plainValue = /[^"'@]+/y;

/** Where a hole that has no end probably was to end: what stands around it. */
const likelyEnds = {
  text: /<\/?[a-z]/gi,
  cdata: /\]\]>/g,
  '"': /"\s*(?:\/?>|[\w-]+\s*=)/g,
  "'": /'\s*(?:\/?>|[\w-]+\s*=)/g,
} as const;

type Around = keyof typeof likelyEnds;

class Scanner {
  readonly #text: string;
  /** The text before the cursor. */
  readonly #written: string;
  readonly #open: OpenElement[] = [];
  readonly #top: string[] = [];
  #at = 0;
  readonly #ends = new ExpressionEnds();

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#written = text.slice(0, offset);
  }

  scan(): Place {
    while (this.#goesOn) {
      this.#skip(plainText);
      if (!this.#goesOn) break;
      const isMarkup = this.#written[this.#at] === '<';
      const spot = isMarkup ? this.#markup() : this.#character('text');
      if (spot) return this.#found(spot);
    }
    return this.#found(this.#textSpot);
  }

  get #textSpot(): Spot {
    return { kind: 'text', start: startOf(/[\w.-]*$/, this.#written) };
  }

  get #goesOn(): boolean {
    return this.#at < this.#written.length;
  }

  #found(spot: Spot): Place {
    return { spot, open: this.#open, top: this.#top };
  }

  #markup(): Spot | undefined {
    if (this.#take('<![CDATA[')) return this.#cdata();
    if (this.#take('<!--')) return this.#skipTo('-->') ? undefined : nothing;
    if (this.#take('<?')) return this.#skipTo('?>') ? undefined : nothing;
    if (this.#take('<!')) return this.#skipTo('>') ? undefined : nothing;
    return this.#take('</') ? this.#endTag() : this.#startTag();
  }

  /** No markup counts in it, and no reference (XML 1.0 §2.7). */
  #cdata(): Spot | undefined {
    const found = this.#text.indexOf(']]>', this.#at);
    const end = found < 0 ? this.#text.length : found;
    if (this.#written.length > end) {
      this.#at = end + ']]>'.length;
      return undefined;
    }
    while (this.#goesOn) {
      const spot = this.#character('cdata');
      if (spot) return spot;
    }
    return this.#textSpot;
  }

  /** One character of text or of a value, or a hole. */
  #character(around: Around): Spot | undefined {
    const open = this.#written[this.#at + 1];
    if (this.#written[this.#at] === '@' && (open === '(' || open === '{')) {
      return this.#hole(open, around);
    }
    this.#at++;
    return undefined;
  }

  #endTag(): Spot | undefined {
    const start = this.#at;
    const closed = this.#name();
    if (!this.#goesOn) return { kind: 'endTag', start };
    const index = this.#open.findLastIndex((each) => each.name === closed);
    if (index >= 0) this.#open.length = index;
    this.#skipTo('>');
    return undefined;
  }

  #startTag(): Spot | undefined {
    const start = ++this.#at;
    const element: OpenElement = { name: this.#name(), attributes: [], children: [] };
    if (!this.#goesOn) return { kind: 'element', start };
    if (element.name === '') return undefined;
    (this.#open.at(-1)?.children ?? this.#top).push(element.name);
    this.#open.push(element);
    return this.#attributes(element);
  }

  /** Up to the end of the start tag, or to where another begins. */
  #attributes({ attributes }: OpenElement): Spot | undefined {
    while (this.#goesOn) {
      if (this.#written[this.#at] === '<' || this.#take('>')) return undefined;
      if (this.#take('/>')) {
        this.#open.pop();
        return undefined;
      }
      const spot = this.#attribute(attributes);
      if (spot) return spot;
    }
    return { kind: 'attribute', start: this.#at };
  }

  #attribute(attributes: string[]): Spot | undefined {
    const start = this.#at;
    const attribute = this.#name();
    if (attribute === '') {
      this.#at++;
      return undefined;
    }
    if (!this.#goesOn) return { kind: 'attribute', start };
    attributes.push(attribute);
    equalsQuote.lastIndex = this.#at;
    const [found, quote] = equalsQuote.exec(this.#written) ?? [];
    if (found === undefined || quote === undefined) {
      // Between the name and the quote.
      return /^\s*=\s*$/.test(this.#written.slice(this.#at)) ? nothing : undefined;
    }
    this.#at += found.length;
    return this.#value(attribute, quote === '"' ? '"' : "'");
  }

  #value(attribute: string, quote: '"' | "'"): Spot | undefined {
    const start = this.#at;
    while (this.#goesOn) {
      this.#skip(plainValue);
      if (this.#take(quote)) return undefined;
      const spot = this.#goesOn ? this.#character(quote) : undefined;
      if (spot) return spot;
    }
    return { kind: 'value', start, attribute };
  }

  /** From `@(` or `@{` to its end; the code when the cursor is in it. */
  #hole(open: '(' | '{', around: Around): Spot | undefined {
    const codeStart = this.#at + 2;
    const cursor = this.#written.length;
    const end = this.#ends.of(this.#text, this.#at);
    const last = end === undefined ? this.#likely(likelyEnds[around], codeStart) : end - 1;
    if (cursor > last) {
      this.#at = end ?? last;
      return undefined;
    }
    const read = (upTo: number): MappedText => {
      const raw = this.#text.slice(codeStart, upTo);
      return around === 'cdata' ? new MappedText(raw, codeStart) : decode(raw, codeStart);
    };
    const form = open === '(' ? 'expression' : 'statements';
    const start = startOf(/\w*$/, this.#written);
    return { kind: 'code', start, form, code: read(cursor).text, whole: read(last) };
  }

  #likely(end: RegExp, from: number): number {
    end.lastIndex = from;
    return end.exec(this.#text)?.index ?? this.#text.length;
  }

  #name(): string {
    name.lastIndex = this.#at;
    const [found = ''] = name.exec(this.#written) ?? [];
    this.#at += found.length;
    return found;
  }

  #skip(plain: RegExp): void {
    plain.lastIndex = this.#at;
    this.#at += plain.exec(this.#written)?.[0].length ?? 0;
  }

  #take(mark: string): boolean {
    if (!this.#written.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  /** Behind the next `mark`; false when the cursor comes first. */
  #skipTo(mark: string): boolean {
    const found = this.#written.indexOf(mark, this.#at);
    this.#at = found < 0 ? this.#written.length : found + mark.length;
    return found >= 0;
  }
}

/** Where the word begins that ends where the text does; no name is as long as it may be here. */
function startOf(word: RegExp, written: string): number {
  return written.length - (word.exec(written.slice(-200))?.[0].length ?? 0);
}
