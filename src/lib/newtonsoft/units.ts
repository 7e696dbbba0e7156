/** Classes of UTF-16 units as System.Char has them. */
const letterOrDigit = /^[\p{L}\p{Nd}]$/u;
const space = /^[\p{Z}\u0009-\u000d\u0085]$/u;

/** Also U+0000, which Newtonsoft's readers pass over. */
export function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0;
  return space.test(String.fromCharCode(unit));
}

export function isLetterOrDigit(unit: number): boolean {
  if (unit < 0x80) {
    const letter = unit | 0x20;
    return (unit >= 0x30 && unit <= 0x39) || (letter >= 0x61 && letter <= 0x7a);
  }
  return letterOrDigit.test(String.fromCharCode(unit));
}

/** What a property name without quotes is made of. */
export function isIdentifierUnit(unit: number): boolean {
  return unit === 0x5f || unit === 0x24 || isLetterOrDigit(unit);
}
