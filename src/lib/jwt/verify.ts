import type { Jwt } from './claims.ts';
import { DecryptionKeys } from './DecryptionKey.ts';
import type { DecryptionKey } from './DecryptionKey.ts';
import type { KeySet } from './KeySet.ts';
import { openToken } from './open.ts';
import type { OpenToken } from './open.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { checkClaims } from './rules.ts';
import type { TokenRules } from './rules.ts';
import { checkSignature, isAllowed, serves } from './signature.ts';
import type { SignatureVerdict } from './signature.ts';
import type { VerificationKey } from './VerificationKey.ts';
import type { VerifiedTokens } from './verifiedTokens.ts';

/** A token that fulfils the rules. */
export interface Acceptance {
  readonly ok: true;
  readonly jwt: Jwt;
  /** The key that verified it; undefined for an unsigned token, which the rules must allow. */
  readonly key: VerificationKey | undefined;
  /** The key that decrypted it; undefined for a token that was not encrypted. */
  readonly decryptionKey: DecryptionKey | undefined;
}

export type Verdict = Acceptance | Refusal;

/**
 * What tokens are judged by. `keySets` are the keys known now, one set an authority (an authority
 * whose keys are not known is there as `KeySet.unavailable`). `nowMs` is in milliseconds since 1970.
 */
export interface Judgement {
  readonly rules: TokenRules;
  readonly keySets: readonly KeySet[];
  readonly decryptionKeys: DecryptionKeys;
  readonly nowMs: number;
}

const noKeys = new DecryptionKeys();

/**
 * Judges a token in compact form, without a scheme before it. First it is decrypted if it is
 * encrypted, then comes the signature, then type, lifetime, audience, issuer and required claims;
 * the first that fails is the verdict. Never throws, never waits. Given a cache, a token is
 * decrypted and its signature verified once for as long as its keys stand in the sets; everything
 * else is judged at every call.
 */
export function verifyToken(
  token: string,
  rules: TokenRules,
  keySets: readonly KeySet[],
  nowMs: number,
  cache?: VerifiedTokens,
  decryptionKeys: DecryptionKeys = noKeys,
): Verdict {
  const judgement = { rules, keySets, decryptionKeys, nowMs };
  const known = cache?.get(token);
  const verdict = known && judgeKnown(known, judgement);
  if (verdict !== undefined) return verdict;
  const opened = openToken(token, decryptionKeys);
  return opened.ok ? judgeOpened(token, opened, judgement, cache) : opened;
}

/** Judges what was read of a token. */
export function judgeOpened(
  token: string,
  opened: OpenToken,
  { rules, keySets, nowMs }: Judgement,
  cache?: VerifiedTokens,
): Verdict {
  const { jwt, jws, decryptionKey } = opened;
  const verdict = jws ? checkSignature(jws, rules, keySets) : unsigned(rules);
  if (!verdict.ok) return verdict;
  const { key } = verdict;
  const acceptance: Acceptance = { ok: true, jwt, key, decryptionKey };
  if (key !== undefined) cache?.add(token, acceptance);
  return checkClaims(jwt, key, rules, keySets, nowMs) ?? acceptance;
}

/** The verdict on a token that was verified before; undefined when its keys do not serve here any more. */
export function judgeKnown(
  known: Acceptance,
  { rules, keySets, decryptionKeys, nowMs }: Judgement,
): Verdict | undefined {
  const { jwt, key, decryptionKey } = known;
  if (key === undefined || !isAllowed(jwt.algorithm ?? '', rules)) return undefined;
  if (decryptionKey !== undefined && !decryptionKeys.has(decryptionKey)) return undefined;
  if (!keySets.some((set) => set.has(key) && serves(set, jwt, keySets))) return undefined;
  return checkClaims(jwt, key, rules, keySets, nowMs) ?? known;
}

/** Encrypted is not signed: whoever knows the public key can encrypt (RFC 7519 §11.2). */
function unsigned({ requireSignedTokens }: TokenRules): SignatureVerdict {
  return requireSignedTokens ? refusals.unsigned() : { ok: true, key: undefined };
}
