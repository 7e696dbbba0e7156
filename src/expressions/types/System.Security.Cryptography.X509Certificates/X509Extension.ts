import { defineType, membersOf } from '../../declare/defineType.ts';
import type { EncodedData } from '../../runtime/cryptography/EncodedData.ts';
import { Extension } from '../../runtime/cryptography/extensions.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import { ArgumentException, ArgumentNullException } from '../../runtime/exceptions.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    X509Extension: Extension;
  }
}

const member = membersOf<Extension>();

const made = 'new X509Extension("2.5.29.15", new byte[] { 3, 2, 5, 160 }, true)';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509extension */
export const X509Extension = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509Extension',
  kind: 'class',
  base: 'AsnEncodedData',
  represents: Extension,
  members: [
    member(
      'X509Extension(AsnEncodedData encodedExtension, bool critical)',
      ({ oid, bytes }, critical) => extension(oid, bytes, critical),
      'new X509Extension(new AsnEncodedData("2.5.29.15", new byte[0]), true).Critical // true',
      'new X509Extension(new AsnEncodedData(new byte[0]), true) // throws System.ArgumentNullException',
    ),
    member(
      'X509Extension(Oid oid, byte[] rawData, bool critical)',
      (oid, rawData, critical) => extension(oid, bytesIn(rawData), critical),
      'new X509Extension(new Oid("Key Usage"), new byte[0], false).Oid.Value // "2.5.29.15"',
    ),
    member(
      'X509Extension(string oid, byte[] rawData, bool critical)',
      (oid, rawData, critical) => extension(ObjectIdentifier.of(oid), bytesIn(rawData), critical),
      `${made}.Oid.FriendlyName // "Key Usage"`,
      'new X509Extension("", new byte[0], true) // throws System.ArgumentException',
    ),
    member(
      'bool Critical { get; set; }',
      {
        get: ({ isCritical }) => isCritical,
        set: (self, critical) => {
          self.isCritical = critical;
        },
      },
      `${made}.Critical // true`,
      'new X509Extension("2.5.29.15", new byte[0], true) { Critical = false }.Critical // false',
    ),
    member(
      'void CopyFrom(AsnEncodedData asnEncodedData)',
      (self, other: EncodedData) => {
        if (!(other instanceof Extension))
          throw new ArgumentException('The object must be an X509Extension.', 'asnEncodedData');
        self.oid = other.oid;
        self.bytes = Uint8Array.from(other.bytes);
        self.isCritical = other.isCritical;
      },
      `((Func<string>)(() => { var e = new X509Extension("1.2", new byte[0], false); e.CopyFrom(${made}); return e.Format(false); }))() // "Digital Signature, Key Encipherment (a0)"`,
      `${made}.CopyFrom(new AsnEncodedData("1.2", new byte[0])) // throws System.ArgumentException`,
    ),
  ],
});

function extension(
  oid: ObjectIdentifier | null,
  bytes: Uint8Array,
  isCritical: boolean,
): Extension {
  if (oid === null || oid.value === null) throw new ArgumentNullException('oid');
  if (oid.value === '')
    throw new ArgumentException('The value cannot be an empty string.', 'oid.Value');
  return new Extension(oid, Uint8Array.from(bytes), isCritical);
}
