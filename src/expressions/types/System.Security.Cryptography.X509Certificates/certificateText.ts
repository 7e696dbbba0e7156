import type { X509Certificate as Certificate } from 'node:crypto';
import { invariantCulture } from '../../runtime/Culture.ts';
import { dateTimeText } from '../../runtime/dateTexts.ts';
import type { DateTime } from '../../runtime/DateTime.ts';
import { newLine } from '../../runtime/newLine.ts';
import {
  detailsOf,
  extensionsOf,
  publicKeyOf,
  serialNumberOf,
  signatureOidOf,
  thumbprintOf,
  validityOf,
} from './certificateDetails.ts';
import { nameInfo } from './certificateNames.ts';
import { issuerOf, subjectOf } from './distinguishedName.ts';
import { nameTypes } from './X509NameType.ts';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** `ToString()` of a certificate: headings in brackets, what they say indented below. */
export function certificateText(certificate: Certificate): string {
  return sectionsText([
    { title: 'Subject', lines: [subjectOf(certificate).name] },
    { title: 'Issuer', lines: [issuerOf(certificate).name] },
    ...plainSections(certificate),
  ]);
}

/** `ToString(true)`: names, algorithms and the key too. */
export function verboseCertificateText(certificate: Certificate): string {
  const { version } = detailsOf(certificate);
  const sections = sectionsText([
    { title: 'Version', lines: [`V${version}`] },
    { title: 'Subject', lines: nameLines(certificate, false) },
    { title: 'Issuer', lines: nameLines(certificate, true) },
    ...plainSections(certificate),
    ...keySections(certificate),
  ]);
  return sections + extensionsText(certificate);
}

function sectionsText(sections: readonly Section[]): string {
  const text = ({ title, lines }: Section): string =>
    [`[${title}]`, ...lines.map((line) => `  ${line}`), ''].join(newLine);
  return sections.map(text).join(newLine);
}

function plainSections(certificate: Certificate): readonly Section[] {
  const { notBefore, notAfter } = validityOf(certificate);
  return [
    { title: 'Serial Number', lines: [serialNumberOf(certificate)] },
    { title: 'Not Before', lines: [dateText(notBefore)] },
    { title: 'Not After', lines: [dateText(notAfter)] },
    { title: 'Thumbprint', lines: [thumbprintOf(certificate, 'SHA1')] },
  ];
}

export function dateText(date: DateTime): string {
  return dateTimeText(date, null, invariantCulture);
}

const shownNames = {
  'Simple Name': nameTypes.SimpleName,
  'Email Name': nameTypes.EmailName,
  'UPN Name': nameTypes.UpnName,
  'DNS Name': nameTypes.DnsName,
};

function nameLines(certificate: Certificate, ofIssuer: boolean): readonly string[] {
  const whole = (ofIssuer ? issuerOf : subjectOf)(certificate).name;
  const names = Object.entries(shownNames).map(([label, nameType]) => {
    const name = nameInfo(certificate, nameType, ofIssuer);
    return name === '' ? [] : [`${label}: ${name}`];
  });
  return [whole, ...names.flat()];
}

function keySections(certificate: Certificate): readonly Section[] {
  const key = publicKeyOf(certificate);
  const { value, friendlyName } = signatureOidOf(certificate);
  return [
    { title: 'Signature Algorithm', lines: [`${friendlyName ?? ''}(${value ?? ''})`] },
    {
      title: 'Public Key',
      lines: [
        `Algorithm: ${key.oid.friendlyName ?? ''}`,
        `Length: ${key.rsaKey()?.bits ?? ''}`,
        `Key Blob: ${key.keyValue.format(true)}`,
        `Parameters: ${key.parameters.format(true)}`,
      ],
    },
  ];
}

function extensionsText(certificate: Certificate): string {
  const extensions = Array.from(extensionsOf(certificate), (extension) => {
    const { value, friendlyName } = extension.oid ?? { value: null, friendlyName: null };
    return `* ${friendlyName ?? ''}(${value ?? ''}):${newLine}  ${extension.format(true)}${newLine}`;
  });
  if (extensions.length === 0) return '';
  return `${newLine}[Extensions]${newLine}${extensions.join('')}`;
}
