import type { ConfiguredCertificate } from '../engine/declaration/BuildContext.ts';

/** What headers of tokens call a certificate in `x5t`: its SHA-1 in base64url (RFC 7515 §4.1.7). */
export function x5tOf({ thumbprint }: Pick<ConfiguredCertificate, 'thumbprint'>): string {
  return Buffer.from(thumbprint, 'hex').toString('base64url');
}
