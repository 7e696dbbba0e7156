import { nameEnd } from './characters.ts';
import type { Cursor } from './Cursor.ts';
import type { XmlDoctype } from './nodes.ts';

// Production [75], ExternalID, with [11] SystemLiteral and [12] PubidLiteral.
const externalId =
  /[ \t\r\n]+(?:SYSTEM|PUBLIC[ \t\r\n]+("[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*"|'[ \r\na-zA-Z0-9\-()+,./:=?;!*#@$_%]*'))[ \t\r\n]+("[^"]*"|'[^']*')/y;

// One piece of production [28b], intSubset, in which no `]` can end the subset.
const subsetPiece = /[^\]"'<]+|"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|<(?!!--|\?)/y;

/**
 * Reads a document type declaration at its `<!DOCTYPE`: production [28]. Only as much of it is
 * understood as finding its end takes.
 */
export function readDoctype(cursor: Cursor): XmlDoctype {
  const start = cursor.offset;
  cursor.offset += '<!DOCTYPE'.length;
  const spaced = cursor.takeSpace() !== '';
  const name = spaced ? cursor.take(nameEnd(cursor.text, cursor.offset)) : '';
  const external = cursor.match(externalId);
  cursor.offset += external?.[0].length ?? 0;
  cursor.takeSpace();
  const internalSubset = cursor.startsWith('[') ? takeSubset(cursor) : undefined;
  cursor.takeSpace();
  if (name === '' || !cursor.startsWith('>')) {
    cursor.report('XML1312', { start, end: start + '<!DOCTYPE'.length });
  }
  const close = cursor.text.indexOf('>', cursor.offset);
  cursor.offset = close < 0 ? cursor.text.length : close + 1;
  return {
    kind: 'doctype',
    span: cursor.from(start),
    raw: cursor.text.slice(start, cursor.offset),
    name,
    publicId: external?.[1]?.slice(1, -1),
    systemId: external?.[2]?.slice(1, -1),
    internalSubset,
  };
}

/** Takes the internal subset with its brackets; to the end of the text when it has no end. */
function takeSubset(cursor: Cursor): string {
  const start = ++cursor.offset;
  for (let piece = cursor.match(subsetPiece); piece; piece = cursor.match(subsetPiece)) {
    cursor.offset += piece[0].length;
  }
  const end = cursor.startsWith(']') ? cursor.offset : cursor.text.length;
  cursor.offset = Math.min(end + 1, cursor.text.length);
  return cursor.text.slice(start, end);
}
