import { isLineBreak, type ScanCursor } from './scanCursor.ts';
import type { Token } from './tokens.ts';

const simpleEscapes: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '\\': '\\',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const codeEscape = /\\(?:x[\da-fA-F]{1,4}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;
const plainText = /[^"\\\r\n\u0085\u2028\u2029]+/y;
const plainChars = /[^'\\\r\n\u0085\u2028\u2029]+/y;
const verbatimText = /[^"]+/y;

/** Scans `"…"` (C# 6.4.5.6). */
export function scanString(cursor: ScanCursor): Token {
  const start = cursor.offset;
  cursor.offset++;
  const value = scanEscapedText(cursor, plainText);
  if (!cursor.take('"')) {
    const hint = 'a text over several lines is written @"…", where a quote is ""';
    cursor.report('CS1010', start, ['quote'], hint);
  }
  return { kind: 'literal', span: cursor.spanFrom(start), literal: { type: 'string', value } };
}

/** Scans `@"…"`. */
export function scanVerbatimString(cursor: ScanCursor): Token {
  const start = cursor.offset;
  cursor.offset += 2;
  let value = '';
  while (!cursor.atEnd) {
    value += cursor.match(verbatimText);
    if (cursor.take('""')) value += '"';
    else break;
  }
  if (!cursor.take('"')) cursor.errors.report('CS1039', { start, end: start + 2 });
  return { kind: 'literal', span: cursor.spanFrom(start), literal: { type: 'string', value } };
}

/** Scans `'…'` (C# 6.4.5.5). Text in single quotes is reported, then taken for the string it was meant to be. */
export function scanChar(cursor: ScanCursor): Token {
  const start = cursor.offset;
  cursor.offset++;
  const value = scanEscapedText(cursor, plainChars);
  const closed = cursor.take("'");
  const span = cursor.spanFrom(start);
  if (closed && value.length === 1) {
    return { kind: 'literal', span, literal: { type: 'char', value: value.charCodeAt(0) } };
  }
  if (!closed) cursor.report('CS1010', start, ['apostrophe'], 'C# strings use double quotes');
  else if (value === '') cursor.report('CS1011', start, [], 'the empty string is ""');
  else cursor.report('CS1012', start, [], 'C# strings use double quotes');
  return { kind: 'literal', span, literal: { type: 'string', value } };
}

/** Reads text that `plain` matches and escapes, up to what is neither. */
function scanEscapedText(cursor: ScanCursor, plain: RegExp): string {
  let value = '';
  while (!cursor.atEnd) {
    value += cursor.match(plain);
    if (!cursor.sees('\\') || isLineBreak(cursor.unit(1))) break;
    value += scanEscape(cursor);
  }
  return value;
}

/** Reads the escape sequence at the cursor and returns what it means. */
export function scanEscape(cursor: ScanCursor): string {
  const start = cursor.offset;
  const code = cursor.match(codeEscape);
  const point = Number.parseInt(code.slice(2), 16);
  if (code !== '' && point <= 0x10ffff) return fromCode(code, point);
  if (code === '') cursor.offset += cursor.offset + 1 < cursor.text.length ? 2 : 1;
  const letter = cursor.text.slice(start + 1, cursor.offset);
  const meaning = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined;
  if (meaning !== undefined) return meaning;
  const escape = cursor.text.slice(start, cursor.offset);
  cursor.report('CS1009', start, [escape], 'a backslash is written \\\\, or the whole string @"…"');
  return letter;
}

/** `\x` and `\u` name one UTF-16 unit, `\U` a code point. */
function fromCode(code: string, point: number): string {
  return code[1] === 'U' ? String.fromCodePoint(point) : String.fromCharCode(point);
}
