import {
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ArgumentException, CryptographicException } from '../exceptions.ts';
import { digestNames } from './Hasher.ts';

/** A value of `RSASignaturePadding`. */
export class SignaturePadding {
  readonly mode: 'Pkcs1' | 'Pss';

  constructor(mode: SignaturePadding['mode']) {
    this.mode = mode;
  }

  static readonly pkcs1 = new SignaturePadding('Pkcs1');
  static readonly pss = new SignaturePadding('Pss');
}

/** A value of `RSAEncryptionPadding`: PKCS#1 v1.5, or OAEP with a hash. */
export class EncryptionPadding {
  /** Undefined for PKCS#1 v1.5. */
  readonly oaepHash: string | undefined;

  constructor(oaepHash?: string) {
    this.oaepHash = oaepHash;
  }
}

/** A value of `HashAlgorithmName`. */
export class HashName {
  readonly name: string | null;

  constructor(name: string | null) {
    this.name = name;
  }
}

/** A value of `RSA`. */
export class RsaKey {
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = key;
  }

  get bits(): number {
    return this.#key.asymmetricKeyDetails?.modulusLength ?? 0;
  }

  /** DER of the public part. */
  subjectPublicKeyInfo(): Uint8Array {
    const key = this.#key.type === 'private' ? createPublicKey(this.#key) : this.#key;
    return key.export({ type: 'spki', format: 'der' });
  }

  sign(data: Uint8Array, hash: HashName, padding: SignaturePadding): Uint8Array {
    return guarded(() =>
      sign(digestOf(hash), data, { key: this.#key, ...signatureOptions(padding) }),
    );
  }

  verify(
    data: Uint8Array,
    signature: Uint8Array,
    hash: HashName,
    padding: SignaturePadding,
  ): boolean {
    const key = this.#key.type === 'private' ? createPublicKey(this.#key) : this.#key;
    return guarded(() =>
      verify(digestOf(hash), data, { key, ...signatureOptions(padding) }, signature),
    );
  }

  encrypt(data: Uint8Array, padding: EncryptionPadding): Uint8Array {
    return guarded(() => publicEncrypt({ key: this.#key, ...encryptionOptions(padding) }, data));
  }

  decrypt(data: Uint8Array, padding: EncryptionPadding): Uint8Array {
    return guarded(() => privateDecrypt({ key: this.#key, ...encryptionOptions(padding) }, data));
  }
}

function digestOf({ name }: HashName): string {
  const digest = digestNames[name ?? ''];
  if (digest === undefined) {
    throw new ArgumentException(
      'The hash algorithm name cannot be null or empty.',
      'hashAlgorithm',
    );
  }
  return digest;
}

function signatureOptions({ mode }: SignaturePadding): { padding: number; saltLength?: number } {
  if (mode === 'Pkcs1') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function encryptionOptions({ oaepHash }: EncryptionPadding): {
  padding: number;
  oaepHash?: string;
} {
  if (oaepHash === undefined) return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: digestNames[oaepHash] ?? 'sha1' };
}

/** What OpenSSL says of keys and paddings stays inside. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ArgumentException) throw error;
    throw new CryptographicException();
  }
}
