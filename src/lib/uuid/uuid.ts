/** The ASCII codes of both hexadecimal digits of each byte, one behind the other. */
const digits = Uint8Array.from(
  Array.from({ length: 512 }, (_, at) => {
    const nibble = at % 2 === 0 ? at >> 5 : (at >> 1) & 0x0f;
    return nibble.toString(16).charCodeAt(0);
  }),
);

/** A text is made at once of what is written here: of many small ones it would be a tree. */
const text = Buffer.alloc(36, '-', 'latin1');

/** A version 4 UUID (RFC 9562 §5.4) of 16 unpredictable bytes. */
export function uuid(bytes: Uint8Array): string {
  for (let at = 0, to = 0; at < 16; at++, to += 2) {
    if (at === 4 || at === 6 || at === 8 || at === 10) to++;
    const digit = octet(bytes[at]!, at) * 2;
    text[to] = digits[digit]!;
    text[to + 1] = digits[digit + 1]!;
  }
  return text.toString('latin1');
}

/** Version and variant take the place of a few bits. */
function octet(byte: number, at: number): number {
  if (at === 6) return (byte & 0x0f) | 0x40;
  return at === 8 ? (byte & 0x3f) | 0x80 : byte;
}
