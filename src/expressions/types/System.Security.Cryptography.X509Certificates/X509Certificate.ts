import type { X509Certificate as Certificate } from 'node:crypto';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { PlatformNotSupportedException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';
import {
  certificateOf,
  detailsOf,
  hashOf,
  hex,
  isSameCertificate,
  serialNumberOf,
  thumbprintOf,
  validityOf,
} from './certificateDetails.ts';
import { certificateText, dateText, verboseCertificateText } from './certificateText.ts';
import { issuerOf, subjectOf } from './distinguishedName.ts';
import { contentTypes } from './X509ContentType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    X509Certificate: Certificate;
    X509Certificate2: Certificate;
    X509ContentType: number;
    X509NameType: number;
  }
}

const member = membersOf<Certificate>();
const none = membersOf<never>();

const noCertificate = 'context.Request.Certificate == null // true';

/**
 * Every value is an X509Certificate2, as those of the context are.
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate
 */
export const X509Certificate: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509Certificate',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    none(
      'X509Certificate(byte[] data)',
      (data) => certificateOf(bytesIn(data)),
      'new X509Certificate(new byte[] { 1 }) // throws System.Security.Cryptography.CryptographicException',
      'new X509Certificate(new byte[0]) // throws System.ArgumentException',
    ),
    none('X509Certificate(X509Certificate cert)', (cert) => cert, noCertificate),
    member('string Issuer { get; }', (self) => issuerOf(self).name, noCertificate),
    member('string Subject { get; }', (self) => subjectOf(self).name, noCertificate),
    member(
      'bool Equals(X509Certificate? other)',
      (self, other) => other !== null && isSameCertificate(self, other),
      noCertificate,
    ),
    member(
      'byte[] Export(X509ContentType contentType)',
      (self, contentType) => {
        if (contentType === contentTypes.Cert) return bytes(self.raw);
        throw new PlatformNotSupportedException('Only X509ContentType.Cert can be exported.');
      },
      noCertificate,
    ),
    member('byte[] GetCertHash()', (self) => bytes(hashOf(self, 'SHA1')), noCertificate),
    member(
      'byte[] GetCertHash(HashAlgorithmName hashAlgorithm)',
      (self, { name }) => bytes(hashOf(self, name ?? '')),
      noCertificate,
    ),
    member('string GetCertHashString()', (self) => thumbprintOf(self, 'SHA1'), noCertificate),
    member(
      'string GetCertHashString(HashAlgorithmName hashAlgorithm)',
      (self, { name }) => thumbprintOf(self, name ?? ''),
      noCertificate,
    ),
    member(
      'string GetEffectiveDateString()',
      (self) => dateText(validityOf(self).notBefore),
      noCertificate,
    ),
    member(
      'string GetExpirationDateString()',
      (self) => dateText(validityOf(self).notAfter),
      noCertificate,
    ),
    member('string GetFormat()', () => 'X509', noCertificate),
    member('string GetSerialNumberString()', (self) => serialNumberOf(self), noCertificate),
    member(
      'byte[] GetSerialNumber()',
      (self) => bytes(detailsOf(self).serialNumber.toReversed()),
      noCertificate,
    ),
    member('byte[] GetRawCertData()', (self) => bytes(self.raw), noCertificate),
    member('string GetRawCertDataString()', (self) => hex(self.raw), noCertificate),
    member('byte[] GetPublicKey()', (self) => bytes(detailsOf(self).publicKey.key), noCertificate),
    member(
      'string GetPublicKeyString()',
      (self) => hex(detailsOf(self).publicKey.key),
      noCertificate,
    ),
    member(
      'string GetKeyAlgorithm()',
      (self) => detailsOf(self).publicKey.algorithm.oid,
      noCertificate,
    ),
    member(
      'byte[] GetKeyAlgorithmParameters()',
      (self) => bytes(keyParameters(self)),
      noCertificate,
    ),
    member(
      'string GetKeyAlgorithmParametersString()',
      (self) => hex(keyParameters(self)),
      noCertificate,
    ),
    member(
      'string ToString(bool fVerbose)',
      (self, fVerbose) => (fVerbose ? verboseCertificateText(self) : certificateText(self)),
      noCertificate,
    ),
    member('void Dispose()', () => undefined, noCertificate),
  ],
});

/** Empty when the algorithm has none. */
function keyParameters(certificate: Certificate): Uint8Array {
  return detailsOf(certificate).publicKey.algorithm.parameters ?? new Uint8Array();
}

/** A `byte[]` that the caller may change. */
function bytes(value: Uint8Array): NetArray {
  return newArray(X509Certificate.registry.named('System.Byte'), Uint8Array.from(value));
}
