import { defineType, membersOf } from '../../declare/defineType.ts';
import { DistinguishedName } from './distinguishedName.ts';

const member = membersOf<DistinguishedName>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x500distinguishedname */
export const X500DistinguishedName = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X500DistinguishedName',
  kind: 'class',
  represents: DistinguishedName,
  members: [
    member(
      'string Name { get; }',
      (self) => self.name,
      'context.Request.Certificate == null // true',
    ),
  ],
});
