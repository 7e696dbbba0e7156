import { createHash } from 'node:crypto';
import { writeKeyIdentifier } from '../../../lib/x509/extensionValues.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { SubjectKeyIdentifierExtension } from '../../runtime/cryptography/extensions.ts';
import type { SubjectPublicKey } from '../../runtime/cryptography/SubjectPublicKey.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';
import { hex } from './certificateDetails.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    X509SubjectKeyIdentifierHashAlgorithm: number;
  }
}

const member = membersOf<SubjectKeyIdentifierExtension>();

const key =
  'new PublicKey(new Oid("1.3.101.112"), new AsnEncodedData(new byte[0]), new AsnEncodedData(new byte[32]))';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509subjectkeyidentifierextension */
export const X509SubjectKeyIdentifierExtension = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierExtension',
  kind: 'class',
  base: 'X509Extension',
  represents: SubjectKeyIdentifierExtension,
  members: [
    member(
      'X509SubjectKeyIdentifierExtension()',
      () => new SubjectKeyIdentifierExtension(new Uint8Array(), false),
      'new X509SubjectKeyIdentifierExtension().SubjectKeyIdentifier == null // true',
    ),
    member(
      'X509SubjectKeyIdentifierExtension(AsnEncodedData encodedSubjectKeyIdentifier, bool critical)',
      ({ bytes }, critical) => new SubjectKeyIdentifierExtension(Uint8Array.from(bytes), critical),
      'new X509SubjectKeyIdentifierExtension(new AsnEncodedData(new byte[] { 4, 1, 255 }), false).SubjectKeyIdentifier // "FF"',
    ),
    member(
      'X509SubjectKeyIdentifierExtension(byte[] subjectKeyIdentifier, bool critical)',
      (identifier, critical) => identified(bytesIn(identifier), critical),
      'new X509SubjectKeyIdentifierExtension(new byte[] { 1, 255 }, false).Format(false) // "01 ff"',
      'new X509SubjectKeyIdentifierExtension(new byte[0], false) // throws System.ArgumentException',
    ),
    member(
      'X509SubjectKeyIdentifierExtension(string subjectKeyIdentifier, bool critical)',
      (identifier, critical) => identified(octetsOf(identifier), critical),
      'new X509SubjectKeyIdentifierExtension("01ab", false).SubjectKeyIdentifier // "01AB"',
      'new X509SubjectKeyIdentifierExtension("", false) // throws System.ArgumentException',
    ),
    member(
      'X509SubjectKeyIdentifierExtension(PublicKey key, bool critical)',
      ({ keyValue }, critical) => identified(sha1(keyValue.bytes), critical),
      `new X509SubjectKeyIdentifierExtension(${key}, false).SubjectKeyIdentifier // "DE8A847BFF8C343D69B853A215E6EE775EF2EF96"`,
    ),
    member(
      'X509SubjectKeyIdentifierExtension(PublicKey key, X509SubjectKeyIdentifierHashAlgorithm algorithm, bool critical)',
      (publicKey, algorithm, critical) => identified(identifierOf(publicKey, algorithm), critical),
      `new X509SubjectKeyIdentifierExtension(${key}, X509SubjectKeyIdentifierHashAlgorithm.ShortSha1, false).SubjectKeyIdentifier // "45E6EE775EF2EF96"`,
      `new X509SubjectKeyIdentifierExtension(${key}, (X509SubjectKeyIdentifierHashAlgorithm)9, false) // throws System.ArgumentException`,
    ),
    member(
      'string? SubjectKeyIdentifier { get; }',
      ({ identifier }) => identifier && hex(identifier),
      'new X509SubjectKeyIdentifierExtension("01ab", false).SubjectKeyIdentifier // "01AB"',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509subjectkeyidentifierhashalgorithm */
export const X509SubjectKeyIdentifierHashAlgorithm = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierHashAlgorithm',
  kind: 'enum',
  values: { Sha1: 0, ShortSha1: 1, CapiSha1: 2 },
});

/** @throws ArgumentException */
function identified(identifier: Uint8Array, critical: boolean): SubjectKeyIdentifierExtension {
  if (identifier.length === 0)
    throw new ArgumentException('Array cannot be empty or null.', 'subjectKeyIdentifier');
  return new SubjectKeyIdentifierExtension(writeKeyIdentifier(identifier), critical);
}

/** @throws ArgumentException */
function octetsOf(digits: string): Uint8Array {
  if (!/^(?:[\da-f]{2})*$/i.test(digits))
    throw new ArgumentException('An identifier is written in hexadecimal.', 'subjectKeyIdentifier');
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

/** RFC 5280 §4.2.1.2, methods 1 and 2, and what Windows does. @throws ArgumentException */
function identifierOf(key: SubjectPublicKey, algorithm: number): Uint8Array {
  switch (algorithm) {
    case 0:
      return sha1(key.keyValue.bytes);
    case 1: {
      const short = sha1(key.keyValue.bytes).slice(-8);
      short[0] = 0x40 | ((short[0] ?? 0) & 0x0f);
      return short;
    }
    case 2:
      return sha1(key.subjectPublicKeyInfo());
    default:
      throw new ArgumentException('The algorithm is none of the values.', 'algorithm');
  }
}

function sha1(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha1').update(bytes).digest());
}
