/** Base64 (RFC 4648 §4) with what System.Convert allows and forbids. */
const lineLength = 76;

/** With `insertLineBreaks` a CR LF follows every 76 characters, as in MIME (RFC 2045 §6.8). */
export function encodeBase64(bytes: Uint8Array, insertLineBreaks = false): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  if (!insertLineBreaks) return text;
  return text.match(new RegExp(`.{1,${lineLength}}`, 'g'))?.join('\r\n') ?? '';
}

const letters = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The bytes of a text whose white space (space, tab, line ends) is ignored. It must be padded; bits
 * behind the last byte may be anything. Undefined when it is not Base64.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = /[ \t\r\n]/.test(text) ? text.replaceAll(/[ \t\r\n]/g, '') : text;
  if (compact.length % 4 !== 0 || !letters.test(compact)) return undefined;
  return Uint8Array.from(Buffer.from(compact, 'base64'));
}
