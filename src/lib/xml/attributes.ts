import type { Span } from '../source/SourceText.ts';
import { isNameStart, isSpace, nameEnd } from './characters.ts';
import { readQuoted, readUnquoted } from './characterData.ts';
import type { Cursor } from './Cursor.ts';
import { decode } from './decode.ts';
import type { XmlAttribute } from './nodes.ts';
import type { XmlProblem } from './problems.ts';

/** What word processors and web pages put in the place of a space, and no name begins with. */
const looksLikeSpace = /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/;

/** Reads the attributes of one start tag: production [41]. */
export class Attributes {
  readonly all: XmlAttribute[] = [];
  /** The tag has a problem of form, so others that follow in it are likely its echoes. */
  doubtful = false;
  readonly #cursor: Cursor;
  readonly #element: string;
  readonly #byName = new Map<string, XmlAttribute>();

  constructor(cursor: Cursor, element: string) {
    this.#cursor = cursor;
    this.#element = element;
  }

  /** Reads one attribute, or goes past one thing that is none. `space` stands in front of it. */
  read(space: string): void {
    const { text, offset } = this.#cursor;
    if (looksLikeSpace.test(text[offset]!)) {
      this.#cursor.offset++;
      const codePoint = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
      this.#doubt('XML1213', this.#cursor.from(offset), `U+${codePoint}`);
      return;
    }
    if (!isNameStart(text.codePointAt(offset)!)) {
      const junk = takeJunk(this.#cursor);
      this.#doubt('XML1202', junk, text.slice(junk.start, junk.end), this.#element);
      return;
    }
    const name = this.#cursor.take(nameEnd(text, offset));
    const nameSpan = this.#cursor.from(offset);
    if (space === '') this.#doubt('XML1206', nameSpan, name);
    const equals = this.#takeEquals();
    if (equals === undefined) this.#doubt('XML1203', nameSpan, name);
    else this.#add(this.#readValue(name, nameSpan, space, equals));
  }

  /** Production [25], Eq. White space without the sign is the next attribute's, and stays. */
  #takeEquals(): string | undefined {
    const cursor = this.#cursor;
    const start = cursor.offset;
    cursor.takeSpace();
    if (!cursor.startsWith('=')) {
      cursor.offset = start;
      return undefined;
    }
    cursor.offset++;
    cursor.takeSpace();
    return cursor.text.slice(start, cursor.offset);
  }

  #readValue(name: string, nameSpan: Span, space: string, equals: string): XmlAttribute {
    const cursor = this.#cursor;
    const quote = cursor.startsWith('"') ? '"' : cursor.startsWith("'") ? "'" : '';
    cursor.offset += quote.length;
    const start = cursor.offset;
    const holes = quote === '' ? readUnquoted(cursor) : readQuoted(cursor, quote, name);
    const valueSpan = cursor.from(start);
    if (quote === '') this.#doubt('XML1204', valueSpan, name);
    else if (cursor.startsWith(quote)) cursor.offset++;
    else this.doubtful = true;
    const raw = cursor.text.slice(start, valueSpan.end);
    const decoding = cursor.options.normalize === true ? 'attribute' : 'references';
    return {
      kind: 'attribute',
      span: cursor.from(nameSpan.start),
      name,
      nameSpan,
      space,
      equals,
      quote,
      valueSpan,
      raw,
      value: decode(raw, start, decoding),
      holes,
    };
  }

  /** Well-formedness constraint "Unique Att Spec" of §3.1. */
  #add(attribute: XmlAttribute): void {
    const { name, nameSpan, span } = attribute;
    const first = this.#byName.get(name);
    if (first === undefined) {
      this.#byName.set(name, attribute);
    } else {
      const { line } = this.#cursor.source.positionAt(first.span.start);
      this.#cursor.report('XML1207', nameSpan, this.#element, name, line);
    }
    this.all.push(attribute);
    this.#cursor.count(span);
    const { attributes: most } = this.#cursor.limits;
    if (this.all.length > most) this.#cursor.stop('XML1004', span, this.#element, most);
  }

  #doubt(code: XmlProblem, span: Span, ...values: string[]): void {
    if (!this.doubtful) this.#cursor.report(code, span, ...values);
    this.doubtful = true;
  }
}

/** Goes past one run of characters that have no place in a tag; a `/` is a run of its own. */
export function takeJunk(cursor: Cursor): Span {
  const { text } = cursor;
  const start = cursor.offset++;
  if (text[start] === '/') return cursor.from(start);
  while (!cursor.atEnd && !isSpace(cursor.unit()) && !'<>/'.includes(text[cursor.offset]!)) {
    cursor.offset++;
  }
  return cursor.from(start);
}
