/** What the extensions of RFC 5280 §4.2.1 hold, read from DER and written as DER. */
import { contentOf, DerError, derTags, itemsOfSequence, readDer, writeDer } from './der.ts';
import type { DerValue } from './der.ts';
import { readObjectIdentifier, writeObjectIdentifier } from './objectIdentifier.ts';

/** basicConstraints, §4.2.1.9. */
export interface BasicConstraints {
  readonly isAuthority: boolean;
  /** How many authorities may follow; undefined without limit. */
  readonly pathLength: number | undefined;
}

/** @throws DerError */
export function readBasicConstraints(value: Uint8Array): BasicConstraints {
  const items = itemsOfSequence(readDer(value));
  const authority = items[0]?.tag === derTags.boolean ? items.shift() : undefined;
  const [length, ...more] = items;
  if (more.length > 0) throw new DerError('basic constraints have two parts');
  return {
    isAuthority: authority !== undefined && authority.content[0] !== 0,
    pathLength: length && readSmallInteger(length),
  };
}

export function writeBasicConstraints({ isAuthority, pathLength }: BasicConstraints): Uint8Array {
  const authority = isAuthority ? writeDer(derTags.boolean, Uint8Array.of(0xff)) : noBytes;
  const length =
    pathLength === undefined ? noBytes : writeDer(derTags.integer, octetsOfInteger(pathLength));
  return writeDer(derTags.sequence, authority, length);
}

const noBytes = new Uint8Array();

/** An integer that an Int32 holds, and that is not negative. */
function readSmallInteger(value: DerValue): number {
  const content = contentOf(value, derTags.integer);
  const [first = 0xff] = content;
  if (first >= 0x80 || content.length > 4) throw new DerError('a length that is no length');
  return content.reduce((sum, octet) => sum * 256 + octet, 0);
}

function octetsOfInteger(value: number): Uint8Array {
  const octets = [value & 0xff];
  for (let rest = value >>> 8; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return Uint8Array.from(octets[0]! >= 0x80 ? [0, ...octets] : octets);
}

/**
 * keyUsage, §4.2.1.3: the first octet in the lower eight bits, the second above it, the order of
 * `X509KeyUsageFlags`. @throws DerError
 */
export function readKeyUsage(value: Uint8Array): number {
  const [unused, first = 0, second = 0, ...more] = contentOf(readDer(value), derTags.bitString);
  if (unused === undefined || unused > 7 || more.length > 0)
    throw new DerError('a key has at most sixteen usages');
  return first | (second << 8);
}

/** As DER wants named bits: without those at the end that are not set (X.690 §11.2.2). */
export function writeKeyUsage(usages: number): Uint8Array {
  const octets = [usages & 0xff, (usages >> 8) & 0xff];
  while (octets.at(-1) === 0) octets.pop();
  const last = octets.at(-1) ?? 0;
  const unused = last === 0 ? 0 : 31 - Math.clz32(last & -last);
  return writeDer(derTags.bitString, Uint8Array.of(unused, ...octets));
}

/** extKeyUsage, §4.2.1.12: the purposes in their order. @throws DerError */
export function readExtendedKeyUsage(value: Uint8Array): string[] {
  return itemsOfSequence(readDer(value)).map((item) =>
    readObjectIdentifier(contentOf(item, derTags.objectIdentifier)),
  );
}

/** Undefined when one of the purposes is no object identifier. */
export function writeExtendedKeyUsage(purposes: readonly string[]): Uint8Array | undefined {
  const written = purposes.flatMap((purpose) => writeObjectIdentifier(purpose) ?? []);
  if (written.length !== purposes.length) return undefined;
  return writeDer(
    derTags.sequence,
    ...written.map((each) => writeDer(derTags.objectIdentifier, each)),
  );
}

/** subjectKeyIdentifier, §4.2.1.2. @throws DerError */
export function readKeyIdentifier(value: Uint8Array): Uint8Array {
  return contentOf(readDer(value), derTags.octetString);
}

export function writeKeyIdentifier(identifier: Uint8Array): Uint8Array {
  return writeDer(derTags.octetString, identifier);
}
