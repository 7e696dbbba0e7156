import { defineType } from '../../declare/defineType.ts';

export const contentTypes = {
  Unknown: 0,
  Cert: 1,
  SerializedCert: 2,
  Pfx: 3,
  Pkcs12: 3,
  SerializedStore: 4,
  Pkcs7: 5,
  Authenticode: 6,
} as const;

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509contenttype */
export const X509ContentType = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509ContentType',
  kind: 'enum',
  values: contentTypes,
});
