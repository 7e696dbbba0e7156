import { writeKeyUsage } from '../../../lib/x509/extensionValues.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { KeyUsageExtension } from '../../runtime/cryptography/extensions.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    X509KeyUsageFlags: number;
  }
}

const member = membersOf<KeyUsageExtension>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509keyusageextension */
export const X509KeyUsageExtension = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509KeyUsageExtension',
  kind: 'class',
  base: 'X509Extension',
  represents: KeyUsageExtension,
  members: [
    member(
      'X509KeyUsageExtension()',
      () => new KeyUsageExtension(new Uint8Array(), false),
      'new X509KeyUsageExtension().KeyUsages // X509KeyUsageFlags.None',
      'new X509KeyUsageExtension().Oid.Value // "2.5.29.15"',
    ),
    member(
      'X509KeyUsageExtension(X509KeyUsageFlags keyUsages, bool critical)',
      (keyUsages, critical) => new KeyUsageExtension(writeKeyUsage(keyUsages), critical),
      'new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, true).RawData.Length // 4',
    ),
    member(
      'X509KeyUsageExtension(AsnEncodedData encodedKeyUsage, bool critical)',
      ({ bytes }, critical) => new KeyUsageExtension(Uint8Array.from(bytes), critical),
      'new X509KeyUsageExtension(new AsnEncodedData(new byte[] { 3, 2, 7, 128 }), true).KeyUsages // X509KeyUsageFlags.DigitalSignature',
    ),
    member(
      'X509KeyUsageFlags KeyUsages { get; }',
      ({ usages }) => usages,
      'new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DecipherOnly, true).KeyUsages // X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DecipherOnly',
      'new X509KeyUsageExtension(new AsnEncodedData(new byte[] { 5, 0 }), true).KeyUsages // throws System.Security.Cryptography.CryptographicException',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509keyusageflags */
export const X509KeyUsageFlags = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509KeyUsageFlags',
  kind: 'enum',
  flags: true,
  values: {
    None: 0,
    EncipherOnly: 1,
    CrlSign: 2,
    KeyCertSign: 4,
    KeyAgreement: 8,
    DataEncipherment: 16,
    KeyEncipherment: 32,
    NonRepudiation: 64,
    DigitalSignature: 128,
    DecipherOnly: 32768,
  },
});
