import { contentOf, DerError, derTags, itemsOfSequence, readDer, readDerItems } from './der.ts';
import type { DerValue } from './der.ts';
import { readObjectIdentifier } from './objectIdentifier.ts';

/** One name of a subjectAltName (RFC 5280 §4.2.1.6). */
export type GeneralName =
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly text: string }
  /** 4 or 16 octets; in name constraints twice as many. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  | { readonly kind: 'registeredId'; readonly oid: string }
  | { readonly kind: 'other'; readonly oid: string; readonly value: DerValue }
  /** A directory name, an X.400 address or an EDI party: not looked into. */
  | { readonly kind: 'unread' };

/** Reads what the extension holds: a SEQUENCE of names. @throws DerError */
export function readGeneralNames(extensionValue: Uint8Array): GeneralName[] {
  return itemsOfSequence(readDer(extensionValue)).map(nameOf);
}

/** The text of a UTF8String, such as that of a user principal name. @throws DerError */
export function textOfUtf8String(value: DerValue): string {
  return new TextDecoder().decode(contentOf(value, utf8String));
}

const utf8String = 0x0c;

function nameOf(name: DerValue): GeneralName {
  switch (name.tag) {
    case 0xa0:
      return otherName(name);
    case 0x81:
      return { kind: 'email', text: ascii(name.content) };
    case 0x82:
      return { kind: 'dns', text: ascii(name.content) };
    case 0x86:
      return { kind: 'uri', text: ascii(name.content) };
    case 0x87:
      return { kind: 'ip', octets: name.content };
    case 0x88:
      return { kind: 'registeredId', oid: readObjectIdentifier(name.content) };
    case 0xa3:
    case 0xa4:
    case 0xa5:
      return { kind: 'unread' };
    default:
      throw new DerError('a kind of name that there is not');
  }
}

function otherName({ content }: DerValue): GeneralName {
  const [oid, explicit] = readDerItems(content);
  const value = readDer(contentOf(explicit, 0xa0));
  return {
    kind: 'other',
    oid: readObjectIdentifier(contentOf(oid, derTags.objectIdentifier)),
    value,
  };
}

/** IA5String: what is not ASCII would be read differently by everyone. */
function ascii(content: Uint8Array): string {
  if (content.some((octet) => octet >= 0x80)) throw new DerError('a name that is no ASCII');
  return Buffer.from(content).toString('latin1');
}
