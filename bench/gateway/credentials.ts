import { createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';

export const subscriptionKey = 'bench-key-0123456789';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
/** The key as policies name it. */
export const { n, e } = createPublicKey(publicPem).export({ format: 'jwk' });

/** What a request brings along: the key, and one of so many distinct tokens, signed with RS256. */
export function credentials(count: number): Readonly<Record<string, string>>[] {
  return tokens(count).map((token) => ({
    Authorization: `Bearer ${token}`,
    'Ocp-Apim-Subscription-Key': subscriptionKey,
  }));
}

function tokens(count: number): string[] {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return Array.from({ length: count }, (_, index) => {
    const payload = {
      iss: 'https://issuer.example/',
      aud: 'api://bench',
      sub: `caller-${index}`,
      roles: ['Orders.Read.All'],
      exp: Math.floor(Date.now() / 1000) + 7200,
      filler: 'x'.repeat(300),
    };
    const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${encode(payload)}`;
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`;
  });
}
