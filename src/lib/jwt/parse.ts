import { isJsonObject, readJsonBytes } from '../json/readJson.ts';
import type { JsonObject } from '../json/readJson.ts';
import { decodeBase64url } from './base64url.ts';
import { Jwt } from './claims.ts';

/** The longest token that is read, in characters. Longer ones are refused unread. */
export const MAX_TOKEN_LENGTH = 256 * 1024;

/** How deep arrays and objects may nest in a header or payload. */
export const MAX_TOKEN_DEPTH = 32;

/** A signed (or `alg: none`) token in compact form, taken apart; nothing in it is verified yet. */
export interface ParsedJws {
  readonly kind: 'jws';
  readonly jwt: Jwt;
  /** What the signature covers: `base64url(header).base64url(payload)` (RFC 7515 §5.2 step 8). */
  readonly signingInput: string;
  readonly signature: Buffer;
}

/** An encrypted token, taken apart: its header is readable, its claims are not. */
export interface ParsedJwe {
  readonly kind: 'jwe';
  readonly header: JsonObject;
  readonly encryptedKey: Buffer;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  /** What the tag covers beside the ciphertext: `base64url(header)` (RFC 7516 §5.2 step 15). */
  readonly aad: Buffer;
}

export interface MalformedToken {
  readonly kind: 'malformed';
  /** What is wrong, as a sentence that holds nothing of the token. */
  readonly problem: string;
}

export type ParsedToken = ParsedJws | ParsedJwe | MalformedToken;

/**
 * Takes a token in compact serialization apart: JWS (RFC 7515 §7.1, three parts) or JWE (RFC 7516
 * §7.1, five parts). Reads nothing that has two readings: base64url is canonical, header and payload
 * are JSON objects in UTF-8 with distinct member names. Never throws.
 */
export function parseToken(token: string): ParsedToken {
  if (token.length > MAX_TOKEN_LENGTH) return malformed('The token is too long.');
  const parts = token.split('.', 6);
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length === 5) return parseJwe(parts);
  if (parts.length !== 3) return malformed('The token does not have three or five parts.');
  const headerObject = readPart(header);
  if (headerObject === undefined) return malformed('The header is not base64url of a JSON object.');
  const payloadObject = readPart(payload);
  if (payloadObject === undefined)
    return malformed('The payload is not base64url of a JSON object.');
  const signatureBytes = decodeBase64url(signature);
  if (signatureBytes === undefined) return malformed('The signature is not base64url.');
  return {
    kind: 'jws',
    jwt: new Jwt(headerObject, payloadObject, payload),
    signingInput: token.slice(0, header.length + 1 + payload.length),
    signature: signatureBytes,
  };
}

function parseJwe([encodedHeader = '', ...parts]: readonly string[]): ParsedToken {
  const header = readPart(encodedHeader);
  if (header === undefined) return malformed('The header is not base64url of a JSON object.');
  const [encryptedKey, iv, ciphertext, tag] = parts.map(decodeBase64url);
  if (!encryptedKey || !iv || !ciphertext || !tag)
    return malformed('A part of the token is not base64url.');
  const aad = Buffer.from(encodedHeader, 'latin1');
  return { kind: 'jwe', header, encryptedKey, iv, ciphertext, tag, aad };
}

function readPart(part: string): JsonObject | undefined {
  const bytes = decodeBase64url(part);
  if (bytes === undefined) return undefined;
  const read = readJsonBytes(bytes, { maxDepth: MAX_TOKEN_DEPTH });
  return read.ok && isJsonObject(read.value) ? read.value : undefined;
}

function malformed(problem: string): MalformedToken {
  return { kind: 'malformed', problem };
}
