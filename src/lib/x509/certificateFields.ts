import { contentOf, DerError, derTags, itemsOfSequence, readDer } from './der.ts';
import type { DerValue } from './der.ts';
import { readObjectIdentifier } from './objectIdentifier.ts';
import { readAlgorithmIdentifier, readPublicKeyInfo } from './publicKeyInfo.ts';
import type { AlgorithmIdentifier, PublicKeyInfo } from './publicKeyInfo.ts';

/** One extension (RFC 5280 §4.2). */
export interface CertificateExtension {
  readonly oid: string;
  readonly isCritical: boolean;
  /** The DER that the OCTET STRING holds. */
  readonly value: Uint8Array;
}

/** What node:crypto does not tell of a certificate (RFC 5280 §4.1). */
export interface CertificateFields {
  /** 1, 2 or 3: what people call it, one more than what is encoded. */
  readonly version: number;
  /** As it is encoded: big-endian, with the octet that keeps it positive. */
  readonly serialNumber: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** DER of the Names. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: PublicKeyInfo;
  /** In the order of the certificate. */
  readonly extensions: readonly CertificateExtension[];
}

const tags = { version: 0xa0, extensions: 0xa3 } as const;

/** Reads the DER of one certificate. Checks its form and nothing of what it says. @throws DerError */
export function readCertificateFields(certificate: Uint8Array): CertificateFields {
  const [toBeSigned, signatureAlgorithm] = itemsOfSequence(readDer(certificate));
  const fields = itemsOfSequence(toBeSigned);
  const version = fields[0]?.tag === tags.version ? fields.shift() : undefined;
  const [serialNumber, , issuer, , subject, publicKey, ...optional] = fields;
  return {
    version: versionOf(version),
    serialNumber: contentOf(serialNumber, derTags.integer),
    signatureAlgorithm: readAlgorithmIdentifier(signatureAlgorithm),
    issuer: encodedSequence(issuer),
    subject: encodedSequence(subject),
    publicKey: readPublicKeyInfo(publicKey),
    extensions: extensionsOf(optional.find(({ tag }) => tag === tags.extensions)),
  };
}

function versionOf(value: DerValue | undefined): number {
  if (!value) return 1;
  const [number, ...more] = contentOf(readDer(value.content), derTags.integer);
  if (number === undefined || number > 2 || more.length > 0)
    throw new DerError('a version that no certificate has');
  return number + 1;
}

function encodedSequence(value: DerValue | undefined): Uint8Array {
  contentOf(value, derTags.sequence);
  return value?.encoded ?? new Uint8Array();
}

function extensionsOf(value: DerValue | undefined): CertificateExtension[] {
  return value ? itemsOfSequence(readDer(value.content)).map(extensionOf) : [];
}

function extensionOf(extension: DerValue): CertificateExtension {
  const [oid, ...rest] = itemsOfSequence(extension);
  const critical = rest[0]?.tag === derTags.boolean ? rest.shift() : undefined;
  return {
    oid: readObjectIdentifier(contentOf(oid, derTags.objectIdentifier)),
    isCritical: critical !== undefined && critical.content[0] !== 0,
    value: contentOf(rest[0], derTags.octetString),
  };
}
