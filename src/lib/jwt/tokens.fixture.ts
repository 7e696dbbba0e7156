import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import assert from 'node:assert/strict';
import type { TokenRules } from './rules.ts';
import { publicVerificationKey } from './VerificationKey.ts';
import type { KeyDescription, VerificationKey } from './VerificationKey.ts';
import type { Verdict } from './verify.ts';

/** 2026-03-04T05:06:07Z, in milliseconds. */
export const nowMs = Date.UTC(2026, 2, 4, 5, 6, 7);

/** The same in seconds. */
export const now = nowMs / 1000;

/** Both halves of a key pair. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const newRsa = (modulusLength = 2048): KeyPair =>
  generateKeyPairSync('rsa', { modulusLength });

export const newEc = (namedCurve: string): KeyPair => generateKeyPairSync('ec', { namedCurve });

/** Signs tokens by `alg`, from scratch: what is tested must not be what signs. */
const signers: Readonly<Record<string, (input: Buffer, key: KeyObject) => Buffer>> = {
  HS256: (input, key) => createHmac('sha256', key).update(input).digest(),
  HS384: (input, key) => createHmac('sha384', key).update(input).digest(),
  HS512: (input, key) => createHmac('sha512', key).update(input).digest(),
  RS256: (input, key) => sign('sha256', input, key),
  RS384: (input, key) => sign('sha384', input, key),
  RS512: (input, key) => sign('sha512', input, key),
  PS256: (input, key) => signPss('sha256', input, key),
  PS384: (input, key) => signPss('sha384', input, key),
  PS512: (input, key) => signPss('sha512', input, key),
  ES256: (input, key) => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' }),
  ES384: (input, key) => sign('sha384', input, { key, dsaEncoding: 'ieee-p1363' }),
  ES512: (input, key) => sign('sha512', input, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (input, key) => sign(null, input, key),
  Ed25519: (input, key) => sign(null, input, key),
};

function signPss(hash: string, input: Buffer, key: KeyObject): Buffer {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return sign(hash, input, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
}

/** A part of a token: JSON of an object, or a text as it is. */
export function encode(part: object | string): string {
  const text = typeof part === 'string' ? part : JSON.stringify(part);
  return Buffer.from(text).toString('base64url');
}

/** A token signed with `key` as `signedBy` says, by default as its header says. */
export function issue(
  header: { readonly alg: string; readonly [name: string]: unknown },
  payload: object | string,
  key: KeyObject,
  signedBy = header.alg,
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  const signer = signers[signedBy];
  assert.ok(signer !== undefined, `no signer for ${signedBy}`);
  return `${input}.${signer(Buffer.from(input), key).toString('base64url')}`;
}

/** The key of a result that must be good. */
export function usable<Key = VerificationKey>(
  result:
    | { readonly ok: true; readonly key: Key }
    | { readonly ok: false; readonly problem: string },
): Key {
  assert.ok(result.ok, result.ok ? '' : result.problem);
  return result.key;
}

/** The problem of a result that must be bad. */
export function problemOf(
  result: { readonly ok: true } | { readonly ok: false; readonly problem: string },
): string {
  assert.ok(!result.ok);
  return result.problem;
}

export function verificationKey(pair: KeyPair, about: KeyDescription = {}): VerificationKey {
  return usable(publicVerificationKey(pair.publicKey, about));
}

/** Rules that ask for a signature and a lifetime only. */
export const anyToken: TokenRules = {
  requireExpirationTime: true,
  requireSignedTokens: true,
  clockSkewSeconds: 0,
  requiredClaims: [],
};

/** The reason of a refusal; 'accepted' when there is none. */
export function outcome(verdict: Verdict): string {
  return verdict.ok ? 'accepted' : verdict.reason;
}

/** A JWK Set document with the public halves of some pairs. */
export function jwks(...keys: readonly (readonly [KeyPair, object])[]): string {
  return JSON.stringify({
    keys: keys.map(([{ publicKey }, more]) => ({
      ...publicKey.export({ format: 'jwk' }),
      ...more,
    })),
  });
}
