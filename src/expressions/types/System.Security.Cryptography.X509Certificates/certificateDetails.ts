import { createHash, X509Certificate as Certificate } from 'node:crypto';
import { readCertificateFields } from '../../../lib/x509/certificateFields.ts';
import type { CertificateFields } from '../../../lib/x509/certificateFields.ts';
import { DerError } from '../../../lib/x509/der.ts';
import { leafOfPkcs12 } from '../../../lib/x509/leafOfPkcs12.ts';
import { privateKeysInPkcs12 } from '../../../lib/x509/pkcs12.ts';
import { ticksOfUnixMilliseconds } from '../../../lib/dotnet-time/ticks.ts';
import { Extensions } from '../../runtime/cryptography/extensions.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import { keepPrivateKey, privateKeyOf } from '../../runtime/cryptography/privateKeys.ts';
import { RsaKey } from '../../runtime/cryptography/RsaKey.ts';
import { SubjectPublicKey } from '../../runtime/cryptography/SubjectPublicKey.ts';
import { DateTime, kinds } from '../../runtime/DateTime.ts';
import { digestNames } from '../../runtime/cryptography/Hasher.ts';
import { ArgumentException, CryptographicException } from '../../runtime/exceptions.ts';

/** Reads DER or PEM. @throws ArgumentException, CryptographicException */
export function certificateOf(data: Uint8Array): Certificate {
  if (data.length === 0) throw new ArgumentException('Array cannot be empty or null.', 'rawData');
  try {
    return new Certificate(data);
  } catch {
    throw new CryptographicException('Cannot find the requested object.');
  }
}

/** Reads a certificate, or a PKCS#12 archive. @throws ArgumentException, CryptographicException */
export function certificateFrom(data: Uint8Array, password: string): Certificate {
  if (data.length === 0) throw new ArgumentException('Array cannot be empty or null.', 'rawData');
  const leaf = leafIn(data, password);
  if (!leaf) return certificateOf(data);
  return keepPrivateKey(leaf, () =>
    privateKeysInPkcs12(data, password).find((key) => leaf.checkPrivateKey(key)),
  );
}

function leafIn(archive: Uint8Array, password: string): Certificate | undefined {
  try {
    return leafOfPkcs12(archive, password);
  } catch (error) {
    // The words of OpenSSL for a wrong password, and those of Windows.
    if (error instanceof Error && /mac verify failure/i.test(error.message))
      throw new CryptographicException('The specified network password is not correct.');
    return undefined;
  }
}

/** Whether they are one certificate to .NET: the issuer's name and number are. */
export function isSameCertificate(one: Certificate, other: Certificate): boolean {
  return keyOf(one) === keyOf(other);
}

/** The same text for the same issuer and number. */
export function keyOf(certificate: Certificate): string {
  return `${serialNumberOf(certificate)} ${hex(detailsOf(certificate).issuer)}`;
}

const known = new WeakMap<Certificate, CertificateFields>();

/**
 * What is read from the bytes of a certificate, once.
 * @throws CryptographicException when OpenSSL reads the certificate, and it is no DER
 */
export function detailsOf(certificate: Certificate): CertificateFields {
  const found = known.get(certificate);
  if (found) return found;
  const fields = fieldsOf(certificate);
  known.set(certificate, fields);
  return fields;
}

// Calls share certificates, and expressions may change these: each is made when it is asked for.

export function publicKeyOf(certificate: Certificate): SubjectPublicKey {
  return SubjectPublicKey.of(detailsOf(certificate).publicKey);
}

export function signatureOidOf(certificate: Certificate): ObjectIdentifier {
  return new ObjectIdentifier(detailsOf(certificate).signatureAlgorithm.oid);
}

export function extensionsOf(certificate: Certificate): Extensions {
  return Extensions.of(detailsOf(certificate).extensions);
}

function fieldsOf({ raw }: Certificate): CertificateFields {
  try {
    return readCertificateFields(raw);
  } catch (error) {
    if (error instanceof DerError) throw new CryptographicException('ASN1 corrupted data.');
    throw error;
  }
}

/** As it is encoded, with the nought in front that keeps it positive: Windows shows that too. */
export function serialNumberOf(certificate: Certificate): string {
  return hex(detailsOf(certificate).serialNumber);
}

/** @throws ArgumentException when .NET knows no algorithm of this name */
export function hashOf({ raw }: Certificate, algorithm: string): Uint8Array {
  const digest = digestNames[algorithm];
  if (digest === undefined)
    throw new ArgumentException('The hash algorithm name cannot be null or empty.');
  return createHash(digest).update(raw).digest();
}

export function thumbprintOf(certificate: Certificate, algorithm: string): string {
  return hex(hashOf(certificate, algorithm));
}

/** In local time, which is that of UTC here. */
export function validityOf({ validFromDate, validToDate }: Certificate): {
  readonly notBefore: DateTime;
  readonly notAfter: DateTime;
} {
  return { notBefore: localTime(validFromDate), notAfter: localTime(validToDate) };
}

function localTime(date: Date): DateTime {
  return new DateTime(ticksOfUnixMilliseconds(date.getTime()), kinds.local);
}

/** Upper-case digits, as every text of a certificate's bytes has them. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

/** Null without a private key, and for keys of another kind. */
export function rsaPrivateKeyOf(certificate: Certificate): RsaKey | null {
  const key = privateKeyOf(certificate);
  return key?.asymmetricKeyType === 'rsa' ? new RsaKey(key) : null;
}
