import { DerError } from '../../../lib/x509/der.ts';
import { readGeneralNames, textOfUtf8String } from '../../../lib/x509/generalNames.ts';
import type { GeneralName } from '../../../lib/x509/generalNames.ts';
import { formatIpv4 } from '../../../lib/dotnet-net/ipv4.ts';
import { newLine } from '../newLine.ts';
import { nameOfOid, oidGroups } from './oidNames.ts';
import type { ObjectIdentifier } from './ObjectIdentifier.ts';

/** A value of `AsnEncodedData`: encoded bytes, and what they are called. */
export class EncodedData {
  oid: ObjectIdentifier | null;
  bytes: Uint8Array;

  constructor(oid: ObjectIdentifier | null, bytes: Uint8Array) {
    this.oid = oid;
    this.bytes = bytes;
  }

  /** With bytes of its own. */
  copy(): EncodedData {
    return new EncodedData(this.oid, Uint8Array.from(this.bytes));
  }

  /**
   * As Windows shows it to people: the names of a subject alternative name, and the bytes of
   * everything else. https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-cryptformatobject
   */
  format(isMultiLine: boolean): string {
    const names = this.oid?.value === '2.5.29.17' ? namesIn(this.bytes) : undefined;
    if (!names) return hex(this.bytes, ' ');
    return isMultiLine ? names.map((text) => text + newLine).join('') : names.join(', ');
  }
}

/** Undefined when there is a name that is not understood. */
function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const texts = readGeneralNames(bytes).map(textOf);
    const known = texts.filter((text) => text !== undefined);
    return known.length === texts.length ? known : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
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
