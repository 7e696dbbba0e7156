import { fieldNameIn, hashOn } from '../fieldName.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { COLON, CR, HTAB, isFieldCharacter, isTokenCharacter, LF, SP } from './characters.ts';
import type { HeadText } from './HeadText.ts';
import { Malformed } from './Malformed.ts';

/**
 * Reads field lines (RFC 9112 §5) from `at` to the end of the text, which ends with the line break of
 * the last one. Folded lines, white space before the colon, and lone CR or LF are refused.
 * @throws Malformed
 */
export function parseFields(
  { text, bytes, start }: HeadText,
  at: number,
  maxFields: number,
): HeaderMap {
  const headers = new HeaderMap();
  const end = start + text.length;
  let next = start + at;
  for (let count = 0; next < end; count++) {
    if (count === maxFields) throw new Malformed(431, 'too many header fields');
    const name = next;
    let colon = name;
    let hash = 0;
    for (let code = bytes[colon]!; isTokenCharacter[code] === 1; code = bytes[++colon]!) {
      hash = hashOn(hash, code);
    }
    if (colon === name || bytes[colon] !== COLON) {
      throw new Malformed(400, 'a header field has no proper name');
    }
    let from = colon + 1;
    while (bytes[from] === SP) from++;
    let lineEnd = from;
    while (isFieldCharacter[bytes[lineEnd]!] === 1) lineEnd++;
    if (bytes[lineEnd] !== CR || bytes[lineEnd + 1] !== LF) {
      throw new Malformed(400, 'a header field holds a control character');
    }
    let to = lineEnd;
    while (to > from && bytes[to - 1] === SP) to--;
    // Tabs may stand around a value (RFC 9112 §5), but nobody writes them, and some read them
    // otherwise (HP-3).
    if (bytes[from] === HTAB || bytes[to - 1] === HTAB) {
      throw new Malformed(400, 'a tab stands around a header field');
    }
    headers.addParsed(
      fieldNameIn(text, name - start, colon - start, hash),
      text.slice(from - start, to - start),
    );
    next = lineEnd + 2;
  }
  return headers;
}
