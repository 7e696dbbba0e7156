import { createPublicKey } from 'node:crypto';
import type { JsonObject, JsonValue } from '../json/readJson.ts';
import { decodeBase64url } from './base64url.ts';
import { hmacVerificationKey, publicVerificationKey } from './VerificationKey.ts';
import type { HmacPolicy, KeyDescription, KeyResult } from './VerificationKey.ts';

export interface JwkPolicy extends HmacPolicy {
  /**
   * Takes `kty: oct`. Only for keys an operator gave: a secret in a document that anybody can
   * fetch is no secret.
   */
  readonly allowSymmetric?: boolean;
}

/**
 * Imports one JWK (RFC 7517, RFC 7518 §6, RFC 8037 §2) for verifying signatures. Honours `kty`,
 * `use`, `key_ops`, `alg` and `crv`; private members, `x5u` and `x5c` are not looked at.
 */
export function importJwk(jwk: JsonObject, policy: JwkPolicy = {}): KeyResult {
  const { use, key_ops: operations, alg, kid, x5t, issuer } = jwk;
  if (use !== undefined && use !== 'sig') return unusable('Its use is not signatures.');
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    return unusable('Its operations do not include verifying.');
  }
  for (const value of [alg, kid, x5t, issuer]) {
    if (value !== undefined && typeof value !== 'string') {
      return unusable('Its alg, kid, x5t or issuer is not a text.');
    }
  }
  const about = {
    id: text(kid),
    x5t: text(x5t),
    issuer: text(issuer),
    algorithm: text(alg),
  };
  if (jwk['kty'] === 'oct') return importSecret(jwk, about, policy);
  return importPublic(jwk, about);
}

/** The members that make the public key, by `kty`. */
const publicMembers: ReadonlyMap<string, readonly string[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['x', 'y']],
  ['OKP', ['x']],
]);

function importPublic(jwk: JsonObject, about: KeyDescription): KeyResult {
  const kty = text(jwk['kty']) ?? '';
  const members = publicMembers.get(kty);
  if (members === undefined) return unusable('Its key type is unknown.');
  const key: Record<string, string> = { kty, crv: text(jwk['crv']) ?? '' };
  for (const member of members) {
    const value = text(jwk[member]);
    if (value === undefined || value === '' || decodeBase64url(value) === undefined) {
      return unusable(`Its member ${member} is not base64url.`);
    }
    key[member] = value;
  }
  try {
    // For EC keys OpenSSL checks that the point is on the curve (RFC 8725 §3.4).
    return publicVerificationKey(createPublicKey({ key, format: 'jwk' }), about);
  } catch {
    return unusable('It is not a valid key of its type.');
  }
}

function importSecret(jwk: JsonObject, about: KeyDescription, policy: JwkPolicy): KeyResult {
  if (policy.allowSymmetric !== true)
    return unusable('A secret in a public document is no secret.');
  const secret = decodeBase64url(text(jwk['k']) ?? '');
  if (secret === undefined) return unusable('Its member k is not base64url.');
  return hmacVerificationKey(secret, about, policy);
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function unusable(problem: string): KeyResult {
  return { ok: false, problem };
}
