import { isJsonObject, readJsonBytes } from '../json/readJson.ts';
import type { JsonObject } from '../json/readJson.ts';
import { Jwt } from './claims.ts';
import type { DecryptionKey, DecryptionKeys } from './DecryptionKey.ts';
import { decryptJwe } from './jwe.ts';
import { MAX_TOKEN_DEPTH, parseToken } from './parse.ts';
import type { ParsedJwe, ParsedJws } from './parse.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

/** A token whose claims can be read; nothing in them is believed yet. */
export interface OpenToken {
  readonly ok: true;
  readonly jwt: Jwt;
  /** The token whose signature is to be verified; undefined for claims that were encrypted unsigned. */
  readonly jws: ParsedJws | undefined;
  /** The key that decrypted it; undefined for a token that was not encrypted. */
  readonly decryptionKey: DecryptionKey | undefined;
}

/**
 * Reads a token, decrypted if it is encrypted: a signed token (RFC 7519 §5.2, cty `JWT`) or claims.
 * One layer of encryption around one of signature, as API Management has it; never throws.
 */
export function openToken(token: string, keys: DecryptionKeys): OpenToken | Refusal {
  if (token === '') return refusals.notPresent();
  const parsed = parseToken(token);
  if (parsed.kind === 'malformed') return refusals.malformed(parsed.problem);
  if (parsed.kind === 'jws')
    return { ok: true, jwt: parsed.jwt, jws: parsed, decryptionKey: undefined };
  const decrypted = decryptJwe(parsed, keys);
  if (!decrypted.ok) return decrypted;
  const { plaintext, key } = decrypted;
  const opened = openContent(plaintext, parsed, key);
  plaintext.fill(0);
  return opened.ok ? (refuseReplicas(parsed, opened.jwt) ?? opened) : opened;
}

const openBrace = 0x7b;

function openContent(
  plaintext: Buffer,
  { header }: ParsedJwe,
  decryptionKey: DecryptionKey,
): OpenToken | Refusal {
  const { cty } = header;
  const isNested = typeof cty === 'string';
  if (isNested && !/^(application\/)?jwt$/i.test(cty))
    return refusals.header('Its content is said to be no JWT.');
  // Issuers forget `cty`. There is no doubt without it: a token in compact form never begins with {.
  if (!isNested && plaintext[0] === openBrace) {
    const jwt = bareClaims(plaintext, header);
    return jwt
      ? { ok: true, jwt, jws: undefined, decryptionKey }
      : refusals.malformed('The encrypted claims are not a JSON object.');
  }
  const inner = parseToken(plaintext.toString('latin1'));
  if (inner.kind === 'malformed') return refusals.malformed(`Encrypted token: ${inner.problem}`);
  if (inner.kind === 'jwe') return refusals.malformed('The token is encrypted more than once.');
  return { ok: true, jwt: inner.jwt, jws: inner, decryptionKey };
}

function bareClaims(plaintext: Buffer, header: JsonObject): Jwt | undefined {
  const read = readJsonBytes(plaintext, { maxDepth: MAX_TOKEN_DEPTH });
  if (!read.ok || !isJsonObject(read.value)) return undefined;
  return new Jwt(header, read.value, plaintext.toString('base64url'));
}

/** RFC 7519 §5.3: claims that the header repeats must say the same. */
function refuseReplicas({ header }: ParsedJwe, { payload }: Jwt): Refusal | undefined {
  const differs = ['iss', 'sub', 'aud'].some((name) => {
    const replica = header[name];
    return replica !== undefined && JSON.stringify(replica) !== JSON.stringify(payload[name]);
  });
  return differs ? refusals.header('It repeats claims with other values.') : undefined;
}
