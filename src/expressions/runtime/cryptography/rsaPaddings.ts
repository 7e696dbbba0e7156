import { constants } from 'node:crypto';
import { ArgumentException } from '../exceptions.ts';
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

/** The name of node:crypto. @throws ArgumentException */
export function digestOf({ name }: HashName): string {
  const digest = digestNames[name ?? ''];
  if (digest !== undefined) return digest;
  throw new ArgumentException('The hash algorithm name cannot be null or empty.', 'hashAlgorithm');
}

export function signatureOptions({ mode }: SignaturePadding): {
  padding: number;
  saltLength?: number;
} {
  if (mode === 'Pkcs1') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

export function encryptionOptions({ oaepHash }: EncryptionPadding): {
  padding: number;
  oaepHash?: string;
} {
  if (oaepHash === undefined) return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: digestNames[oaepHash] ?? 'sha1' };
}
