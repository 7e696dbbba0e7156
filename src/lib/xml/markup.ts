import type { Span } from '../source/SourceText.ts';
import { isSpace, nameEnd } from './characters.ts';
import type { Cursor } from './Cursor.ts';
import { decode, MappedText } from './decode.ts';
import type { XmlCData, XmlComment, XmlDeclaration, XmlInstruction } from './nodes.ts';
import type { XmlProblem } from './problems.ts';

/** Reads a comment at its `<!--`: production [15]. */
export function readComment(cursor: Cursor): XmlComment {
  const { span, raw, content, contentSpan } = readEnclosed(cursor, '<!--', '-->', 'XML1301');
  // Production [15] also forbids `--->`. Once is enough: `<!------ x ------>` is one mistake.
  const dashes = raw.slice(0, contentSpan.end - span.start + 1).indexOf('--', 4);
  if (dashes >= 0) {
    const start = span.start + dashes;
    cursor.report('XML1302', { start, end: start + 2 });
  }
  return { kind: 'comment', span, raw, value: normalizeLines(cursor, content) };
}

/** Reads a CDATA section at its `<![CDATA[`: production [18]. */
export function readCData(cursor: Cursor): XmlCData {
  const { span, raw, content, contentSpan } = readEnclosed(cursor, '<![CDATA[', ']]>', 'XML1303');
  const { start } = contentSpan;
  const normalize = cursor.options.normalize === true;
  const value = normalize ? decode(content, start, 'cdata') : new MappedText(content, start);
  return { kind: 'cdata', span, raw, value };
}

/**
 * Reads a processing instruction, or the XML declaration, at its `<?`: productions [16] and [23].
 * The declaration has its place at the very start alone.
 */
export function readInstruction(cursor: Cursor): XmlInstruction | XmlDeclaration {
  const first = cursor.offset === cursor.documentStart;
  const { span, raw, content, contentSpan } = readEnclosed(cursor, '<?', '?>', 'XML1304');
  const targetEnd = nameEnd(content, 0);
  const target = content.slice(0, targetEnd);
  const targetSpan: Span = { start: contentSpan.start, end: contentSpan.start + targetEnd };
  if (target === 'xml' && first) return declaration(cursor, span, raw, content.slice(targetEnd));
  if (target.toLowerCase() === 'xml') cursor.report('XML1307', targetSpan);
  else if (target === '') cursor.report('XML1305', { start: span.start, end: span.start + 2 });
  let valueStart = targetEnd;
  while (isSpace(content.charCodeAt(valueStart))) valueStart++;
  if (target !== '' && valueStart === targetEnd && valueStart < content.length) {
    cursor.report('XML1306', targetSpan, target);
  }
  const value = normalizeLines(cursor, content.slice(valueStart));
  return { kind: 'instruction', span, raw, target, value };
}

// Productions [24] VersionInfo, [80] EncodingDecl, [32] SDDecl. The fifth edition takes every
// version 1.x and reads it as 1.0: §2.8.
const pseudoAttributes =
  /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])(?<version>1\.[0-9]+)\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])(?<encoding>[A-Za-z][A-Za-z0-9._-]*)\3)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?<standalone>yes|no)\5)?[ \t\r\n]*$/;

function declaration(cursor: Cursor, span: Span, raw: string, content: string): XmlDeclaration {
  const groups = pseudoAttributes.exec(content)?.groups;
  if (groups === undefined) cursor.report('XML1308', span);
  const { version, encoding } = groups ?? {};
  const standalone = groups?.standalone === undefined ? undefined : yesOrNo(groups.standalone);
  return { kind: 'declaration', span, raw, version, encoding, standalone };
}

function yesOrNo(word: string): 'yes' | 'no' {
  return word === 'yes' ? 'yes' : 'no';
}

/** Goes past a `<!` that begins nothing known, up to its `>`. */
export function skipUnknown(cursor: Cursor): void {
  const start = cursor.offset;
  const close = cursor.text.indexOf('>', start);
  cursor.offset = close < 0 ? cursor.text.length : close + 1;
  cursor.report('XML1309', { start, end: start + 2 });
}

interface Enclosed {
  readonly span: Span;
  readonly raw: string;
  readonly content: string;
  readonly contentSpan: Span;
}

/** Reads from `open`, which stands here, to `close`; to the end of the text when there is none. */
function readEnclosed(cursor: Cursor, open: string, close: string, missing: XmlProblem): Enclosed {
  const { text } = cursor;
  const start = cursor.offset;
  const from = start + open.length;
  const found = text.indexOf(close, from);
  const to = found < 0 ? text.length : found;
  cursor.offset = found < 0 ? to : to + close.length;
  if (found < 0) cursor.report(missing, { start, end: from });
  return {
    span: cursor.from(start),
    raw: text.slice(start, cursor.offset),
    content: text.slice(from, to),
    contentSpan: { start: from, end: to },
  };
}

/** §2.11, for values whose offsets nobody asks for. */
function normalizeLines(cursor: Cursor, value: string): string {
  return cursor.options.normalize === true ? value.replace(/\r\n?/g, '\n') : value;
}
