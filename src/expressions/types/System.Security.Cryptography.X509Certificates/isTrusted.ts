import { X509Certificate as Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Environment } from '../../runtime/Environment.ts';

/** Read when they are first asked for. */
let roots: readonly Certificate[] | undefined;

/** Names are compared with those of all roots, and a signature is verified. */
const steps = 500;

/** Valid now, and signed by a root that the system trusts; chains of several links are not built here. */
export function isTrusted(certificate: Certificate, environment: Environment): boolean {
  environment.spend(steps);
  const now = environment.world.now();
  if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo))
    return false;
  roots ??= rootCertificates.map((pem) => new Certificate(pem));
  return roots.some((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey));
}
