import { X509Certificate as Certificate, createHash, createPublicKey } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { ticksOfUnixMilliseconds } from '../../../lib/dotnet-time/ticks.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { dateTimeText } from '../../runtime/dateTexts.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { digestNames } from '../../runtime/cryptography/Hasher.ts';
import { RsaKey } from '../../runtime/cryptography/RsaKey.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, CryptographicException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';
import { distinguishedName, DistinguishedName } from './distinguishedName.ts';

const member = membersOf<Certificate>();
const none = membersOf<never>();
const name = membersOf<DistinguishedName>();

const noCertificate = 'context.Request.Certificate == null // true';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate */
export const X509Certificate: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509Certificate',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    member('string Issuer { get; }', ({ issuer }) => distinguishedName(issuer).name, noCertificate),
    member(
      'string Subject { get; }',
      ({ subject }) => distinguishedName(subject).name,
      noCertificate,
    ),
    member(
      'byte[] GetCertHash()',
      (self) => bytes(createHash('sha1').update(self.raw).digest()),
      noCertificate,
    ),
    member('string GetCertHashString()', (self) => thumbprint(self, 'SHA1'), noCertificate),
    member(
      'string GetCertHashString(HashAlgorithmName hashAlgorithm)',
      (self, hash) => thumbprint(self, hash.name ?? ''),
      noCertificate,
    ),
    member(
      'string GetEffectiveDateString()',
      (self) => dateTimeText(dateOf(self.validFrom), null, invariantCulture),
      noCertificate,
    ),
    member(
      'string GetExpirationDateString()',
      (self) => dateTimeText(dateOf(self.validTo), null, invariantCulture),
      noCertificate,
    ),
    member(
      'string GetSerialNumberString()',
      (self) => self.serialNumber.toUpperCase(),
      noCertificate,
    ),
    member(
      'byte[] GetSerialNumber()',
      (self) => bytes(Buffer.from(self.serialNumber, 'hex').toReversed()),
      noCertificate,
    ),
    member('byte[] GetRawCertData()', (self) => bytes(self.raw), noCertificate),
    member(
      'string GetRawCertDataString()',
      (self) => self.raw.toString('hex').toUpperCase(),
      noCertificate,
    ),
    member('byte[] GetPublicKey()', (self) => bytes(publicKeyBytes(self)), noCertificate),
    member(
      'string GetPublicKeyString()',
      (self) => publicKeyBytes(self).toString('hex').toUpperCase(),
      noCertificate,
    ),
    member('string GetKeyAlgorithm()', (self) => keyAlgorithmOid(self), noCertificate),
    member('void Dispose()', () => undefined, noCertificate),
  ],
});

/**
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate2
 */
export const X509Certificate2: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509Certificate2',
  kind: 'class',
  base: 'X509Certificate',
  represents: Certificate,
  behaviour: {
    text: ({ subject }: Certificate) => `[Subject]\n  ${distinguishedName(subject).name}\n`,
  },
  members: [
    none(
      'X509Certificate2(byte[] rawData)',
      (rawData) => read(bytesIn(rawData)),
      'new X509Certificate2(new byte[] { 1 }) // throws System.Security.Cryptography.CryptographicException',
    ),
    member('string Thumbprint { get; }', (self) => thumbprint(self, 'SHA1'), noCertificate),
    member(
      'string SerialNumber { get; }',
      (self) => self.serialNumber.toUpperCase(),
      noCertificate,
    ),
    member('DateTime NotBefore { get; }', (self) => dateOf(self.validFrom), noCertificate),
    member('DateTime NotAfter { get; }', (self) => dateOf(self.validTo), noCertificate),
    member(
      'X500DistinguishedName SubjectName { get; }',
      ({ subject }) => distinguishedName(subject),
      noCertificate,
    ),
    member(
      'X500DistinguishedName IssuerName { get; }',
      ({ issuer }) => distinguishedName(issuer),
      noCertificate,
    ),
    member('string FriendlyName { get; }', () => '', noCertificate),
    member('bool HasPrivateKey { get; }', () => false, noCertificate),
    member('byte[] RawData { get; }', (self) => bytes(self.raw), noCertificate),
    member('int Version { get; }', () => 3, noCertificate),
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

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x500distinguishedname */
export const X500DistinguishedName = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X500DistinguishedName',
  kind: 'class',
  represents: DistinguishedName,
  members: [name('string Name { get; }', (self) => self.name, noCertificate)],
});

