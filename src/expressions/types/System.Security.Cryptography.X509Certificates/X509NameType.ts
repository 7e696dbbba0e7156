import { defineType } from '../../declare/defineType.ts';

export const nameTypes = {
  SimpleName: 0,
  EmailName: 1,
  UpnName: 2,
  DnsName: 3,
  DnsFromAlternativeName: 4,
  UrlName: 5,
} as const;

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509nametype */
export const X509NameType = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509NameType',
  kind: 'enum',
  values: nameTypes,
});
