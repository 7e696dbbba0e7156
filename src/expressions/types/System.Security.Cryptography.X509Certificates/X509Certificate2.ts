import { X509Certificate as Certificate } from 'node:crypto';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { privateKeyOf } from '../../runtime/cryptography/privateKeys.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';
import {
  certificateFrom,
  detailsOf,
  extensionsOf,
  isSameCertificate,
  keyOf,
  publicKeyOf,
  rsaPrivateKeyOf,
  serialNumberOf,
  signatureOidOf,
  thumbprintOf,
  validityOf,
} from './certificateDetails.ts';
import { nameInfo } from './certificateNames.ts';
import { certificateText } from './certificateText.ts';
import { contentTypeOf } from './contentType.ts';
import { issuerOf, subjectOf } from './distinguishedName.ts';
import { isTrusted } from './isTrusted.ts';

const member = membersOf<Certificate>();
const none = membersOf<never>();

const noCertificate = 'context.Request.Certificate == null // true';

/**
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate2
 */
export const X509Certificate2: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509Certificate2',
  kind: 'class',
  base: 'X509Certificate',
  represents: Certificate,
  behaviour: {
    text: certificateText,
    equals: (self: Certificate, other) =>
      other instanceof Certificate && isSameCertificate(self, other),
    key: keyOf,
  },
  members: [
    none(
      'X509Certificate2(byte[] rawData)',
      (rawData) => certificateFrom(bytesIn(rawData), ''),
      'new X509Certificate2(new byte[] { 1 }) // throws System.Security.Cryptography.CryptographicException',
    ),
    none(
      'X509Certificate2(byte[] rawData, string? password)',
      (rawData, password) => certificateFrom(bytesIn(rawData), password ?? ''),
      'new X509Certificate2(new byte[] { 1 }, "secret") // throws System.Security.Cryptography.CryptographicException',
    ),
    none(
      'X509Certificate2(X509Certificate certificate)',
      (certificate) => certificate,
      noCertificate,
    ),
    none(
      'static X509ContentType GetCertContentType(byte[] rawData)',
      (rawData) => contentTypeOf(bytesIn(rawData)),
      'X509Certificate2.GetCertContentType(new byte[] { 1 }) // X509ContentType.Unknown',
      'X509Certificate2.GetCertContentType(new byte[0]) // throws System.ArgumentException',
    ),
    member('string Thumbprint { get; }', (self) => thumbprintOf(self, 'SHA1'), noCertificate),
    member('string SerialNumber { get; }', (self) => serialNumberOf(self), noCertificate),
    member('DateTime NotBefore { get; }', (self) => validityOf(self).notBefore, noCertificate),
    member('DateTime NotAfter { get; }', (self) => validityOf(self).notAfter, noCertificate),
    member('X500DistinguishedName SubjectName { get; }', subjectOf, noCertificate),
    member('X500DistinguishedName IssuerName { get; }', issuerOf, noCertificate),
    member('PublicKey PublicKey { get; }', (self) => publicKeyOf(self), noCertificate),
    member('Oid SignatureAlgorithm { get; }', (self) => signatureOidOf(self), noCertificate),
    member(
      'X509ExtensionCollection Extensions { get; }',
      (self, _types, environment) => {
        environment.spend(detailsOf(self).extensions.length);
        return extensionsOf(self);
      },
      noCertificate,
    ),
    member('int Version { get; }', (self) => detailsOf(self).version, noCertificate),
    member('string FriendlyName { get; }', () => '', noCertificate),
    member('bool Archived { get; }', () => false, noCertificate),
    member(
      'bool HasPrivateKey { get; }',
      (self) => privateKeyOf(self) !== undefined,
      noCertificate,
    ),
    member(
      'AsymmetricAlgorithm? PrivateKey { get; }',
      (self) => rsaPrivateKeyOf(self),
      noCertificate,
    ),
    member('byte[] RawData { get; }', ({ raw }) => bytes(raw), noCertificate),
    member('string ExportCertificatePem()', (self) => self.toString().trimEnd(), noCertificate),
    member(
      'string GetNameInfo(X509NameType nameType, bool forIssuer)',
      (self, nameType, forIssuer) => nameInfo(self, nameType, forIssuer),
      noCertificate,
    ),
    member(
      'bool Verify()',
      (self, _types, environment) => isTrusted(self, environment),
      noCertificate,
    ),
    member(
      'bool MatchesHostname(string hostname)',
      (self, hostname) => self.checkHost(hostname) !== undefined,
      noCertificate,
    ),
  ],
});

/** A `byte[]` that the caller may change. */
function bytes(value: Uint8Array): NetArray {
  return newArray(X509Certificate2.registry.named('System.Byte'), Uint8Array.from(value));
}
