import { randomBytes } from 'node:crypto';
import { isTextArray } from './claims.ts';
import { contentEncryptions } from './contentEncryption.ts';
import type { ContentEncryption } from './contentEncryption.ts';
import type { DecryptionKey, DecryptionKeys } from './DecryptionKey.ts';
import { keyManagements } from './keyManagement.ts';
import type { KeyManagement } from './keyManagement.ts';
import type { ParsedJwe } from './parse.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

/** The authenticated content of a token and the key that opened it. */
export interface Decrypted {
  readonly ok: true;
  readonly plaintext: Buffer;
  readonly key: DecryptionKey;
}

/**
 * Decrypts a token (RFC 7516 §5.2). Which step failed shows neither in the refusal nor, as far as
 * this code decides, in the time it takes: a key that cannot be unwrapped is replaced by a random
 * one, so that the content is authenticated all the same (§11.5, RFC 3218).
 */
export function decryptJwe(jwe: ParsedJwe, keys: DecryptionKeys): Decrypted | Refusal {
  if (keys.keys.length === 0) return refusals.encrypted();
  const { header } = jwe;
  const problem = problemOfHeader(jwe);
  if (problem !== undefined) return refusals.header(problem);
  const { alg, enc, kid, x5t } = header;
  if (typeof alg !== 'string' || typeof enc !== 'string')
    return refusals.header('Its alg or enc is not a text.');
  const management = keyManagements.get(alg);
  const encryption = contentEncryptions.get(enc);
  if (management === undefined || encryption === undefined) return refusals.encryption(alg, enc);
  const candidates = keys
    .candidates(text(kid), text(x5t))
    .filter((key) => key.algorithms.has(management.name));
  for (const key of candidates) {
    const plaintext = decryptWith(key, management, encryption, jwe);
    if (plaintext !== undefined) return { ok: true, plaintext, key };
  }
  return refusals.decryption(candidates.length);
}

/** What is wrong with the parts of a header that concern its reader. `jku`, `x5u`, `jwk` and `x5c` are not read. */
function problemOfHeader({ header }: ParsedJwe): string | undefined {
  const { kid, x5t, typ, cty, crit, zip } = header;
  for (const value of [kid, x5t, typ, cty]) {
    if (value !== undefined && typeof value !== 'string')
      return 'Its kid, x5t, typ or cty is not a text.';
  }
  // RFC 7516 §4.1.13: no extension is understood here, so whatever is critical is refused.
  if (crit !== undefined) {
    return isTextArray(crit) && crit.length > 0
      ? 'Its critical parameters are not understood.'
      : 'Its crit is not a list of names.';
  }
  // RFC 8725 §3.6: compression tells lengths, and a small token could become a large one.
  return zip === undefined ? undefined : 'Compressed content is not allowed.';
}

function decryptWith(
  { key }: DecryptionKey,
  management: KeyManagement,
  encryption: ContentEncryption,
  jwe: ParsedJwe,
): Buffer | undefined {
  const substitute = randomBytes(encryption.keyBytes);
  let unwrapped: Buffer | undefined;
  try {
    unwrapped = management.unwrap(key, jwe);
  } catch {
    unwrapped = undefined;
  }
  const fits = unwrapped?.length === encryption.keyBytes;
  const plaintext = encryption.decrypt(fits && unwrapped ? unwrapped : substitute, jwe);
  unwrapped?.fill(0);
  return fits ? plaintext : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
