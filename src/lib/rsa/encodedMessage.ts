/**
 * What RSA signs of a hash that was computed elsewhere (RFC 8017 §9); node:crypto signs data only.
 * An encoded message is as long as the modulus and is signed as it is.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { derTags, writeDer } from '../x509/der.ts';
import { writeObjectIdentifier } from '../x509/objectIdentifier.ts';

/** Hash functions by node's names: identifier (RFC 8017 §B.1) and octets of a hash. */
export const signatureHashes = {
  md5: { oid: '1.2.840.113549.2.5', octets: 16 },
  sha1: { oid: '1.3.14.3.2.26', octets: 20 },
  sha256: { oid: '2.16.840.1.101.3.4.2.1', octets: 32 },
  sha384: { oid: '2.16.840.1.101.3.4.2.2', octets: 48 },
  sha512: { oid: '2.16.840.1.101.3.4.2.3', octets: 64 },
} as const;

export type SignatureHash = keyof typeof signatureHashes;

/** EMSA-PKCS1-v1_5 (§9.2); undefined when the modulus is too short. */
export function encodePkcs1(
  hash: Uint8Array,
  name: SignatureHash,
  modulusBits: number,
): Uint8Array | undefined {
  const nothing = new Uint8Array();
  const oid = writeObjectIdentifier(signatureHashes[name].oid) ?? nothing;
  const algorithm = writeDer(
    derTags.sequence,
    writeDer(derTags.objectIdentifier, oid),
    Uint8Array.of(5, 0),
  );
  const info = writeDer(derTags.sequence, algorithm, writeDer(derTags.octetString, hash));
  const fill = Math.ceil(modulusBits / 8) - info.length - 3;
  if (fill < 8) return undefined;
  return Uint8Array.from([0, 1, ...new Uint8Array(fill).fill(0xff), 0, ...info]);
}

/**
 * EMSA-PSS (§9.1.1) with MGF1 of the same hash and a salt as long as it; undefined when the modulus is
 * too short. `salt` gives random octets.
 */
export function encodePss(
  hash: Uint8Array,
  name: SignatureHash,
  modulusBits: number,
  salt: (length: number) => Uint8Array,
): Uint8Array | undefined {
  const { octets } = signatureHashes[name];
  const length = messageLength(modulusBits);
  if (length < 2 * octets + 2) return undefined;
  const salted = salt(octets);
  const seed = seedOf(hash, salted, name);
  const block = new Uint8Array(length - octets - 1);
  block[block.length - octets - 1] = 1;
  block.set(salted, block.length - octets);
  mask(block, seed, name);
  clearUnused(block, modulusBits);
  const lead = new Uint8Array(Math.ceil(modulusBits / 8) - length);
  return Uint8Array.from([...lead, ...block, ...seed, 0xbc]);
}

/** Whether an encoded message is one of the hash (§9.1.2), the salt being as long as the hash. */
export function isPssOf(
  message: Uint8Array,
  hash: Uint8Array,
  name: SignatureHash,
  modulusBits: number,
): boolean {
  const { octets } = signatureHashes[name];
  const length = messageLength(modulusBits);
  const lead = message.length - length;
  if (message.length !== Math.ceil(modulusBits / 8) || message.at(-1) !== 0xbc) return false;
  if (length < 2 * octets + 2) return false;
  const block = message.slice(lead, -octets - 1);
  const seed = message.slice(-octets - 1, -1);
  const first = block[0] ?? 0;
  clearUnused(block, modulusBits);
  if (first !== block[0] || message.subarray(0, lead).some((octet) => octet !== 0)) return false;
  mask(block, seed, name);
  clearUnused(block, modulusBits);
  const border = block.length - octets - 1;
  if (block[border] !== 1 || block.subarray(0, border).some((octet) => octet !== 0)) return false;
  return timingSafeEqual(seedOf(hash, block.subarray(border + 1), name), seed);
}

/** Octets of an encoded message, which has a bit less than the modulus. */
function messageLength(modulusBits: number): number {
  return Math.ceil((modulusBits - 1) / 8);
}

/** The bits at the front that a message has no room for. */
function clearUnused(block: Uint8Array, modulusBits: number): void {
  const unused = 8 * messageLength(modulusBits) - (modulusBits - 1);
  block[0] = (block[0] ?? 0) & (0xff >> unused);
}

function seedOf(hash: Uint8Array, salt: Uint8Array, name: SignatureHash): Uint8Array {
  return createHash(name).update(new Uint8Array(8)).update(hash).update(salt).digest();
}

/** XOR with MGF1 (§B.2.1) of the seed. */
function mask(block: Uint8Array, seed: Uint8Array, name: SignatureHash): void {
  const { octets } = signatureHashes[name];
  for (let start = 0, count = 0; start < block.length; start += octets, count++) {
    const counter = Uint8Array.of(count >>> 24, count >>> 16, count >>> 8, count);
    const key = createHash(name).update(seed).update(counter).digest();
    for (let i = 0; i < octets && start + i < block.length; i++) block[start + i]! ^= key[i]!;
  }
}
