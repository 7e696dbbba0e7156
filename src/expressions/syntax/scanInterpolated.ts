import { isLineBreak, type ScanCursor } from './scanCursor.ts';
import { scanEscape } from './scanString.ts';
import type { Token } from './tokens.ts';

/** An interpolated string that has been opened and not yet closed. */
export interface OpenString {
  readonly verbatim: boolean;
  /** Where its open hole starts. */
  holeStart: number;
  /** How many brackets are open within the hole. */
  depth: number;
}

const plain = /[^"{}\\\r\n\u0085\u2028\u2029]+/y;
const plainVerbatim = /[^"{}]+/y;
const opener = /\$@"|@\$"|\$"/y;

/** Takes the `$"`, `$@"` or `@$"` at the cursor; undefined when none stands there. */
export function scanInterpolatedStart(cursor: ScanCursor, out: Token[]): OpenString | undefined {
  const start = cursor.offset;
  const mark = cursor.match(opener);
  if (mark === '') return undefined;
  out.push({ kind: 'interpolatedStart', span: cursor.spanFrom(start) });
  return { verbatim: mark.length === 3, holeStart: start, depth: 0 };
}

/**
 * Scans text up to and with the next hole's `{` or the string's end. Returns whether a hole was
 * opened.
 */
export function scanInterpolatedText(
  cursor: ScanCursor,
  string: OpenString,
  out: Token[],
): boolean {
  const start = cursor.offset;
  const text = scanText(cursor, string.verbatim, 'CS8086');
  if (cursor.offset > start) {
    out.push({ kind: 'interpolatedText', span: cursor.spanFrom(start), text });
  }
  const markStart = cursor.offset;
  if (cursor.take('{')) {
    string.holeStart = markStart;
    string.depth = 0;
    out.push({ kind: 'holeStart', span: cursor.spanFrom(markStart) });
    return true;
  }
  if (!cursor.take('"')) {
    if (string.verbatim) cursor.report('CS1039', start);
    else cursor.report('CS1010', start, ['quote'], 'a text over several lines is written $@"…"');
  }
  out.push({ kind: 'interpolatedEnd', span: cursor.spanFrom(markStart) });
  return false;
}

/**
 * Reads text up to a quote, a line break or the brace that ends it: `{` starts a hole, and a format
 * ends with `}`. The other brace must be doubled; `stray` is its error.
 */
function scanText(cursor: ScanCursor, verbatim: boolean, stray: 'CS8086' | 'CS8087'): string {
  const strayBrace = stray === 'CS8086' ? '}' : '{';
  let text = '';
  while (!cursor.atEnd) {
    text += cursor.match(verbatim ? plainVerbatim : plain);
    if (cursor.take('{{')) text += '{';
    else if (cursor.take('}}')) text += '}';
    else if (cursor.take(strayBrace)) {
      text += strayBrace;
      cursor.report(stray, cursor.offset - 1);
    } else if (verbatim && cursor.take('""')) text += '"';
    else if (!verbatim && cursor.sees('\\') && !isLineBreak(cursor.unit(1))) {
      text += scanEscape(cursor);
    } else break;
  }
  return text;
}

/** Scans the `:format` of a hole, up to the hole's `}`. */
export function scanFormat(cursor: ScanCursor, string: OpenString, out: Token[]): void {
  const start = cursor.offset;
  cursor.offset++;
  const text = scanText(cursor, string.verbatim, 'CS8087');
  if (text === '' && cursor.sees('}')) cursor.report('CS8089', start);
  else if (/\s$/.test(text)) cursor.report('CS8088', start);
  out.push({ kind: 'format', span: cursor.spanFrom(start), text });
}

/** Closes a hole that the text never closes: with the line, or with the whole text. */
export function endBrokenHole(cursor: ScanCursor, string: OpenString, out: Token[]): void {
  const { holeStart, verbatim } = string;
  const hint = verbatim
    ? undefined
    : 'holes of $"…" end on their line; $@"…" may have several lines';
  cursor.errors.report('CS8076', { start: holeStart, end: holeStart + 1 }, [], hint);
  const span = { start: cursor.offset, end: cursor.offset };
  out.push({ kind: 'holeEnd', span }, { kind: 'interpolatedEnd', span });
}
