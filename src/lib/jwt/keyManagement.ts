import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { JsonObject } from '../json/readJson.ts';
import { decodeBase64url } from './base64url.ts';
import { decryptGcm } from './contentEncryption.ts';

/** What a token says about the key that its content is encrypted with. */
export interface WrappedKey {
  readonly encryptedKey: Buffer;
  readonly header: JsonObject;
}

/** A JWE key management algorithm (RFC 7518 §4). */
export interface KeyManagement {
  readonly name: string;
  readonly keyType: 'RSA' | 'oct';
  /** The only length in bytes of a symmetric key; undefined when the content encryption gives it. */
  readonly keyBytes?: number;
  /** The content encryption key, of whatever length; undefined or an exception when there is none. */
  unwrap(key: KeyObject, wrapped: WrappedKey): Buffer | undefined;
}

/**
 * Every `alg` that is understood, by its exact name (RFC 7518 §4.1). Not among them: RSA1_5, whose
 * padding tells attackers too much (RFC 8725 §3.2); PBES2, whose work the token would choose
 * (RFC 8725 §3.5, its revision on `p2c`); ECDH-ES, for which API Management has no keys.
 */
export const keyManagements: ReadonlyMap<string, KeyManagement> = new Map(
  [
    rsaOaep('RSA-OAEP', 'sha1'),
    rsaOaep('RSA-OAEP-256', 'sha256'),
    direct(),
    ...([128, 192, 256] as const).flatMap((bits) => [aesKeyWrap(bits), aesGcmKeyWrap(bits)]),
  ].map((algorithm) => [algorithm.name, algorithm]),
);

/** RFC 7518 §4.3. */
function rsaOaep(name: string, oaepHash: string): KeyManagement {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return {
    name,
    keyType: 'RSA',
    unwrap: (key, { encryptedKey }) => privateDecrypt({ key, padding, oaepHash }, encryptedKey),
  };
}

/** RFC 7518 §4.5: the key itself encrypts, and no encrypted key stands in the token. */
function direct(): KeyManagement {
  return {
    name: 'dir',
    keyType: 'oct',
    unwrap: (key, { encryptedKey }) => (encryptedKey.length === 0 ? key.export() : undefined),
  };
}

/** RFC 7518 §4.4: AES Key Wrap with the default initial value (RFC 3394 §2.2.3.1). */
function aesKeyWrap(bits: 128 | 192 | 256): KeyManagement {
  const initialValue = Buffer.alloc(8, 0xa6);
  return {
    name: `A${bits}KW`,
    keyType: 'oct',
    keyBytes: bits / 8,
    unwrap(key, { encryptedKey }) {
      const cipher = createDecipheriv(`id-aes${bits}-wrap`, key, initialValue);
      return Buffer.concat([cipher.update(encryptedKey), cipher.final()]);
    },
  };
}

/** RFC 7518 §4.7: `iv` and `tag` stand in the header. */
function aesGcmKeyWrap(bits: 128 | 192 | 256): KeyManagement {
  return {
    name: `A${bits}GCMKW`,
    keyType: 'oct',
    keyBytes: bits / 8,
    unwrap(key, { encryptedKey, header }) {
      const [iv, tag] = [bytes(header['iv']), bytes(header['tag'])];
      if (iv === undefined || tag === undefined) return undefined;
      const content = { iv, tag, ciphertext: encryptedKey, aad: Buffer.alloc(0) };
      return decryptGcm(`aes-${bits}-gcm`, key.export(), content);
    },
  };
}

function bytes(value: unknown): Buffer | undefined {
  return typeof value === 'string' ? decodeBase64url(value) : undefined;
}
