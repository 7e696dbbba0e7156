import { contentOf, DerError, derTags, itemsOfSequence, readDer, readDerItems } from './der.ts';
import type { DerValue } from './der.ts';
import { readObjectIdentifier } from './objectIdentifier.ts';

/** One part of a name (RFC 5280 §4.1.2.4). */
export interface NameAttribute {
  readonly oid: string;
  /** Undefined when the value is no text. */
  readonly text: string | undefined;
  /** DER of the value. */
  readonly encoded: Uint8Array;
}

/**
 * Reads a Name: its relative names from the least specific on, each a set of attributes that is mostly
 * one. @throws DerError
 */
export function readDistinguishedName(name: Uint8Array): NameAttribute[][] {
  return itemsOfSequence(readDer(name)).map((relative) => {
    const attributes = readDerItems(contentOf(relative, set)).map(attributeOf);
    if (attributes.length === 0) throw new DerError('a relative name without attributes');
    return attributes;
  });
}

const set = 0x31;

function attributeOf(attribute: DerValue): NameAttribute {
  const [type, value, ...more] = itemsOfSequence(attribute);
  if (!value || more.length > 0) throw new DerError('an attribute is a type and a value');
  return {
    oid: readObjectIdentifier(contentOf(type, derTags.objectIdentifier)),
    text: textOf(value),
    encoded: value.encoded,
  };
}

/** By the tags of string types (X.680 §8.4). What is malformed in them is replaced, as texts go. */
function textOf({ tag, content }: DerValue): string | undefined {
  switch (tag) {
    case 0x0c:
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // TeletexString, which everybody reads as Latin-1
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return Buffer.from(content).toString('latin1');
    case 0x1c: // UniversalString
      return universalText(content);
    case 0x1e: // BMPString
      return content.length % 2 === 0
        ? Buffer.from(content).swap16().toString('utf16le')
        : undefined;
    default:
      return undefined;
  }
}

function universalText(content: Uint8Array): string | undefined {
  if (content.length % 4 !== 0) return undefined;
  const octets = Buffer.from(content);
  let text = '';
  for (let at = 0; at < octets.length; at += 4) {
    const point = octets.readUInt32BE(at);
    if (point > 0x10_ffff) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}
