import { X509Certificate as Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Environment } from '../../runtime/Environment.ts';

/** Valid now, and signed by a root that the system trusts; chains of several links are not built here. */
export function isTrusted(certificate: Certificate, { world }: Environment): boolean {
  const now = world.now();
  if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo))
    return false;
  return rootCertificates.some((pem) => {
    const root = new Certificate(pem);
    return certificate.checkIssued(root) && certificate.verify(root.publicKey);
  });
}
