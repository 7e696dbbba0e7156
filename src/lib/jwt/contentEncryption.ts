import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Decipheriv } from 'node:crypto';

/** What a content encryption algorithm takes, apart from the key. */
export interface EncryptedContent {
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  /** Additional authenticated data: the ASCII bytes of the encoded header (RFC 7516 §5.1 step 14). */
  readonly aad: Buffer;
}

/** A JWE content encryption algorithm (RFC 7518 §5). */
export interface ContentEncryption {
  readonly name: string;
  /** Length of its key in bytes. */
  readonly keyBytes: number;
  /** The plaintext if the tag is right, else undefined: nothing is decrypted that is not authenticated. */
  decrypt(key: Buffer, content: EncryptedContent): Buffer | undefined;
}

/** Every `enc` that is understood, by its exact name (RFC 7518 §5.1). */
export const contentEncryptions: ReadonlyMap<string, ContentEncryption> = new Map(
  [
    cbcWithHmac('A128CBC-HS256', 128, 'sha256'),
    cbcWithHmac('A192CBC-HS384', 192, 'sha384'),
    cbcWithHmac('A256CBC-HS512', 256, 'sha512'),
    gcm('A128GCM', 128),
    gcm('A192GCM', 192),
    gcm('A256GCM', 256),
  ].map((encryption) => [encryption.name, encryption]),
);

/** RFC 7518 §5.2.2: the first half of the key authenticates, the second half encrypts. */
function cbcWithHmac(name: string, bits: 128 | 192 | 256, hash: string): ContentEncryption {
  const half = bits / 8;
  const cipher = `aes-${bits}-cbc`;
  return {
    name,
    keyBytes: 2 * half,
    decrypt(key, { iv, ciphertext, tag, aad }) {
      if (iv.length !== 16 || tag.length !== half) return undefined;
      const aadBits = Buffer.alloc(8);
      aadBits.writeBigUInt64BE(BigInt(aad.length) * 8n);
      const mac = createHmac(hash, key.subarray(0, half));
      const expected = mac.update(aad).update(iv).update(ciphertext).update(aadBits).digest();
      if (!timingSafeEqual(expected.subarray(0, half), tag)) return undefined;
      return finished(createDecipheriv(cipher, key.subarray(half), iv), ciphertext);
    },
  };
}

/** RFC 7518 §5.3: an IV of 96 bits and a tag of 128 bits, no other lengths. */
function gcm(name: string, bits: 128 | 192 | 256): ContentEncryption {
  return {
    name,
    keyBytes: bits / 8,
    decrypt: (key, content) => decryptGcm(`aes-${bits}-gcm`, key, content),
  };
}

/** AES-GCM as JOSE uses it, for contents and for keys (RFC 7518 §4.7, §5.3). `key` fits `cipher`. */
export function decryptGcm(
  cipher: 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm',
  key: Buffer,
  { iv, ciphertext, tag, aad }: EncryptedContent,
): Buffer | undefined {
  if (iv.length !== 12 || tag.length !== 16) return undefined;
  const decipher = createDecipheriv(cipher, key, iv, { authTagLength: 16 });
  decipher.setAAD(aad).setAuthTag(tag);
  return finished(decipher, ciphertext);
}

/** What a cipher gives in the end; undefined when it finds the text damaged. */
function finished(cipher: Decipheriv, text: Buffer): Buffer | undefined {
  const begun = cipher.update(text);
  try {
    return Buffer.concat([begun, cipher.final()]);
  } catch {
    return undefined;
  } finally {
    begun.fill(0);
  }
}
