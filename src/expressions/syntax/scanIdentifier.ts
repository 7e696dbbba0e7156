import type { ScanCursor } from './scanCursor.ts';
import { keywordOf, type Token } from './tokens.ts';

const name =
  /(?:[\p{L}\p{Nl}_]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})(?:[\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})*/uy;
const plainName = /[A-Za-z_]\w*(?![\w\\\u0080-\u{10FFFF}])/uy;
const wellFormed = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}]*$/u;

/** Scans a name or keyword (C# 6.4.3, 6.4.4); undefined when none starts here. */
export function scanIdentifier(cursor: ScanCursor): Token | undefined {
  const start = cursor.offset;
  const verbatim = cursor.take('@');
  const plain = cursor.match(plainName);
  const written = plain || cursor.match(name);
  if (written === '') {
    cursor.offset = start;
    return undefined;
  }
  const keyword = verbatim ? undefined : keywordOf(written);
  const span = cursor.spanFrom(start);
  if (keyword !== undefined) return { kind: keyword, span };
  return { kind: 'identifier', span, name: plain || meaning(cursor, written, start), verbatim };
}

/** Resolves escapes; formatting characters do not count (C# 6.4.3). */
function meaning(cursor: ScanCursor, written: string, start: number): string {
  const resolved = written.replace(/\\[uU]([\da-fA-F]+)/g, (escape, hex) => {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  });
  const text = resolved.replace(/\p{Cf}/gu, '');
  if (!wellFormed.test(text)) cursor.report('CS1056', start, [written]);
  return text;
}
