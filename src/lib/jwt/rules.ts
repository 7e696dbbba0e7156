import { isTextArray, numericDate } from './claims.ts';
import type { Jwt } from './claims.ts';
import type { AlgorithmName } from './algorithms.ts';
import { areEntraSiblings, isIssuerOf, isOfPersonalAccount, vouchesFor } from './issuers.ts';
import type { KeySet } from './KeySet.ts';
import { list, refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { VerificationKey } from './VerificationKey.ts';

/** What a token must fulfil. Lists that are undefined are not checked; empty ones allow nothing. */
export interface TokenRules {
  /** Any of; exact. Undefined: the issuers of the metadata documents; without documents any issuer. */
  readonly issuers?: readonly string[] | undefined;
  /** Any of, against any of the token's; exact. */
  readonly audiences?: readonly string[] | undefined;
  /** Allowed `typ`, such as `at+jwt`; compared as media types without regard to case (RFC 7515 §4.1.9). */
  readonly types?: readonly string[] | undefined;
  /**
   * Takes the issuers of the metadata documents for Entra's: each tenant has two, for tokens of
   * version 1.0 and 2.0, and both are accepted. Only without `issuers`.
   */
  readonly entra?: { readonly allowsPersonalAccounts: boolean } | undefined;
  /** The applications that may have asked for the token (`azp`, in v1.0 `appid`): any of. */
  readonly clients?: readonly string[] | undefined;
  /** Narrows the algorithms that the keys allow. */
  readonly algorithms?: readonly AlgorithmName[] | undefined;
  readonly requireExpirationTime: boolean;
  /** False lets tokens with `alg: none` through to the checks of their claims. */
  readonly requireSignedTokens: boolean;
  /** How far clocks may differ when `exp` and `nbf` are compared. */
  readonly clockSkewSeconds: number;
  /** All of them must hold. */
  readonly requiredClaims: readonly RequiredClaim[];
}

export interface RequiredClaim {
  /** Compared without regard to case, as claims are looked up. */
  readonly name: string;
  /** Whether every one of `values` must be among the claim's values, or at least one. */
  readonly match: 'all' | 'any';
  /** Splits each value of the claim, as a space splits `scp`. */
  readonly separator?: string | undefined;
  /** Compared exactly. None: the claim must be there, with whatever value. */
  readonly values: readonly string[];
}

/**
 * Checks everything but the signature, in the order of Microsoft.IdentityModel; undefined when all
 * holds. `key` is the one that verified the token, undefined for an unsigned one.
 */
export function checkClaims(
  jwt: Jwt,
  key: VerificationKey | undefined,
  rules: TokenRules,
  keySets: readonly KeySet[],
  nowMs: number,
): Refusal | undefined {
  return (
    checkType(jwt, rules) ??
    checkLifetime(jwt, rules, nowMs) ??
    checkAudience(jwt, rules) ??
    checkIssuer(jwt, key, rules, keySets) ??
    checkClient(jwt, rules) ??
    checkRequiredClaims(jwt, rules.requiredClaims)
  );
}

function checkType(jwt: Jwt, { types }: TokenRules): Refusal | undefined {
  if (types === undefined) return undefined;
  const type = jwt.type === undefined ? undefined : mediaType(jwt.type);
  if (types.some((allowed) => mediaType(allowed) === type)) return undefined;
  return refusals.type(jwt.type, types);
}

/** RFC 7515 §4.1.9: a type without a slash means `application/` before it. */
function mediaType(type: string): string {
  return (type.includes('/') ? type : `application/${type}`).toLowerCase();
}

function checkLifetime(jwt: Jwt, rules: TokenRules, nowMs: number): Refusal | undefined {
  const { exp, nbf, iat } = jwt.payload;
  for (const date of [exp, nbf, iat]) {
    if (date !== undefined && numericDate(date) === undefined) {
      return refusals.lifetime('A time claim is not a number of seconds.');
    }
  }
  const { expirationTime, notBefore } = jwt;
  const skewMs = rules.clockSkewSeconds * 1000;
  if (expirationTime === undefined && rules.requireExpirationTime) {
    return refusals.noExpirationTime();
  }
  if (expirationTime !== undefined && notBefore !== undefined && notBefore > expirationTime) {
    return refusals.lifetime('The token is valid from a time after it expires.');
  }
  if (notBefore !== undefined && !(notBefore * 1000 <= nowMs + skewMs)) {
    return refusals.notYetValid(notBefore, nowMs);
  }
  // RFC 7519 §4.1.4: on or after `exp` the token must not be accepted.
  if (expirationTime !== undefined && !(nowMs - skewMs < expirationTime * 1000)) {
    return refusals.expired(expirationTime, nowMs);
  }
  return undefined;
}

function checkAudience(jwt: Jwt, { audiences: allowed }: TokenRules): Refusal | undefined {
  const { aud } = jwt.payload;
  if (aud !== undefined && typeof aud !== 'string' && !isTextArray(aud)) {
    return refusals.malformed('The audience is neither a text nor an array of texts.');
  }
  if (allowed === undefined) return undefined;
  const { audiences } = jwt;
  if (audiences.some((audience) => allowed.includes(audience))) return undefined;
  return refusals.audience(audiences, allowed);
}

function checkIssuer(
  jwt: Jwt,
  key: VerificationKey | undefined,
  { issuers: listed, entra }: TokenRules,
  keySets: readonly KeySet[],
): Refusal | undefined {
  const { issuer } = jwt;
  if (key?.issuer !== undefined && !vouchesFor(key.issuer, jwt)) {
    return refusals.issuer(issuer, `The key that verifies it is for ${list([key.issuer])}.`);
  }
  if (listed !== undefined) {
    if (issuer !== undefined && listed.includes(issuer)) return undefined;
    return refusals.issuer(issuer, `Allowed issuers: ${list(listed)}.${hint(issuer, listed)}`);
  }
  if (keySets.every(({ issuers }) => issuers === undefined)) return undefined;
  // Which of the documents named the issuer does not matter: the key served it (`serves`).
  const published = keySets.flatMap(({ issuers }) => issuers ?? []);
  const isPublished = entra ? vouchesFor : isIssuerOf;
  const isExcluded = entra?.allowsPersonalAccounts === false && isOfPersonalAccount(jwt);
  if (!isExcluded && published.some((name) => isPublished(name, jwt))) return undefined;
  return refusals.issuer(
    issuer,
    `Issuers of the metadata: ${list(published)}.${hint(issuer, published)}`,
  );
}

/** People mix the two up more than anything else, and the plain refusal does not show it. */
function hint(issuer: string | undefined, expected: readonly string[]): string {
  if (issuer === undefined || !expected.some((name) => areEntraSiblings(name, issuer))) return '';
  return ' The token is from the right tenant, but of the other version of Entra tokens (v1.0 or v2.0).';
}

/** Ids of applications are GUIDs, so their case does not matter. */
function checkClient({ payload }: Jwt, { clients }: TokenRules): Refusal | undefined {
  if (clients === undefined) return undefined;
  const name = payload['ver'] === '1.0' ? 'appid' : 'azp';
  const client = payload[name];
  if (client === undefined) return refusals.claimsNotFound([name]);
  if (typeof client !== 'string') return refusals.malformed(`The claim ${name} is not a text.`);
  const isAllowed = clients.some((id) => id.toLowerCase() === client.toLowerCase());
  if (isAllowed) return undefined;
  return refusals.claimValueNotAllowed(name, [client], `Allowed: ${list(clients)}.`);
}

function checkRequiredClaims(jwt: Jwt, required: readonly RequiredClaim[]): Refusal | undefined {
  if (required.length === 0) return undefined;
  const missing = required.filter(({ name }) => !jwt.claims.has(name));
  if (missing.length > 0) return refusals.claimsNotFound(missing.map(({ name }) => name));
  for (const claim of required) {
    const values = jwt.claims.get(claim.name) ?? [];
    if (!isSatisfied(claim, values)) {
      const expected = `Required: ${claim.match} of ${list(claim.values)}.`;
      return refusals.claimValueNotAllowed(claim.name, values, expected);
    }
  }
  return undefined;
}

function isSatisfied(claim: RequiredClaim, values: readonly string[]): boolean {
  if (claim.values.length === 0) return true;
  const { separator = '' } = claim;
  const present = separator === '' ? values : values.flatMap((value) => value.split(separator));
  return claim.match === 'all'
    ? claim.values.every((value) => present.includes(value))
    : claim.values.some((value) => present.includes(value));
}
