import { ScanCursor } from './scanCursor.ts';
import { scanIdentifier } from './scanIdentifier.ts';
import {
  endBrokenHole,
  type OpenString,
  scanFormat,
  scanInterpolatedStart,
  scanInterpolatedText,
} from './scanInterpolated.ts';
import { scanNumber } from './scanNumber.ts';
import { scanRawString } from './scanRawString.ts';
import { scanChar, scanString, scanVerbatimString } from './scanString.ts';
import { skipTrivia } from './scanTrivia.ts';
import type { SyntaxErrors } from './syntaxErrors.ts';
import { markAt, type Token } from './tokens.ts';

/**
 * Splits C# text into tokens, in time linear to its length. The last token is `end`; wrong text is
 * reported and left out, so that the parser can go on.
 */
export function scan(errors: SyntaxErrors): Token[] {
  const cursor = new ScanCursor(errors);
  const out: Token[] = [];
  // The strings around the hole in which the cursor stands, innermost last: no recursion.
  const open: OpenString[] = [];
  for (;;) {
    const lineBreak = skipTrivia(cursor);
    for (let string = open.at(-1); string !== undefined; string = open.at(-1)) {
      if (!cursor.atEnd && (string.verbatim || !lineBreak || goesOn(cursor))) break;
      open.pop();
      endBrokenHole(cursor, string, out);
    }
    if (cursor.atEnd) break;
    scanToken(cursor, open, out);
  }
  out.push({ kind: 'end', span: cursor.spanFrom(cursor.offset) });
  return out;
}

/** Whether the hole of a `$"…"` ends on this line, after one that should have been its last. */
function goesOn(cursor: ScanCursor): boolean {
  restOfHole.lastIndex = cursor.offset;
  if (!restOfHole.test(cursor.text)) return false;
  cursor.report('CS8370', cursor.offset, ['A line break in a hole of $"…"', '11'], 'write $@"…"');
  return true;
}

const restOfHole = /[^"{};\r\n\u0085\u2028\u2029]*\}/y;

function scanToken(cursor: ScanCursor, open: OpenString[], out: Token[]): void {
  const string = open.at(-1);
  if (string !== undefined && string.depth === 0 && scanHoleMark(cursor, string, open, out)) return;
  const raw = scanRawString(cursor);
  if (raw !== undefined) {
    out.push(raw);
    return;
  }
  const opened = scanInterpolatedStart(cursor, out);
  if (opened !== undefined) {
    if (scanInterpolatedText(cursor, opened, out)) open.push(opened);
    return;
  }
  const token = scanLiteral(cursor) ?? scanIdentifier(cursor) ?? scanMark(cursor);
  if (token === undefined) return skipUnexpected(cursor);
  if (string !== undefined) string.depth += depthChange(token.kind);
  out.push(token);
}

/** Takes the `}` or `:format` that ends the expression of a hole. */
function scanHoleMark(
  cursor: ScanCursor,
  string: OpenString,
  open: OpenString[],
  out: Token[],
): boolean {
  const start = cursor.offset;
  if (cursor.take('}')) {
    out.push({ kind: 'holeEnd', span: cursor.spanFrom(start) });
    if (!scanInterpolatedText(cursor, string, out)) open.pop();
    return true;
  }
  if (!cursor.sees(':')) return false;
  scanFormat(cursor, string, out);
  if (!cursor.sees('}')) {
    open.pop();
    endBrokenHole(cursor, string, out);
    cursor.take('"');
  }
  return true;
}

function depthChange(kind: Token['kind']): number {
  if (kind === '(' || kind === '[' || kind === '{') return 1;
  return kind === ')' || kind === ']' || kind === '}' ? -1 : 0;
}

function scanLiteral(cursor: ScanCursor): Token | undefined {
  if (cursor.sees('"')) return scanString(cursor);
  if (cursor.sees("'")) return scanChar(cursor);
  if (cursor.sees('@"')) return scanVerbatimString(cursor);
  const startsNumber = isDigit(cursor.unit()) || (cursor.sees('.') && isDigit(cursor.unit(1)));
  return startsNumber ? scanNumber(cursor) : undefined;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function scanMark(cursor: ScanCursor): Token | undefined {
  const mark = markAt(cursor.text, cursor.offset);
  if (mark === undefined) return undefined;
  const start = cursor.offset;
  cursor.offset += mark.length;
  return { kind: mark, span: cursor.spanFrom(start) };
}

const placeholder = 'perhaps a placeholder that another tool should have replaced';

const escapedQuote = 'the quotes around a string are written without a backslash';

const unexpected: Readonly<Record<string, string>> = {
  '“': 'a string stands between straight double quotes "',
  '”': 'a string stands between straight double quotes "',
  '‘': "a character stands between straight apostrophes '",
  '’': "a character stands between straight apostrophes '",
  '`': 'a string stands between double quotes "',
  '\\': 'a backslash belongs into strings only',
  '@': 'within an expression no other @( ) or @{ } begins; @ stands before names and strings only',
  $: placeholder,
  '#': placeholder,
};

function skipUnexpected(cursor: ScanCursor): void {
  const start = cursor.offset;
  const character = String.fromCodePoint(cursor.text.codePointAt(start) ?? 0);
  cursor.offset += character.length;
  const hint = cursor.text.startsWith('\\"', start) ? escapedQuote : unexpected[character];
  cursor.report('CS1056', start, [character], hint);
}
