/** The only error of the readers of DER in this folder; it names the rule, never the bytes. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One encoded value (X.690 §8.1): its identifier octet, what it holds, and all of its bytes. */
export interface DerValue {
  /** Class, form and number in one octet: 0x30 is a SEQUENCE, 0xa0 is [0]. */
  readonly tag: number;
  readonly content: Uint8Array;
  readonly encoded: Uint8Array;
}

/** Identifier octets of the universal types that certificates are made of. */
export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  boolean: 0x01,
  sequence: 0x30,
} as const;

/** The value that `bytes` are; nothing may follow it. @throws DerError */
export function readDer(bytes: Uint8Array): DerValue {
  const value = valueAt(bytes, 0);
  if (value.encoded.length !== bytes.length) throw new DerError('bytes follow the value');
  return value;
}

/** The values that stand one after the other in a SEQUENCE, SET or explicit tag. @throws DerError */
export function readDerItems(content: Uint8Array): DerValue[] {
  const items: DerValue[] = [];
  for (let offset = 0; offset < content.length;) {
    const item = valueAt(content, offset);
    items.push(item);
    offset += item.encoded.length;
  }
  return items;
}

/** The values in a SEQUENCE. @throws DerError when `value` is none */
export function itemsOfSequence(value: DerValue | undefined): DerValue[] {
  return readDerItems(contentOf(value, derTags.sequence));
}

/** What a value of just this type holds. @throws DerError when there is none or another one */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new DerError(`no value with the tag 0x${tag.toString(16)}`);
  return value.content;
}

/** Writes a value in the definite form, with as few octets of length as can be. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, each) => sum + each.length, 0);
  return Uint8Array.from(Buffer.concat([Uint8Array.of(tag, ...lengthOctets(length)), ...contents]));
}

/** The bytes of a BIT STRING of whole octets, as keys and signatures are. @throws DerError */
export function octetsOfBitString(value: DerValue | undefined): Uint8Array {
  const content = contentOf(value, derTags.bitString);
  if (content[0] !== 0) throw new DerError('the bits of a BIT STRING are no whole octets');
  return content.subarray(1);
}

function valueAt(bytes: Uint8Array, offset: number): DerValue {
  const tag = octetAt(bytes, offset);
  // Certificates have no tag above 30.
  if ((tag & 0x1f) === 0x1f) throw new DerError('the tag has several octets');
  const [length, start] = lengthAt(bytes, offset + 1);
  const end = start + length;
  if (end > bytes.length) throw new DerError('the value is longer than what there is');
  return { tag, content: bytes.subarray(start, end), encoded: bytes.subarray(offset, end) };
}

/** The length and where the content starts (X.690 §8.1.3, §10.1). */
function lengthAt(bytes: Uint8Array, offset: number): [length: number, start: number] {
  const first = octetAt(bytes, offset);
  if (first < 0x80) return [first, offset + 1];
  const count = first & 0x7f;
  if (count === 0) throw new DerError('the length is indefinite');
  if (count > 4) throw new DerError('the length has more than four octets');
  let length = 0;
  for (let i = 1; i <= count; i++) length = length * 256 + octetAt(bytes, offset + i);
  if (length < 0x80 || length < 256 ** (count - 1))
    throw new DerError('the length has more octets than it needs');
  return [length, offset + 1 + count];
}

function octetAt(bytes: Uint8Array, offset: number): number {
  const octet = bytes[offset];
  if (octet === undefined) throw new DerError('the value ends early');
  return octet;
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
