import { createHash, createPrivateKey, generateKeyPair, type webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { IdentityConfigurationError } from './configuration.ts';

/** A private RSA key that signs tokens with RS256, as JWK (RFC 7517) with its `kid`. */
export interface SigningKey extends webcrypto.JsonWebKey {
  readonly kid: string;
}

const generateKeys = promisify(generateKeyPair);

/** A new 2048-bit RSA key; its `kid` is the JWK thumbprint (RFC 7638). */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeys('rsa', { modulusLength: 2048 });
  const { kty = '', n = '', e = '', ...rest } = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  return { ...rest, kty, n, e, kid, use: 'sig', alg: 'RS256' };
}

/** Throws IdentityConfigurationError unless all are private RSA keys of 2048 bits or more. */
export function checkSigningKeys(keys: readonly SigningKey[]): void {
  const problems = keys.flatMap((key, index) => {
    const at = `keys[${index}]`;
    if (typeof key.kid !== 'string' || key.kid === '') return [`${at} has no kid`];
    if (keys.findIndex(({ kid }) => kid === key.kid) !== index)
      return [`${at} repeats the kid '${key.kid}'`];
    return isStrongPrivateRsa(key) ? [] : [`${at} is not a private RSA key of 2048 bits or more`];
  });
  if (keys.length === 0) problems.push('keys is empty');
  if (problems.length > 0) throw new IdentityConfigurationError(problems);
}

/** RFC 8725 §3.5 and RFC 7518 §3.3: at least 2048 bits. */
function isStrongPrivateRsa(key: SigningKey): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey({ key, format: 'jwk' });
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    return false;
  }
}

/** The public halves as JWK Set. */
export function publicJwks(keys: readonly SigningKey[]): { keys: Record<string, string>[] } {
  return {
    keys: keys.map(({ kty = '', n = '', e = '', kid }) => ({
      kty,
      use: 'sig',
      kid,
      alg: 'RS256',
      n,
      e,
    })),
  };
}
