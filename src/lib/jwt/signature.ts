import { algorithms } from './algorithms.ts';
import { isTextArray } from './claims.ts';
import type { Jwt } from './claims.ts';
import { vouchesFor } from './issuers.ts';
import type { KeySet } from './KeySet.ts';
import type { ParsedJws } from './parse.ts';
import { list, refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { TokenRules } from './rules.ts';
import type { VerificationKey } from './VerificationKey.ts';

/** The key that verified a token (undefined for an unsigned one that the rules allow), or the refusal. */
export type SignatureVerdict =
  | { readonly ok: true; readonly key: VerificationKey | undefined }
  | Refusal;

/**
 * Whether a key set may verify the token (RFC 8725 §3.8: a key verifies tokens of its own issuer
 * only). Keys given by hand serve every issuer. A metadata document serves the issuers it names; when
 * it is the only one, also whatever issuer the rules list, since then no other could be meant.
 */
export function serves({ issuers }: KeySet, jwt: Jwt, keySets: readonly KeySet[]): boolean {
  return (
    issuers === undefined ||
    issuers.some((name) => vouchesFor(name, jwt)) ||
    keySets.every((set) => set.issuers === undefined || set.issuers === issuers)
  );
}

/** Judges the signature of a token (RFC 7515 §5.2), before anything its claims say is believed. */
export function checkSignature(
  jws: ParsedJws,
  rules: TokenRules,
  keySets: readonly KeySet[],
): SignatureVerdict {
  const { jwt, signature } = jws;
  const { algorithm } = jwt;
  const headerProblem = problemOfHeader(jwt);
  if (headerProblem !== undefined) return refusals.header(headerProblem);
  if (algorithm === undefined) return refusals.header('Its alg is not a text.');
  if (algorithm === 'none') return checkUnsigned(signature, rules);
  if (signature.length === 0) return refusals.unsigned();
  if (!isAllowed(algorithm, rules)) return refusals.algorithm(algorithm);
  const candidates = keySets.filter((set) => serves(set, jwt, keySets));
  if (candidates.length === 0) return noCandidates(jwt, keySets);
  return findKey(jws, algorithm, candidates);
}

/** Whether the rules allow an algorithm; whether a key does is decided key by key. */
export function isAllowed(algorithm: string, { algorithms: allowed }: TokenRules): boolean {
  if (!algorithms.has(algorithm)) return false;
  return allowed === undefined || allowed.some((name) => name === algorithm);
}

/** What is wrong with the parts of a header that concern its reader. `jku`, `x5u`, `jwk` and `x5c` are not read. */
function problemOfHeader({ header }: Jwt): string | undefined {
  const { kid, x5t, typ, crit, b64 } = header;
  for (const value of [kid, x5t, typ]) {
    if (value !== undefined && typeof value !== 'string')
      return 'Its kid, x5t or typ is not a text.';
  }
  // RFC 7515 §4.1.11: no extension is understood here, so whatever is critical is refused.
  if (crit !== undefined) {
    return isTextArray(crit) && crit.length > 0
      ? 'Its critical parameters are not understood.'
      : 'Its crit is not a list of names.';
  }
  // RFC 7797 §6: without crit, `b64: false` would be ignored by some readers and obeyed by others.
  return b64 === undefined || b64 === true ? undefined : 'An unencoded payload is not allowed.';
}

function checkUnsigned(signature: Buffer, rules: TokenRules): SignatureVerdict {
  if (signature.length > 0) return refusals.header('An unsigned token has a signature.');
  if (rules.requireSignedTokens) return refusals.unsigned();
  return { ok: true, key: undefined };
}

function noCandidates(jwt: Jwt, keySets: readonly KeySet[]): Refusal {
  const problems = keySets.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return refusals.configuration(problems);
  if (keySets.length === 0) return refusals.noKeys();
  const known = keySets.flatMap(({ issuers }) => issuers ?? []);
  return refusals.issuer(jwt.issuer, `Issuers of the metadata: ${list(known)}.`);
}

function findKey(
  jws: ParsedJws,
  algorithm: string,
  candidates: readonly KeySet[],
): SignatureVerdict {
  const { header } = jws.jwt;
  const kid = typeof header['kid'] === 'string' ? header['kid'] : undefined;
  const x5t = typeof header['x5t'] === 'string' ? header['x5t'] : undefined;
  const named = candidates.map((set) => set.named(kid, x5t));
  const isNamed = named.some((keys) => keys.length > 0);
  // A name that nobody knows is no name: then every key is tried (the page on validate-jwt, key/@id).
  const keysOf = isNamed ? named : candidates.map(({ keys }) => keys);
  let keysTried = 0;
  for (const keys of keysOf) {
    const usable = keys.filter((key) => key.algorithms.has(algorithm));
    keysTried += usable.length;
    const key = usable.find((candidate) => isSignedWith(candidate, algorithm, jws));
    if (key !== undefined) return { ok: true, key };
  }
  if (isNamed) return refusals.signature(keysTried);
  const problems = candidates.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return refusals.configuration(problems);
  if (candidates.every(({ keys }) => keys.length === 0)) return refusals.noKeys();
  if (kid !== undefined || x5t !== undefined) return refusals.keyNotFound(keysTried);
  return refusals.signatureWithoutKeyId(keysTried);
}

function isSignedWith(
  { key }: VerificationKey,
  algorithm: string,
  { signingInput, signature }: ParsedJws,
): boolean {
  const data = Buffer.from(signingInput, 'latin1');
  try {
    return algorithms.get(algorithm)?.verify(key, data, signature) ?? false;
  } catch {
    // OpenSSL throws for some signatures that cannot be right, for instance of a wrong length.
    return false;
  }
}
