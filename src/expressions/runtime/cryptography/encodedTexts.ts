/**
 * Encoded data as Windows shows it to people
 * (https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-cryptformatobject).
 */
import { formatIpv4 } from '../../../lib/dotnet-net/ipv4.ts';
import { DerError } from '../../../lib/x509/der.ts';
import {
  readBasicConstraints,
  readExtendedKeyUsage,
  readKeyIdentifier,
  readKeyUsage,
} from '../../../lib/x509/extensionValues.ts';
import { readGeneralNames, textOfUtf8String } from '../../../lib/x509/generalNames.ts';
import type { GeneralName } from '../../../lib/x509/generalNames.ts';
import { newLine } from '../newLine.ts';
import { nameOfOid, oidGroups } from './oidNames.ts';

/** The lines for what an extension holds; undefined when something in it is not understood. */
const lines: Readonly<Record<string, (bytes: Uint8Array) => readonly string[] | undefined>> = {
  '2.5.29.14': (bytes) => [hex(readKeyIdentifier(bytes), ' ')],
  '2.5.29.15': usageLines,
  '2.5.29.17': nameLines,
  '2.5.29.18': nameLines,
  '2.5.29.19': constraintLines,
  '2.5.29.37': purposeLines,
};

/** On a line each, or with commas between. Of what has no text of its own the bytes are shown. */
export function encodedText(oid: string, bytes: Uint8Array, isMultiLine: boolean): string {
  const texts = linesOf(oid, bytes);
  if (!texts) return hex(bytes, ' ');
  return isMultiLine ? texts.map((text) => text + newLine).join('') : texts.join(', ');
}

function linesOf(oid: string, bytes: Uint8Array): readonly string[] | undefined {
  try {
    return Object.hasOwn(lines, oid) ? lines[oid]?.(bytes) : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** By the bits of X509KeyUsageFlags, in the order of the encoding. */
const usageNames = [
  [0x80, 'Digital Signature'],
  [0x40, 'Non-Repudiation'],
  [0x20, 'Key Encipherment'],
  [0x10, 'Data Encipherment'],
  [0x08, 'Key Agreement'],
  [0x04, 'Certificate Signing'],
  [0x02, 'Off-line CRL Signing, CRL Signing'],
  [0x01, 'Encipher Only'],
  [0x8000, 'Decipher Only'],
] as const;

function usageLines(bytes: Uint8Array): readonly string[] | undefined {
  const usages = readKeyUsage(bytes);
  const names = usageNames.flatMap(([bit, name]) => ((usages & bit) === 0 ? [] : [name]));
  if (names.length === 0) return undefined;
  const octets = usages > 0xff ? [usages & 0xff, usages >> 8] : [usages];
  return [`${names.join(', ')} (${hex(Uint8Array.from(octets), ' ')})`];
}

function constraintLines(bytes: Uint8Array): readonly string[] {
  const { isAuthority, pathLength } = readBasicConstraints(bytes);
  return [
    `Subject Type=${isAuthority ? 'CA' : 'End Entity'}`,
    `Path Length Constraint=${pathLength ?? 'None'}`,
  ];
}

function purposeLines(bytes: Uint8Array): readonly string[] {
  return readExtendedKeyUsage(bytes).map((oid) => {
    const name = nameOfOid(oid, oidGroups.EnhancedKeyUsage) ?? 'Unknown Key Usage';
    return `${name} (${oid})`;
  });
}

function nameLines(bytes: Uint8Array): readonly string[] | undefined {
  const texts = readGeneralNames(bytes).map(textOf);
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}

function textOf(name: GeneralName): string | undefined {
  switch (name.kind) {
    case 'email':
      return `RFC822 Name=${name.text}`;
    case 'dns':
      return `DNS Name=${name.text}`;
    case 'uri':
      return `URL=${name.text}`;
    case 'ip':
      return `IP Address=${addressText(name.octets)}`;
    case 'registeredId':
      return `Registered ID=${name.oid}`;
    case 'other':
      return nameOfOid(name.oid, oidGroups.All) === 'Principal Name'
        ? `Other Name:Principal Name=${textOfUtf8String(name.value)}`
        : `Other Name:${name.oid}=${hex(name.value.encoded, ' ')}`;
    case 'unread':
      return undefined;
  }
}

/** IPv6 as Windows writes it here: every group with its four digits. */
function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return formatIpv4(Buffer.from(octets).readUInt32BE());
  if (octets.length === 16) return hex(octets, '').replaceAll(/(.{4})(?=.)/g, '$1:');
  return hex(octets, ' ');
}

function hex(octets: Uint8Array, border: string): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(border);
}
