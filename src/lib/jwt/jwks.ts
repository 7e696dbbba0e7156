import { isJsonObject, readJson } from '../json/readJson.ts';
import { importJwk } from './jwk.ts';
import type { JwkPolicy } from './jwk.ts';
import type { VerificationKey } from './VerificationKey.ts';

/** A document with more keys is refused: a token whose `kid` is unknown is tried with each of them. */
export const MAX_KEYS = 100;

/** A key of a JWKS that cannot verify tokens, for the log. */
export interface SkippedKey {
  /** Its place in `keys`, from 0. */
  readonly index: number;
  readonly problem: string;
}

export type JwksResult =
  | {
      readonly ok: true;
      readonly keys: readonly VerificationKey[];
      readonly skipped: readonly SkippedKey[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a JWK Set (RFC 7517 §5). Keys that cannot be used are skipped, as §5 asks, and reported; a
 * text that is no JWK Set is refused whole. Never throws.
 */
export function readJwks(text: string, policy: JwkPolicy = {}): JwksResult {
  const read = readJson(text, { maxDepth: 8 });
  if (!read.ok) return { ok: false, problem: `The key set is not JSON: ${read.problem}.` };
  const members = isJsonObject(read.value) ? read.value['keys'] : undefined;
  if (!Array.isArray(members)) return { ok: false, problem: 'The key set has no array of keys.' };
  if (members.length > MAX_KEYS) {
    return { ok: false, problem: `The key set has more than ${MAX_KEYS} keys.` };
  }
  const keys: VerificationKey[] = [];
  const skipped: SkippedKey[] = [];
  for (const [index, jwk] of members.entries()) {
    const result = isJsonObject(jwk)
      ? importJwk(jwk, policy)
      : ({ ok: false, problem: 'It is not an object.' } as const);
    if (result.ok) keys.push(result.key);
    else skipped.push({ index, problem: result.problem });
  }
  return { ok: true, keys, skipped };
}
