import type { X509Certificate as Certificate } from 'node:crypto';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { RsaKey } from '../../runtime/cryptography/RsaKey.ts';
import { rsaPrivateKeyOf } from './certificateDetails.ts';
import { isTrusted } from './isTrusted.ts';

const none = membersOf<never>();

/** Azure's own, and those of `RSACertificateExtensions`. */
export const RSACertificateExtensions = defineType({
  name: 'System.Security.Cryptography.X509Certificates.RSACertificateExtensions',
  kind: 'class',
  members: [
    none(
      'static RSA? GetRSAPublicKey(this X509Certificate2 certificate)',
      (certificate: Certificate) =>
        certificate.publicKey.asymmetricKeyType === 'rsa'
          ? new RsaKey(certificate.publicKey)
          : null,
      'context.Deployment.Certificates.Values.Select(c => c.GetRSAPublicKey()).Count() // 0',
    ),
    none(
      'static RSA? GetRSAPrivateKey(this X509Certificate2 certificate)',
      (certificate: Certificate) => rsaPrivateKeyOf(certificate),
      'context.Deployment.Certificates.Values.Select(c => c.GetRSAPrivateKey()).Count() // 0',
    ),
    none(
      'static bool VerifyNoRevocation(this X509Certificate2 input)',
      (input: Certificate, _types, environment) => isTrusted(input, environment),
      'context.Deployment.Certificates.Values.Select(c => c.VerifyNoRevocation()).Count() // 0',
    ),
  ],
});
