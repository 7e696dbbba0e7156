/** Why a token is refused: the `Reason` column of API Management's error table for `validate-jwt`. */
export type RefusalReason =
  | 'TokenNotPresent'
  | 'TokenSignatureInvalid'
  | 'TokenAudienceNotAllowed'
  | 'TokenIssuerNotAllowed'
  | 'TokenExpired'
  | 'TokenSignatureKeyNotFound'
  | 'TokenClaimNotFound'
  | 'TokenClaimValueNotAllowed'
  | 'JwtInvalid';

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** For the caller: the token's own claims at most, nothing of the rules. */
  readonly message: string;
  /** For the log: what was expected. Holds neither the token nor key material. */
  readonly detail: string;
}

/**
 * Every way to refuse a token. Numbers are those of Microsoft.IdentityModel, by which people search;
 * the sentences are ours.
 */
export const refusals = {
  notPresent: () => refuse('TokenNotPresent', 'JWT not present.'),
  malformed: (problem: string) =>
    refuse('JwtInvalid', `IDX12741: The JWT is not well formed. ${problem}`),
  encrypted: () =>
    refuse('JwtInvalid', 'IDX10609: Decryption failed. There is no key to decrypt the token with.'),
  /** One refusal for all that can go wrong, since attackers learn from more (RFC 7516 §11.5). */
  decryption: (keysTried: number) =>
    refuse('JwtInvalid', 'IDX10603: Decryption failed.', tried(keysTried)),
  encryption: (algorithm: string, encryption: string) =>
    refuse(
      'JwtInvalid',
      `IDX10619: Decryption failed. The algorithm ${quoted(algorithm)} with the encryption ${quoted(encryption)} is not supported.`,
    ),
  header: (problem: string) =>
    refuse('JwtInvalid', `IDX12709: The header of the JWT is not acceptable. ${problem}`),
  type: (type: string | undefined, allowed: readonly string[]) =>
    refuse(
      'JwtInvalid',
      `IDX10257: Type validation failed. The token's type is ${quoted(type)}.`,
      `Allowed types: ${list(allowed)}.`,
    ),
  unsigned: () =>
    deny('TokenSignatureInvalid', 'IDX10504: Unable to validate signature, the token has none.'),
  algorithm: (algorithm: string) =>
    deny('TokenSignatureInvalid', `IDX10696: The algorithm ${quoted(algorithm)} is not allowed.`),
  signature: (keysTried: number) =>
    deny(
      'TokenSignatureInvalid',
      'IDX10511: Signature validation failed with the key that the token names.',
      tried(keysTried),
    ),
  signatureWithoutKeyId: (keysTried: number) =>
    deny(
      'TokenSignatureInvalid',
      'IDX10503: Signature validation failed. The token names no key and none of the known keys fits.',
      tried(keysTried),
    ),
  keyNotFound: (keysTried: number) =>
    deny(
      'TokenSignatureKeyNotFound',
      'IDX10501: Signature validation failed. The key that the token names is not known.',
      tried(keysTried),
    ),
  noKeys: () =>
    deny('TokenSignatureKeyNotFound', 'IDX10500: Signature validation failed. No keys are known.'),
  configuration: (problems: readonly string[]) =>
    refuse(
      'JwtInvalid',
      "IDX20803: Unable to obtain the configuration of the token's issuer.",
      problems.join(' '),
    ),
  expired: (expirationTime: number, nowMs: number) =>
    deny(
      'TokenExpired',
      `IDX10223: Lifetime validation failed. The token expired at ${time(expirationTime)}; it is ${time(nowMs / 1000)}.`,
    ),
  notYetValid: (notBefore: number, nowMs: number) =>
    refuse(
      'JwtInvalid',
      `IDX10222: Lifetime validation failed. The token is valid from ${time(notBefore)}; it is ${time(nowMs / 1000)}.`,
    ),
  noExpirationTime: () =>
    refuse('JwtInvalid', 'IDX10225: Lifetime validation failed. The token has no expiration time.'),
  lifetime: (problem: string) =>
    refuse('JwtInvalid', `IDX10224: Lifetime validation failed. ${problem}`),
  audience: (audiences: readonly string[], allowed: readonly string[]) =>
    audiences.length === 0
      ? deny(
          'TokenAudienceNotAllowed',
          'IDX10206: Audience validation failed. The token has no audience.',
          `Allowed audiences: ${list(allowed)}.`,
        )
      : deny(
          'TokenAudienceNotAllowed',
          `IDX10214: Audience validation failed. The token is for ${list(audiences)}.`,
          `Allowed audiences: ${list(allowed)}.`,
        ),
  issuer: (issuer: string | undefined, expected: string) =>
    issuer === undefined
      ? deny(
          'TokenIssuerNotAllowed',
          'IDX10211: Issuer validation failed. The token has no issuer.',
          expected,
        )
      : deny(
          'TokenIssuerNotAllowed',
          `IDX10205: Issuer validation failed. The token is from ${quoted(issuer)}.`,
          expected,
        ),
  claimsNotFound: (names: readonly string[]) =>
    deny('TokenClaimNotFound', `JWT is missing the following claims: ${names.join(', ')}.`),
  claimValueNotAllowed: (name: string, values: readonly string[], expected: string) =>
    deny(
      'TokenClaimValueNotAllowed',
      `Claim ${name} value of ${shown(values.join(','))} is not allowed.`,
      expected,
    ),
} as const;

/** Issuers, audiences and the like as a log shows them. */
export function list(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.slice(0, 20).map(quoted).join(', ');
}

function refuse(reason: RefusalReason, message: string, detail = ''): Refusal {
  return { ok: false, reason, message, detail };
}

function deny(reason: RefusalReason, message: string, detail = ''): Refusal {
  return refuse(reason, `${message} Access denied.`, detail);
}

function tried(keys: number): string {
  return `Keys tried: ${keys}.`;
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'absent' : `'${shown(value)}'`;
}

/** A claim may be long or hold control characters; a message or log line must not. */
function shown(value: string): string {
  const line = value.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return value.length > 200 ? `${line}…` : line;
}

/** Seconds since 1970 as `2026-03-04T05:06:07Z`. */
function time(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000', '');
}
