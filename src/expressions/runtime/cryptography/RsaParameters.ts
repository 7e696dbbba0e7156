import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CryptographicException } from '../exceptions.ts';

/** The numbers of a key, big-endian, by .NET's names; null where there is none. */
export const rsaParts = ['Modulus', 'Exponent', 'P', 'Q', 'DP', 'DQ', 'InverseQ', 'D'] as const;
export type RsaPart = (typeof rsaParts)[number];

/** A value of `RSAParameters`. */
export class RsaParameters {
  readonly parts: Record<RsaPart, Uint8Array | null> = {
    Modulus: null,
    Exponent: null,
    P: null,
    Q: null,
    DP: null,
    DQ: null,
    InverseQ: null,
    D: null,
  };
}

/** Names of a JSON Web Key (RFC 7518 §6.3). */
const jwkNames: Readonly<Record<RsaPart, 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi'>> = {
  Modulus: 'n',
  Exponent: 'e',
  P: 'p',
  Q: 'q',
  DP: 'dp',
  DQ: 'dq',
  InverseQ: 'qi',
  D: 'd',
};

const invalid = (): CryptographicException =>
  new CryptographicException(
    'Specified RSA parameters are not valid. Exponent and Modulus are required. If D is present, it must have the same length as Modulus. If D is present, P, Q, DP, DQ, and InverseQ are required and must have half the length of Modulus, rounded up, otherwise they must be omitted.',
  );

/** Of the public numbers, and of the private ones where there are any. @throws CryptographicException */
export function keyOfParameters({ parts }: RsaParameters): KeyObject {
  if (!hasRightLengths(parts)) throw invalid();
  const key: Record<string, string> = { kty: 'RSA' };
  for (const part of rsaParts) {
    const value = parts[part];
    if (value) key[jwkNames[part]] = Buffer.from(value).toString('base64url');
  }
  try {
    return parts.D
      ? createPrivateKey({ key, format: 'jwk' })
      : createPublicKey({ key, format: 'jwk' });
  } catch {
    throw invalid();
  }
}

function hasRightLengths(parts: RsaParameters['parts']): boolean {
  const { Modulus, Exponent, D, P, Q, DP, DQ, InverseQ } = parts;
  if (!Modulus || !Exponent) return false;
  const halves = [P, Q, DP, DQ, InverseQ];
  if (!D) return halves.every((each) => each === null);
  const half = Math.ceil(Modulus.length / 2);
  return D.length === Modulus.length && halves.every((each) => each?.length === half);
}

/** Each number as long as .NET has it, with noughts in front. */
export function parametersOfKey(key: KeyObject): RsaParameters {
  const jwk = key.export({ format: 'jwk' });
  const parameters = new RsaParameters();
  const octetsOf = (part: RsaPart): Buffer | null => {
    const text = jwk[jwkNames[part]];
    return text === undefined ? null : Buffer.from(text, 'base64url');
  };
  const length = octetsOf('Modulus')?.length ?? 0;
  for (const part of rsaParts) {
    const octets = octetsOf(part);
    if (octets) parameters.parts[part] = padded(octets, lengthOf(part, length));
  }
  return parameters;
}

function lengthOf(part: RsaPart, modulusLength: number): number {
  if (part === 'Modulus' || part === 'D') return modulusLength;
  return part === 'Exponent' ? 1 : Math.ceil(modulusLength / 2);
}

function padded(octets: Uint8Array, length: number): Uint8Array {
  const missing = Math.max(length - octets.length, 0);
  return Uint8Array.from([...new Uint8Array(missing), ...octets]);
}
