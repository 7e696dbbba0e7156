import { constants, createHmac, timingSafeEqual, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** JWK key types (RFC 7518 §6.1, RFC 8037 §2). */
export type KeyType = 'RSA' | 'EC' | 'OKP' | 'oct';

/** A JWS signature algorithm. */
export interface Algorithm {
  readonly name: AlgorithmName;
  readonly keyType: KeyType;
  /** The only curve it is used with, by its JWK name (RFC 7518 §3.4: ES256 means P-256). */
  readonly curve?: string;
  /** The smallest key in bits: RFC 7518 §3.2 (as long as the hash), §3.3 and §3.5 (2048). */
  readonly minimumBits?: number;
  /** Whether `signature` is the key's signature of `data`. */
  verify(key: KeyObject, data: Buffer, signature: Buffer): boolean;
}

export type AlgorithmName = `${'HS' | 'RS' | 'PS' | 'ES'}${256 | 384 | 512}` | 'EdDSA' | 'Ed25519';

/**
 * Every algorithm a token may name in `alg`, by its exact name (RFC 7518 §3.1, RFC 8037 §3.1,
 * RFC 9864 §2.2). `none` is not one: an unsigned token never meets a key.
 */
export const algorithms: ReadonlyMap<string, Algorithm> = new Map(
  [
    hmac('HS256', 256),
    hmac('HS384', 384),
    hmac('HS512', 512),
    rsa('RS256', 'sha256'),
    rsa('RS384', 'sha384'),
    rsa('RS512', 'sha512'),
    rsaPss('PS256', 'sha256'),
    rsaPss('PS384', 'sha384'),
    rsaPss('PS512', 'sha512'),
    ecdsa('ES256', 'sha256', 'P-256', 64),
    ecdsa('ES384', 'sha384', 'P-384', 96),
    ecdsa('ES512', 'sha512', 'P-521', 132),
    ed25519('EdDSA'),
    ed25519('Ed25519'),
  ].map((algorithm) => [algorithm.name, algorithm]),
);

function hmac(name: AlgorithmName, bits: number): Algorithm {
  const hash = `sha${bits}`;
  return {
    name,
    keyType: 'oct',
    minimumBits: bits,
    verify(key, data, signature) {
      const expected = createHmac(hash, key).update(data).digest();
      return signature.length === expected.length && timingSafeEqual(signature, expected);
    },
  };
}

function rsa(name: AlgorithmName, hash: string): Algorithm {
  return {
    name,
    keyType: 'RSA',
    minimumBits: 2048,
    verify: (key, data, signature) => verify(hash, data, key, signature),
  };
}

function rsaPss(name: AlgorithmName, hash: string): Algorithm {
  // RFC 7518 §3.5: the salt is as long as the hash, no other length is taken.
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return {
    name,
    keyType: 'RSA',
    minimumBits: 2048,
    verify: (key, data, signature) => verify(hash, data, { key, padding, saltLength }, signature),
  };
}

function ecdsa(name: AlgorithmName, hash: string, curve: string, length: number): Algorithm {
  return {
    name,
    keyType: 'EC',
    curve,
    verify(key, data, signature) {
      // RFC 7518 §3.4: R and S side by side, each of full length. Not left to the engine to notice.
      if (signature.length !== length) return false;
      return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    },
  };
}

function ed25519(name: AlgorithmName): Algorithm {
  return {
    name,
    keyType: 'OKP',
    curve: 'Ed25519',
    verify: (key, data, signature) => verify(null, data, key, signature),
  };
}
