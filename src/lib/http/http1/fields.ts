import { fieldNameIn, hashOn } from '../fieldName.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { COLON, CR, HTAB, isFieldCharacter, isTokenCharacter, LF, SP } from './characters.ts';
import { Malformed } from './Malformed.ts';

/**
 * Reads field lines (RFC 9112 §5) from `at` to the end of `text`, which ends with the line break of
 * the last one. Folded lines, white space before the colon, and lone CR or LF are refused.
 * @throws Malformed
 */
export function parseFields(text: string, at: number, maxFields: number): HeaderMap {
  const headers = new HeaderMap();
  const end = text.length;
  for (let count = 0; at < end; count++) {
    if (count === maxFields) throw new Malformed(431, 'too many header fields');
    let colon = at;
    let hash = 0;
    for (
      let code = text.charCodeAt(colon);
      isTokenCharacter[code] === 1;
      code = text.charCodeAt(++colon)
    ) {
      hash = hashOn(hash, code);
    }
    if (colon === at || text.charCodeAt(colon) !== COLON) {
      throw new Malformed(400, 'a header field has no proper name');
    }
    let from = colon + 1;
    while (text.charCodeAt(from) === SP) from++;
    let lineEnd = from;
    while (isFieldCharacter[text.charCodeAt(lineEnd)] === 1) lineEnd++;
    if (text.charCodeAt(lineEnd) !== CR || text.charCodeAt(lineEnd + 1) !== LF) {
      throw new Malformed(400, 'a header field holds a control character');
    }
    let to = lineEnd;
    while (to > from && text.charCodeAt(to - 1) === SP) to--;
    // Tabs may stand around a value (RFC 9112 §5), but nobody writes them, and some read them
    // otherwise (HP-3).
    if (text.charCodeAt(from) === HTAB || text.charCodeAt(to - 1) === HTAB) {
      throw new Malformed(400, 'a tab stands around a header field');
    }
    headers.addParsed(fieldNameIn(text, at, colon, hash), text.slice(from, to));
    at = lineEnd + 2;
  }
  return headers;
}
