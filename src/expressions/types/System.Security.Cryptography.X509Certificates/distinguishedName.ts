import type { X509Certificate as Certificate } from 'node:crypto';
import { DerError } from '../../../lib/x509/der.ts';
import { readDistinguishedName } from '../../../lib/x509/distinguishedName.ts';
import type { NameAttribute } from '../../../lib/x509/distinguishedName.ts';
import { CryptographicException } from '../../runtime/exceptions.ts';
import { detailsOf, hex } from './certificateDetails.ts';

/** A value of `X500DistinguishedName`. */
export class DistinguishedName {
  /** As Windows writes it: `CN=ada, O="Contoso, Inc."`, the most specific part first. */
  readonly name: string;
  /** The least specific first. */
  readonly #attributes: readonly NameAttribute[];

  constructor(relativeNames: readonly (readonly NameAttribute[])[]) {
    this.#attributes = relativeNames.flat();
    this.name = relativeNames
      .toReversed()
      .map((relative) => relative.map(attributeText).join(' + '))
      .join(', ');
  }

  get commonName(): string | undefined {
    return this.#last(oids.commonName);
  }

  get email(): string | undefined {
    return this.#last(oids.email);
  }

  /** What people would call the owner; see CERT_NAME_SIMPLE_DISPLAY_TYPE of CertGetNameString. */
  get simpleName(): string | undefined {
    const { organization, organizationalUnit } = oids;
    return (
      this.commonName ?? this.#last(organizationalUnit) ?? this.#last(organization) ?? this.email
    );
  }

  #last(wanted: string): string | undefined {
    return this.#attributes.findLast(({ oid, text }) => oid === wanted && text !== undefined)?.text;
  }
}

const oids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  email: '1.2.840.113549.1.9.1',
} as const;

/**
 * What Windows calls the types of attributes; all others are written by their numbers
 * (https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certstrtonamea).
 */
const keys: Readonly<Record<string, string>> = {
  [oids.commonName]: 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.9': 'STREET',
  [oids.organization]: 'O',
  [oids.organizationalUnit]: 'OU',
  '2.5.4.12': 'T',
  '2.5.4.13': 'Description',
  '2.5.4.17': 'PostalCode',
  '2.5.4.18': 'POBox',
  '2.5.4.20': 'Phone',
  '2.5.4.24': 'X21Address',
  '2.5.4.42': 'G',
  '2.5.4.43': 'I',
  '2.5.4.46': 'dnQualifier',
  '0.9.2342.19200300.100.1.25': 'DC',
  [oids.email]: 'E',
};

function attributeText({ oid, text, encoded }: NameAttribute): string {
  const value = text === undefined ? `#${hex(encoded)}` : quoted(text);
  return `${keys[oid] ?? `OID.${oid}`}=${value}`;
}

function quoted(value: string): string {
  const needsQuotes = value === '' || /[,+="\n<>#;]|^[\t-\r ]|[\t-\r ]$/.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

/** @throws CryptographicException */
export function subjectOf(certificate: Certificate): DistinguishedName {
  return nameOf(detailsOf(certificate).subject);
}

/** @throws CryptographicException */
export function issuerOf(certificate: Certificate): DistinguishedName {
  return nameOf(detailsOf(certificate).issuer);
}

function nameOf(encoded: Uint8Array): DistinguishedName {
  try {
    return new DistinguishedName(readDistinguishedName(encoded));
  } catch (error) {
    if (error instanceof DerError) throw new CryptographicException('ASN1 corrupted data.');
    throw error;
  }
}
