import type { Jwt } from './claims.ts';
import type { KeySet } from './KeySet.ts';
import { parseToken } from './parse.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { checkClaims } from './rules.ts';
import type { TokenRules } from './rules.ts';
import { checkSignature, isAllowed, serves } from './signature.ts';
import type { VerificationKey } from './VerificationKey.ts';
import type { VerifiedTokens } from './verifiedTokens.ts';

/** A token that fulfils the rules. */
export interface Acceptance {
  readonly ok: true;
  readonly jwt: Jwt;
  /** The key that verified it; undefined for an unsigned token, which the rules must allow. */
  readonly key: VerificationKey | undefined;
}

export type Verdict = Acceptance | Refusal;

/**
 * Judges a token in compact form, without a scheme before it. First the signature, then type,
 * lifetime, audience, issuer and required claims; the first that fails is the verdict. Never throws,
 * never waits: `keySets` are the keys known now, one set an authority (an authority whose keys are
 * not known is there as `KeySet.unavailable`). `nowMs` is in milliseconds since 1970. Given a cache,
 * the signature of a token is verified once for as long as its key stands in the sets; everything
 * else is judged at every call.
 */
export function verifyToken(
  token: string,
  rules: TokenRules,
  keySets: readonly KeySet[],
  nowMs: number,
  cache?: VerifiedTokens,
): Verdict {
  const known = cache?.get(token);
  if (known !== undefined) {
    const verdict = judgeKnown(known, rules, keySets, nowMs);
    if (verdict !== undefined) return verdict;
  }
  if (token === '') return refusals.notPresent();
  const parsed = parseToken(token);
  if (parsed.kind === 'malformed') return refusals.malformed(parsed.problem);
  if (parsed.kind === 'jwe') return refusals.encrypted();
  const verdict = checkSignature(parsed, rules, keySets);
  if (!verdict.ok) return verdict;
  const { jwt } = parsed;
  const { key } = verdict;
  const acceptance: Acceptance = { ok: true, jwt, key };
  if (key !== undefined) cache?.add(token, acceptance);
  return checkClaims(jwt, key, rules, keySets, nowMs) ?? acceptance;
}

/** The verdict on a token that a key verified before; undefined when that key does not serve here any more. */
function judgeKnown(
  known: Acceptance,
  rules: TokenRules,
  keySets: readonly KeySet[],
  nowMs: number,
): Verdict | undefined {
  const { jwt, key } = known;
  if (key === undefined || !isAllowed(jwt.algorithm ?? '', rules)) return undefined;
  if (!keySets.some((set) => set.has(key) && serves(set, jwt, keySets))) return undefined;
  return checkClaims(jwt, key, rules, keySets, nowMs) ?? known;
}
