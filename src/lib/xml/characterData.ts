import type { Span } from '../source/SourceText.ts';
import { isNameStart, isSpace, isXmlCharacter, nameEnd } from './characters.ts';
import type { Cursor, Mark } from './Cursor.ts';
import { decode, predefinedEntities } from './decode.ts';
import type { XmlText } from './nodes.ts';

const lessThan = 0x3c;
const greaterThan = 0x3e;
const ampersand = 0x26;
const atSign = 0x40;
const bracket = 0x5d;

/** Reads text up to the next markup: §2.4. */
export function readText(cursor: Cursor): XmlText {
  const { text } = cursor;
  const start = cursor.offset;
  const holes: Span[] = [];
  // Brackets that end a hole are not the brackets of `]]>`.
  let plainFrom = start;
  while (!cursor.atEnd) {
    const unit = cursor.unit();
    if (unit === lessThan) {
      if (isMarkup(text, cursor.offset)) break;
      cursor.report('XML1106', { start: cursor.offset, end: cursor.offset + 1 });
    } else if (unit === ampersand) {
      checkReference(cursor);
      continue;
    } else if (unit === atSign && skipHole(cursor, holes)) {
      plainFrom = cursor.offset;
      continue;
    } else if (unit === greaterThan && endsSection(text, plainFrom, cursor.offset)) {
      cursor.report('XML1108', { start: cursor.offset - 2, end: cursor.offset + 1 });
    }
    cursor.offset++;
  }
  const raw = text.slice(start, cursor.offset);
  const value = decode(raw, start, cursor.options.normalize === true ? 'text' : 'references');
  return { kind: 'text', span: cursor.from(start), raw, value, holes };
}

/** Whether markup begins at `offset`: a `<` alone is a stray character. */
export function isMarkup(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) !== lessThan) return false;
  const next = text.codePointAt(offset + 1);
  return (
    next !== undefined && (next === 0x2f || next === 0x21 || next === 0x3f || isNameStart(next))
  );
}

function endsSection(text: string, from: number, offset: number): boolean {
  return (
    offset - 2 >= from &&
    text.charCodeAt(offset - 1) === bracket &&
    text.charCodeAt(offset - 2) === bracket
  );
}

/**
 * Reads what stands after the opening quote of an attribute value, up to its closing quote, which
 * is not taken: §2.3, AttValue. Answers the stretches taken verbatim.
 */
export function readQuoted(cursor: Cursor, quote: string, name: string): Span[] {
  const { text } = cursor;
  const open: Span = { start: cursor.offset - 1, end: cursor.offset };
  const close = quote.charCodeAt(0);
  const holes: Span[] = [];
  let tagEnd: Mark | undefined;
  let reported = false;
  while (!cursor.atEnd) {
    const unit = cursor.unit();
    if ((unit === atSign || cursor.offset === open.end) && skipHole(cursor, holes)) continue;
    if (unit === close) return holes;
    if (unit === lessThan && !reported) {
      // A whole end of a tag and then another tag: what is missing is the quote, not an escape.
      if (tagEnd !== undefined && isMarkup(text, cursor.offset)) {
        cursor.rewind(tagEnd);
        cursor.report('XML1205', open, name, quote);
        return holes.filter(({ end }) => end <= cursor.offset);
      }
      cursor.report('XML1107', { start: cursor.offset, end: cursor.offset + 1 }, name);
      reported = true;
    } else if (unit === ampersand) {
      checkReference(cursor);
      continue;
    } else if (unit === greaterThan) {
      const slash = cursor.offset - 1 > open.start && text[cursor.offset - 1] === '/' ? 1 : 0;
      tagEnd ??= cursor.mark(cursor.offset - slash);
    }
    cursor.offset++;
  }
  cursor.report('XML1205', open, name, quote);
  return holes;
}

/**
 * Reads an attribute value that has no quote in front: a mistake, taken to end with the word.
 * Answers the stretches taken verbatim.
 */
export function readUnquoted(cursor: Cursor): Span[] {
  const { text } = cursor;
  const holes: Span[] = [];
  skipHole(cursor, holes);
  while (!cursor.atEnd && !isSpace(cursor.unit()) && !'<>"\''.includes(text[cursor.offset]!)) {
    if (cursor.startsWith('/>')) break;
    cursor.offset++;
  }
  return holes;
}

/** Goes past the stretch that the caller's hook wants verbatim here, if there is one. */
function skipHole(cursor: Cursor, holes: Span[]): boolean {
  const start = cursor.offset;
  const end = cursor.verbatimEnd(start);
  if (end === undefined) return false;
  cursor.offset = end;
  holes.push({ start, end });
  return true;
}

const characterReference = /&#(?:x([0-9a-fA-F]+)|([0-9]+));/y;
const characterAttempt = /&#[0-9a-zA-Z]*;?/y;

/** Goes past the reference at an `&`, or past the `&` alone when none is there: §4.1. */
function checkReference(cursor: Cursor): void {
  const { text, offset } = cursor;
  if (text[offset + 1] === '#') return checkCharacterReference(cursor);
  const end = nameEnd(text, offset + 1);
  const name = text.slice(offset + 1, end);
  if (name === '' || text[end] !== ';') {
    cursor.offset = offset + 1;
    cursor.report('XML1102', cursor.from(offset));
    return;
  }
  cursor.offset = end + 1;
  if (!Object.hasOwn(predefinedEntities, name)) cursor.report('XML1103', cursor.from(offset), name);
}

function checkCharacterReference(cursor: Cursor): void {
  const start = cursor.offset;
  const match = cursor.match(characterReference);
  if (match === undefined) {
    const attempt = cursor.match(characterAttempt)?.[0] ?? '&#';
    cursor.offset += attempt.length;
    cursor.report('XML1104', cursor.from(start), attempt);
    return;
  }
  cursor.offset += match[0].length;
  const [whole, hexadecimal, decimal] = match;
  const codePoint = Number.parseInt(
    hexadecimal ?? decimal ?? '',
    hexadecimal === undefined ? 10 : 16,
  );
  if (!isXmlCharacter(codePoint)) cursor.report('XML1105', cursor.from(start), whole);
}
