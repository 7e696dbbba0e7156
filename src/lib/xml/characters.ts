/**
 * The character classes of XML 1.0, fifth edition (https://www.w3.org/TR/xml/), and of Namespaces
 * in XML 1.0, third edition (https://www.w3.org/TR/xml-names/).
 */

type Range = readonly [first: number, last: number];

/** XML 1.0 production [4], NameStartChar. */
// prettier-ignore
const nameStart: readonly Range[] = [
  [0x3a, 0x3a], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a], [0xc0, 0xd6], [0xd8, 0xf6],
  [0xf8, 0x2ff], [0x370, 0x37d], [0x37f, 0x1fff], [0x200c, 0x200d], [0x2070, 0x218f],
  [0x2c00, 0x2fef], [0x3001, 0xd7ff], [0xf900, 0xfdcf], [0xfdf0, 0xfffd], [0x10000, 0xeffff],
];

/** XML 1.0 production [4a], NameChar: NameStartChar and these. */
// prettier-ignore
const nameMore: readonly Range[] = [
  [0x2d, 0x2e], [0x30, 0x39], [0xb7, 0xb7], [0x300, 0x36f], [0x203f, 0x2040],
];

const within = (ranges: readonly Range[], codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

/** Answers for ASCII, which is nearly every name there is. */
const asciiStart = Uint8Array.from({ length: 128 }, (_, code) => Number(within(nameStart, code)));
const asciiMore = Uint8Array.from({ length: 128 }, (_, code) => Number(within(nameMore, code)));

/** Whether a name can begin with this code point: production [4]. */
export function isNameStart(codePoint: number): boolean {
  return codePoint < 128 ? asciiStart[codePoint] === 1 : within(nameStart, codePoint);
}

/** Whether this code point can stand in a name after its first: production [4a]. */
export function isNameChar(codePoint: number): boolean {
  if (codePoint < 128) return asciiStart[codePoint] === 1 || asciiMore[codePoint] === 1;
  return within(nameStart, codePoint) || within(nameMore, codePoint);
}

/** Where the name that begins at `offset` ends; `offset` itself when none does. Production [5]. */
export function nameEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    if (!(at === offset ? isNameStart(codePoint) : isNameChar(codePoint))) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** Whether the whole of `text` is a Name: production [5]. */
export function isName(text: string): boolean {
  return text !== '' && nameEnd(text, 0) === text.length;
}

/** Whether the whole of `text` is a name without a colon: Namespaces production [4], NCName. */
export function isNCName(text: string): boolean {
  return isName(text) && !text.includes(':');
}

/** Whether a UTF-16 unit is white space: production [3], S. It is less than `\s`. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Whether all of `text` is white space; true of the empty text. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Whether XML can hold this code point at all, even as a reference: production [2], Char. */
export function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return isSpace(codePoint);
  if (codePoint < 0xd800) return true;
  return (codePoint > 0xdfff && codePoint < 0xfffe) || (codePoint > 0xffff && codePoint < 0x110000);
}

/** Offset of the first code point at or after `from` that XML cannot hold, or -1. */
export function findIllegalCharacter(text: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0xd800) continue;
    const codePoint = text.codePointAt(at)!;
    if (!isXmlCharacter(codePoint)) return at;
    if (codePoint > 0xffff) at++;
  }
  return -1;
}
