import { endOfExpression } from '../../expressions/syntax/skip.ts';
import type { ExpressionForm } from '../../expressions/evaluate.ts';
import { decode } from '../../lib/xml/decode.ts';

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

/** More holes without an end than this are no text that somebody writes. */
const maxUnclosed = 50;

const nothing: Spot = { kind: 'nothing' };
const name = /[\w:.-]*/y;
const equalsQuote = /\s*=\s*(["'])/y;

class Scanner {
  readonly #text: string;
  /** The text before the cursor. */
  readonly #written: string;
  readonly #open: OpenElement[] = [];
  readonly #top: string[] = [];
  #at = 0;
  #unclosed = 0;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#written = text.slice(0, offset);
  }

  scan(): Place {
    while (this.#goesOn) {
      const isMarkup = this.#written[this.#at] === '<';
      const spot = isMarkup ? this.#markup() : this.#character(/<\/?[a-z]/gi);
      if (spot) return this.#found(spot);
    }
    return this.#found({ kind: 'text', start: startOfWord(this.#written) });
  }

  get #goesOn(): boolean {
    return this.#at < this.#written.length;
  }

  #found(spot: Spot): Place {
    return { spot, open: this.#open, top: this.#top };
  }

  #markup(): Spot | undefined {
    if (this.#take('<![CDATA[')) return undefined;
    if (this.#take('<!--')) return this.#skipTo('-->') ? undefined : nothing;
    if (this.#take('<?')) return this.#skipTo('?>') ? undefined : nothing;
    if (this.#take('<!')) return this.#skipTo('>') ? undefined : nothing;
    return this.#take('</') ? this.#endTag() : this.#startTag();
  }

  /** One character of text or of a value, or a hole that `likelyEnd` ends if nothing else does. */
  #character(likelyEnd: RegExp): Spot | undefined {
    const open = this.#written[this.#at + 1];
    if (this.#written[this.#at] === '@' && (open === '(' || open === '{')) {
      return this.#hole(open, likelyEnd);
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
    if (found === undefined || quote === undefined) return undefined;
    this.#at += found.length;
    return this.#value(attribute, quote);
  }

  #value(attribute: string, quote: string): Spot | undefined {
    const start = this.#at;
    const likelyEnd = new RegExp(`${quote}\\s*(?:/?>|[\\w-]+\\s*=)`, 'g');
    while (this.#goesOn) {
      if (this.#take(quote)) return undefined;
      const spot = this.#character(likelyEnd);
      if (spot) return spot;
    }
    return { kind: 'value', start, attribute };
  }

  /** From `@(` or `@{` to its end; the code when the cursor is in it. */
  #hole(open: '(' | '{', likelyEnd: RegExp): Spot | undefined {
    const codeStart = this.#at + 2;
    const cursor = this.#written.length;
    const end = this.#unclosed < maxUnclosed ? endOfExpression(this.#text, this.#at) : undefined;
    if (end === undefined) this.#unclosed++;
    const last = end === undefined ? this.#likely(likelyEnd, codeStart) : end - 1;
    if (cursor > last) {
      this.#at = end ?? last;
      return undefined;
    }
    const { text: code } = decode(this.#written.slice(codeStart), codeStart);
    const form = open === '(' ? 'expression' : 'statements';
    return { kind: 'code', start: startOfWord(this.#written), form, code };
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

function startOfWord(written: string): number {
  const [word = ''] = /[A-Za-z0-9_]{0,200}$/.exec(written.slice(-200)) ?? [];
  return written.length - word.length;
}
