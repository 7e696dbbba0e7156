import type { Span } from '../source/SourceText.ts';
import { isXmlCharacter } from './characters.ts';

/** XML 1.0 §4.6. Others can only come from a DTD, and no DTD is read. */
export const predefinedEntities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** A decoded text that knows where in the source each of its characters was written. */
export class MappedText {
  readonly text: string;
  readonly #start: number;
  /** Where the mapping is not one to one: from decoded offset `from` on, source offset `to` on. */
  readonly #shifts: readonly Shift[];

  /** `start` is the source offset of the first character; without shifts the rest follow it. */
  constructor(text: string, start: number, shifts: readonly Shift[] = []) {
    this.text = text;
    this.#start = start;
    this.#shifts = shifts;
  }

  /** Texts one after another as one text, such as the character data on both sides of a comment. */
  static join(parts: readonly MappedText[]): MappedText {
    let text = '';
    const shifts: Shift[] = [];
    for (const part of parts) {
      const offset = text.length;
      shifts.push({ from: offset, to: part.#start });
      for (const { from, to } of part.#shifts) shifts.push({ from: from + offset, to });
      text += part.text;
    }
    return new MappedText(text, parts[0]?.sourceOffset(0) ?? 0, shifts);
  }

  /**
   * The source offset of the character at `decodedOffset`; of its `&` when it was a reference.
   * Offsets outside the text are clamped to it, and its end maps to the end in the source.
   */
  sourceOffset(decodedOffset: number): number {
    const at = Math.max(0, Math.min(decodedOffset, this.text.length));
    let low = 0;
    let high = this.#shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#shifts[middle]!.from <= at) low = middle + 1;
      else high = middle;
    }
    const shift = this.#shifts[low - 1];
    return shift === undefined ? this.#start + at : shift.to + at - shift.from;
  }

  /** The span of the source that a span of the decoded text was written as. */
  sourceSpan({ start, end }: Span): Span {
    return { start: this.sourceOffset(start), end: this.sourceOffset(end) };
  }
}

interface Shift {
  readonly from: number;
  readonly to: number;
}

/**
 * What decoding replaces.
 * - `references`: references alone; line breaks stay as they were written.
 * - `text`: references, and line breaks become U+000A (§2.11).
 * - `attribute`: references, and literal white space becomes spaces (§2.11, then §3.3.3).
 * - `cdata`: line breaks alone.
 */
export type Decoding = keyof typeof patterns;

// A name in the first group, hexadecimal digits in the second, decimal digits in the third.
const reference = /&(?:(lt|gt|amp|quot|apos)|#x([0-9a-fA-F]+)|#([0-9]+));/;
const either = (other: string): RegExp => new RegExp(`${reference.source}|${other}`, 'g');
const patterns = {
  references: new RegExp(reference, 'g'),
  text: either('\\r\\n?'),
  attribute: either('\\r\\n|[\\r\\n\\t]'),
  cdata: /\r\n?/g,
} as const;

/**
 * Decodes `raw`, which stands at `start` in its source. What is not a reference to a character of
 * XML, such as a bare `&`, stands for itself: reporting it is the reader's business.
 */
export function decode(raw: string, start: number, decoding: Decoding = 'references'): MappedText {
  let text = '';
  let taken = 0;
  const shifts: Shift[] = [];
  for (const match of raw.matchAll(patterns[decoding])) {
    const replacement = replacementFor(match, decoding);
    if (replacement === undefined) continue;
    text += raw.slice(taken, match.index);
    taken = match.index + match[0].length;
    // Both halves of a surrogate pair were written by one reference.
    if (replacement.length === 2) shifts.push({ from: text.length + 1, to: start + match.index });
    text += replacement;
    if (replacement.length !== match[0].length) {
      shifts.push({ from: text.length, to: start + taken });
    }
  }
  return new MappedText(taken === 0 ? raw : text + raw.slice(taken), start, shifts);
}

function replacementFor(match: RegExpExecArray, decoding: Decoding): string | undefined {
  const [, name, hexadecimal, decimal] = match;
  if (name !== undefined) return predefinedEntities[name];
  if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  return decoding === 'attribute' ? ' ' : '\n';
}

function character(codePoint: number): string | undefined {
  return isXmlCharacter(codePoint) ? String.fromCodePoint(codePoint) : undefined;
}
