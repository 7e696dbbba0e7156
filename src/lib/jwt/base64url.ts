/**
 * Decodes base64url by RFC 7515 §2, strictly: undefined for padding, whitespace, letters of another
 * alphabet and non-canonical trailing bits, so that every byte string has one spelling (RFC 4648 §3.5).
 */
export function decodeBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  // Node's decoder skips what it does not know; writing the bytes again shows whether it skipped anything.
  return bytes.toString('base64url') === text ? bytes : undefined;
}
