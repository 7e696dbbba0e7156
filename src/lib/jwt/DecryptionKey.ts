import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { contentEncryptions } from './contentEncryption.ts';
import { keyManagements } from './keyManagement.ts';
import type { KeyManagement } from './keyManagement.ts';

/** A key that may decrypt tokens, with all that is known about it decided once. */
export interface DecryptionKey {
  /** What a token's `kid` is compared with; opaque texts. */
  readonly ids: readonly string[];
  /** What a token's `x5t` is compared with when it has no `kid`. */
  readonly x5t: string | undefined;
  /** The key management algorithms it may be used with. */
  readonly algorithms: ReadonlySet<string>;
  readonly key: KeyObject;
}

/** A usable key, or a sentence that says why it is not, without key material. */
export type DecryptionKeyResult =
  | { readonly ok: true; readonly key: DecryptionKey }
  | { readonly ok: false; readonly problem: string };

export interface DecryptionKeyDescription {
  readonly ids?: readonly string[];
  readonly x5t?: string | undefined;
}

/** Decrypting with a larger modulus costs more than a caller's token should. */
const LONGEST_RSA_BITS = 4096;

/** A decryption key of an RSA private key of 2048 bits (RFC 7518 §4.3) to 4096. */
export function privateDecryptionKey(
  key: KeyObject,
  about: DecryptionKeyDescription = {},
): DecryptionKeyResult {
  if (key.type !== 'private') return unusable('It is no private key.');
  if (key.asymmetricKeyType !== 'rsa') return unusable('Only RSA keys decrypt tokens.');
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < 2048) return unusable('It is shorter than 2048 bits.');
  if (modulusLength > LONGEST_RSA_BITS)
    return unusable(`It is longer than ${LONGEST_RSA_BITS} bits.`);
  return described(key, about, ({ keyType }) => keyType === 'RSA');
}

/**
 * A decryption key of a secret shared with the issuer. Its length says what it is for: 128, 192 and
 * 256 bits wrap keys or encrypt with GCM, 256, 384 and 512 bits encrypt with CBC and HMAC.
 */
export function secretDecryptionKey(
  secret: Uint8Array,
  about: DecryptionKeyDescription = {},
): DecryptionKeyResult {
  const isDirect = [...contentEncryptions.values()].some(
    ({ keyBytes }) => keyBytes === secret.length,
  );
  if (!isDirect) {
    const bits = secret.length * 8;
    return unusable(`It has ${bits} bits; it needs 128, 192, 256, 384 or 512.`);
  }
  return described(createSecretKey(secret), about, ({ keyType, keyBytes }) => {
    return keyType === 'oct' && (keyBytes ?? secret.length) === secret.length;
  });
}

/** The keys that one verifier decrypts with. Immutable. */
export class DecryptionKeys {
  readonly keys: readonly DecryptionKey[];
  readonly #same = new WeakMap<DecryptionKey, boolean>();

  constructor(keys: readonly DecryptionKey[] = []) {
    this.keys = keys;
    for (const key of keys) this.#same.set(key, true);
  }

  /** Whether it is one of the keys, under the same description. */
  has(key: DecryptionKey): boolean {
    let isKnown = this.#same.get(key);
    if (isKnown === undefined) {
      isKnown = this.keys.some((own) => isSameKey(own, key));
      this.#same.set(key, isKnown);
    }
    return isKnown;
  }

  /**
   * The keys to try for a header: those that its `kid`, or without one its `x5t`, names. A name that
   * no key has is no name: then every key is tried.
   */
  candidates(kid: string | undefined, x5t: string | undefined): readonly DecryptionKey[] {
    const named = this.keys.filter((key) =>
      kid === undefined ? x5t !== undefined && key.x5t === x5t : key.ids.includes(kid),
    );
    return named.length > 0 ? named : this.keys;
  }
}

function isSameKey(a: DecryptionKey, b: DecryptionKey): boolean {
  return (
    a.ids.join('\n') === b.ids.join('\n') &&
    a.x5t === b.x5t &&
    a.algorithms.symmetricDifference(b.algorithms).size === 0 &&
    a.key.equals(b.key)
  );
}

function described(
  key: KeyObject,
  { ids = [], x5t }: DecryptionKeyDescription,
  suits: (algorithm: KeyManagement) => boolean,
): DecryptionKeyResult {
  const names = [...keyManagements.values()].filter(suits).map(({ name }) => name);
  return { ok: true, key: { ids, x5t, algorithms: new Set(names), key } };
}

function unusable(problem: string): DecryptionKeyResult {
  return { ok: false, problem };
}
