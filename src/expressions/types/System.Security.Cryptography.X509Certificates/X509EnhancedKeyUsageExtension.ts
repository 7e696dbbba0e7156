import { writeExtendedKeyUsage } from '../../../lib/x509/extensionValues.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { EnhancedKeyUsageExtension } from '../../runtime/cryptography/extensions.ts';
import type { Identifiers } from '../../runtime/cryptography/extensions.ts';
import { CryptographicException } from '../../runtime/exceptions.ts';

const member = membersOf<EnhancedKeyUsageExtension>();

const forClients =
  'new X509EnhancedKeyUsageExtension(new OidCollection { new Oid("Client Authentication") }, true)';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509enhancedkeyusageextension */
export const X509EnhancedKeyUsageExtension = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension',
  kind: 'class',
  base: 'X509Extension',
  represents: EnhancedKeyUsageExtension,
  members: [
    member(
      'X509EnhancedKeyUsageExtension()',
      () => new EnhancedKeyUsageExtension(new Uint8Array(), false),
      'new X509EnhancedKeyUsageExtension().EnhancedKeyUsages.Count // 0',
    ),
    member(
      'X509EnhancedKeyUsageExtension(AsnEncodedData encodedEnhancedKeyUsages, bool critical)',
      ({ bytes }, critical) => new EnhancedKeyUsageExtension(Uint8Array.from(bytes), critical),
      'new X509EnhancedKeyUsageExtension(new AsnEncodedData(new byte[] { 48, 0 }), true).EnhancedKeyUsages.Count // 0',
    ),
    member(
      'X509EnhancedKeyUsageExtension(OidCollection enhancedKeyUsages, bool critical)',
      (purposes, critical) => new EnhancedKeyUsageExtension(encoded(purposes), critical),
      `${forClients}.Format(false) // "Client Authentication (1.3.6.1.5.5.7.3.2)"`,
      'new X509EnhancedKeyUsageExtension(new OidCollection { new Oid("mine") }, true) // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'OidCollection EnhancedKeyUsages { get; }',
      ({ purposes }) => purposes,
      `${forClients}.EnhancedKeyUsages[0].FriendlyName // "Client Authentication"`,
      `${forClients}.EnhancedKeyUsages["Server Authentication"] == null // true`,
    ),
  ],
});

/** @throws CryptographicException */
function encoded(purposes: Identifiers): Uint8Array {
  const bytes = writeExtendedKeyUsage(Array.from(purposes, ({ value }) => value ?? ''));
  if (!bytes) throw new CryptographicException('The OID value is invalid.');
  return bytes;
}
