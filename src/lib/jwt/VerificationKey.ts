import { createPublicKey, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { algorithms } from './algorithms.ts';
import type { Algorithm, KeyType } from './algorithms.ts';

/** A key that may verify tokens, with all that is known about it decided once. */
export interface VerificationKey {
  /** What a token's `kid` is compared with; an opaque text. */
  readonly id: string | undefined;
  /** What a token's `x5t` is compared with when it has no `kid`. */
  readonly x5t: string | undefined;
  /** The only issuer whose tokens it may verify, when the key document says so (Entra's `issuer` member). */
  readonly issuer: string | undefined;
  /** The algorithms it may be used with; a token that names another never reaches the key. */
  readonly algorithms: ReadonlySet<string>;
  readonly key: KeyObject;
}

/** What is known about a key beside its bytes. */
export interface KeyDescription {
  readonly id?: string | undefined;
  readonly x5t?: string | undefined;
  readonly issuer?: string | undefined;
  /** The only algorithm to use it with; all that suit the key when undefined. */
  readonly algorithm?: string | undefined;
}

/** A usable key, or a sentence that says why it is not, without key material. */
export type KeyResult =
  | { readonly ok: true; readonly key: VerificationKey }
  | { readonly ok: false; readonly problem: string };

export interface HmacPolicy {
  /**
   * Takes HMAC keys from 128 bits up, whatever the hash. RFC 7518 §3.2 forbids keys shorter than the
   * hash, but Microsoft.IdentityModel took 128 bits until version 6.30.1 (its issue 1743), so there
   * are policies in use with such keys.
   */
  readonly allowShortHmacKeys?: boolean;
}

/** The shortest HMAC key there is a switch for (Microsoft.IdentityModel's own floor, IDX10653). */
const SHORTEST_HMAC_BITS = 128;

/** Verifying with a larger modulus costs more than a caller's token should. */
const LONGEST_RSA_BITS = 8192;

const LARGEST_RSA_EXPONENT = 0xffff_ffffn;

/** JWK names of the curves that OpenSSL calls otherwise. */
const curveNames: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
]);

const keyTypes: ReadonlyMap<string, KeyType> = new Map([
  ['rsa', 'RSA'],
  ['ec', 'EC'],
  ['ed25519', 'OKP'],
]);

/** A verification key of a public key; of a private key, its public half. */
export function publicVerificationKey(key: KeyObject, about: KeyDescription = {}): KeyResult {
  if (key.type === 'secret') return unusable('It is a secret, not a public key.');
  const keyType = keyTypes.get(key.asymmetricKeyType ?? '');
  if (keyType === undefined) return unusable('No signature algorithm uses keys of its type.');
  const details = key.asymmetricKeyDetails ?? {};
  const { modulusLength = 0, publicExponent = 0n } = details;
  if (keyType === 'RSA' && modulusLength < 2048) return unusable('It is shorter than 2048 bits.');
  if (modulusLength > LONGEST_RSA_BITS)
    return unusable(`It is longer than ${LONGEST_RSA_BITS} bits.`);
  // With exponent 1 every signature is its own message; an even one is no RSA key.
  if (keyType === 'RSA' && !isSoundExponent(publicExponent)) {
    return unusable('Its public exponent is not sound.');
  }
  const curve = keyType === 'OKP' ? 'Ed25519' : curveNames.get(details.namedCurve ?? '');
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return described(publicKey, about, (algorithm) => {
    return algorithm.keyType === keyType && algorithm.curve === curve;
  });
}

/**
 * A verification key of a secret shared with the issuer. It serves the algorithms whose hash is not
 * longer than the secret: one of 32 bytes is for HS256 alone.
 */
export function hmacVerificationKey(
  secret: Uint8Array,
  about: KeyDescription = {},
  { allowShortHmacKeys = false }: HmacPolicy = {},
): KeyResult {
  const bits = secret.length * 8;
  const shortest = allowShortHmacKeys ? SHORTEST_HMAC_BITS : 256;
  if (bits < shortest)
    return unusable(`It has ${bits} bits; an HMAC key needs ${shortest} or more.`);
  return described(createSecretKey(secret), about, ({ keyType, minimumBits = 0 }) => {
    return keyType === 'oct' && (allowShortHmacKeys || bits >= minimumBits);
  });
}

/** Whether two keys are the same key under the same description. */
export function isSameKey(a: VerificationKey, b: VerificationKey): boolean {
  return (
    a.id === b.id &&
    a.x5t === b.x5t &&
    a.issuer === b.issuer &&
    a.algorithms.symmetricDifference(b.algorithms).size === 0 &&
    a.key.equals(b.key)
  );
}

function described(
  key: KeyObject,
  about: KeyDescription,
  suits: (algorithm: Algorithm) => boolean,
): KeyResult {
  const names = [...algorithms.values()].filter(suits).map(({ name }) => name);
  const only = about.algorithm;
  const usable = names.filter((name) => only === undefined || name === only);
  if (usable.length === 0) {
    return unusable(
      only === undefined
        ? 'No signature algorithm uses keys of its kind.'
        : 'Its algorithm is not a signature algorithm for a key of its kind and size.',
    );
  }
  const { id, x5t, issuer } = about;
  return { ok: true, key: { id, x5t, issuer, algorithms: new Set(usable), key } };
}

function isSoundExponent(exponent: bigint): boolean {
  return exponent >= 3n && exponent <= LARGEST_RSA_EXPONENT && exponent % 2n === 1n;
}

function unusable(problem: string): KeyResult {
  return { ok: false, problem };
}
