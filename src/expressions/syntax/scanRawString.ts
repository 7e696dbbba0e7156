import type { ScanCursor } from './scanCursor.ts';
import type { Token } from './tokens.ts';

const opener = /\$*"{3,}/y;

/**
 * Takes the `"""…"""` of C# 11, with holes or without, which is reported; undefined when none
 * stands here, or when it does not end: then it is more likely a mistake in another string.
 */
export function scanRawString(cursor: ScanCursor): Token | undefined {
  const start = cursor.offset;
  const quotes = cursor.match(opener).replace(/^\$+/, '');
  if (quotes === '') return undefined;
  const from = cursor.offset;
  const end = cursor.text.indexOf(quotes, from);
  if (end < 0) {
    cursor.offset = start;
    return undefined;
  }
  cursor.offset = end + quotes.length;
  while (cursor.take('"'));
  cursor.report('CS8370', start, ['A raw string literal', '11'], 'write @"…", where a quote is ""');
  const value = cursor.text.slice(from, end);
  return { kind: 'literal', span: cursor.spanFrom(start), literal: { type: 'string', value } };
}
