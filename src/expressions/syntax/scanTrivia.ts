import { isLineBreak, type ScanCursor } from './scanCursor.ts';

// C# 6.3.4: tab, vertical tab, form feed and the space separators; a byte order mark does no harm.
const blanks = /[\t\v\f \p{Zs}\uFEFF]+/uy;
const restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;

/** Skips white space and comments. Returns whether a line ended among them, outside block comments. */
export function skipTrivia(cursor: ScanCursor): boolean {
  let lineBreak = false;
  let onlyBlanks = cursor.offset === 0;
  while (!cursor.atEnd) {
    if (isLineBreak(cursor.unit())) {
      cursor.offset++;
      lineBreak = onlyBlanks = true;
    } else if (cursor.sees('//')) cursor.match(restOfLine);
    else if (cursor.sees('/*')) skipBlockComment(cursor);
    else if (onlyBlanks && cursor.sees('#')) skipDirective(cursor);
    else if (cursor.match(blanks) === '') break;
  }
  return lineBreak;
}

function skipBlockComment(cursor: ScanCursor): void {
  const start = cursor.offset;
  const close = cursor.text.indexOf('*/', start + 2);
  cursor.offset = close < 0 ? cursor.text.length : close + 2;
  if (close < 0) cursor.errors.report('CS1035', { start, end: start + 2 });
}

function skipDirective(cursor: ScanCursor): void {
  const start = cursor.offset;
  const line = cursor.match(restOfLine);
  if (line.startsWith('#{')) {
    const hint = '#{…}# looks like a placeholder that another tool should have replaced';
    cursor.report('CS1056', start, ['#'], hint);
  } else cursor.report('APIM2102', start);
}
