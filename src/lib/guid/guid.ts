/**
 * Texts and bytes of GUIDs (RFC 9562) as .NET's Guid has them. A GUID is handled as its 32 lower-case
 * hexadecimal digits in the order in which they are written.
 */
export type GuidDigits = string;

export const emptyGuid: GuidDigits = '0'.repeat(32);

type Style = 'N' | 'D' | 'B' | 'P' | 'X';

const styles: readonly Style[] = ['N', 'D', 'B', 'P', 'X'];

const hex = '[0-9a-fA-F]';
const dashed = `(${hex}{8})-(${hex}{4})-(${hex}{4})-(${hex}{4})-(${hex}{12})`;
const small = `0[xX](${hex}{1,2})`;

const patterns: Readonly<Record<Style, RegExp>> = {
  N: new RegExp(`^(${hex}{32})$`),
  D: new RegExp(`^${dashed}$`),
  B: new RegExp(`^\\{${dashed}\\}$`),
  P: new RegExp(`^\\(${dashed}\\)$`),
  X: new RegExp(
    `^\\{0[xX](${hex}{1,8}),0[xX](${hex}{1,4}),0[xX](${hex}{1,4}),\\{${Array<string>(8).fill(small).join(',')}\\}\\}$`,
  ),
};

/** How many digits each part of the X style has. */
const partLengths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];

const longestText = 256;

/** Reads a GUID in one of the styles N, D, B, P, X, or in any of them; undefined when it is none. */
export function parseGuid(text: string, style?: string): GuidDigits | undefined {
  const wanted = style === undefined ? styles : styles.filter((s) => s === style.toUpperCase());
  const trimmed = text.trim();
  if (trimmed.length > longestText) return undefined;
  for (const candidate of wanted) {
    const digits = readStyle(trimmed, candidate);
    if (digits !== undefined) return digits.toLowerCase();
  }
  return undefined;
}

function readStyle(text: string, style: Style): string | undefined {
  const match = patterns[style].exec(style === 'X' ? text.replaceAll(/\s/g, '') : text);
  if (!match) return undefined;
  const parts = match.slice(1);
  if (style !== 'X') return parts.join('');
  return parts.map((part, index) => part.padStart(partLengths[index]!, '0')).join('');
}

/** Text in the style N, D, B, P or X, in any case; empty is D. Undefined for any other format. */
export function formatGuid(digits: GuidDigits, format: string): string | undefined {
  const withDashes = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  switch (format.toUpperCase()) {
    case '':
    case 'D':
      return withDashes;
    case 'N':
      return digits;
    case 'B':
      return `{${withDashes}}`;
    case 'P':
      return `(${withDashes})`;
    case 'X': {
      const bytes = digits.slice(16).match(/../g) ?? [];
      const head = `0x${digits.slice(0, 8)},0x${digits.slice(8, 12)},0x${digits.slice(12, 16)}`;
      return `{${head},{${bytes.map((byte) => `0x${byte}`).join(',')}}}`;
    }
    default:
      return undefined;
  }
}

/** Where each byte of `Guid.ToByteArray` stands in the text: the first three parts are little-endian. */
const places = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** The 16 bytes in .NET's order, or in the order of the text. */
export function guidBytes(digits: GuidDigits, bigEndian = false): Uint8Array {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
  return bigEndian ? bytes : Uint8Array.from(places, (place) => bytes[place]!);
}

/** From 16 bytes. */
export function guidOfBytes(bytes: Uint8Array, bigEndian = false): GuidDigits {
  const ordered = bigEndian ? bytes : Uint8Array.from(places, (place) => bytes[place]!);
  return Array.from(ordered, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random GUID of 16 random bytes: version 4, RFC 9562 §5.4. */
export function randomGuid(bytes: Uint8Array): GuidDigits {
  return withVersion(guidOfBytes(bytes, true), '4');
}

/** A GUID that sorts by time: version 7, RFC 9562 §5.7. `milliseconds` since 1970. */
export function timeOrderedGuid(milliseconds: number, bytes: Uint8Array): GuidDigits {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0').slice(-12);
  return withVersion(time + guidOfBytes(bytes, true).slice(12), '7');
}

/** Sets version and variant (RFC 9562 §4.1 and §4.2). */
function withVersion(digits: GuidDigits, version: string): GuidDigits {
  const variant = (8 | (Number.parseInt(digits[16]!, 16) & 3)).toString(16);
  return digits.slice(0, 12) + version + digits.slice(13, 16) + variant + digits.slice(17);
}