export const X509NameType = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509NameType',
  kind: 'enum',
  values: {
    SimpleName: 0,
    EmailName: 1,
    UpnName: 2,
    DnsName: 3,
    DnsFromAlternativeName: 4,
    UrlName: 5,
  },
});

export const X509ContentType = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509ContentType',
  kind: 'enum',
  values: {
    Unknown: 0,
    Cert: 1,
    SerializedCert: 2,
    Pfx: 3,
    Pkcs12: 3,
    SerializedStore: 4,
    Pkcs7: 5,
    Authenticode: 6,
  },
});

/** Azure's own, and those of `RSACertificateExtensions`. */
export const CertificateExtensions = defineType({
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
      () => null,
      'context.Deployment.Certificates.Values.Select(c => c.GetRSAPrivateKey()).Count() // 0',
    ),
    none(
      'static bool VerifyNoRevocation(this X509Certificate2 input)',
      (input: Certificate, _types, environment) => isTrusted(input, environment),
      'context.Deployment.Certificates.Values.Select(c => c.VerifyNoRevocation()).Count() // 0',
    ),
  ],
});

function read(raw: Uint8Array): Certificate {
  try {
    return new Certificate(raw);
  } catch {
    throw new CryptographicException('Cannot find the requested object.');
  }
}

function thumbprint({ raw }: Certificate, algorithm: string): string {
  const digest = digestNames[algorithm];
  if (digest === undefined)
    throw new ArgumentException('The hash algorithm name cannot be null or empty.');
  return createHash(digest).update(raw).digest('hex').toUpperCase();
}

function dateOf(text: string): DateTime {
  return new DateTime(ticksOfUnixMilliseconds(Date.parse(text)), kinds.local);
}

function publicKeyBytes({ publicKey }: Certificate): Buffer {
  const key = createPublicKey(publicKey);
  return key.export(
    key.asymmetricKeyType === 'rsa'
      ? { type: 'pkcs1', format: 'der' }
      : { type: 'spki', format: 'der' },
  );
}

function keyAlgorithmOid({ publicKey }: Certificate): string {
  return publicKey.asymmetricKeyType === 'ec' ? '1.2.840.10045.2.1' : '1.2.840.113549.1.1.1';
}

function nameInfo(
  { subject, issuer, subjectAltName }: Certificate,
  nameType: number,
  forIssuer: boolean,
): string {
  const alternative = (kind: string): string | undefined =>
    new RegExp(`(?:^|, )${kind}:([^,]+)`).exec(subjectAltName ?? '')?.[1];
  const { commonName, name: whole } = distinguishedName(forIssuer ? issuer : subject);
  if (!forIssuer && nameType === 1) return alternative('email') ?? '';
  if (!forIssuer && (nameType === 3 || nameType === 4))
    return alternative('DNS') ?? commonName ?? '';
  if (!forIssuer && nameType === 5) return alternative('URI') ?? '';
  return commonName ?? whole;
}

/** Valid now, and signed by a root that the system trusts; chains of several links are not built here. */
function isTrusted(certificate: Certificate, { world }: Environment): boolean {
  const now = world.now();
  if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo))
    return false;
  return rootCertificates.some((pem) => {
    const root = new Certificate(pem);
    return certificate.checkIssued(root) && certificate.verify(root.publicKey);
  });
}

function bytes(value: Uint8Array): NetArray {
  return newArray(X509Certificate2.registry.named('System.Byte'), Uint8Array.from(value));
}

export const certificateTypes: readonly TypeDefinition[] = [
  X509Certificate,
  X509Certificate2,
  X500DistinguishedName,
  X509NameType,
  X509ContentType,
  CertificateExtensions,
];
