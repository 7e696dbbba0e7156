import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';

const oid = {
  data: '1.2.840.113549.1.7.1',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
} as const;

/**
 * The private keys of a PKCS#12 archive (RFC 7292 §4): those in its data contents, where OpenSSL,
 * Windows and Key Vault put them, as PKCS #8 (encrypted or not). Keys whose encryption Node does not
 * know are left out, and an archive that is none has no keys; never throws. The archive's MAC is not
 * looked at: it is for a key store to check on the way in.
 */
export function privateKeysInPkcs12(archive: Uint8Array, password: string): KeyObject[] {
  const pfx = read(archive);
  const authenticatedSafe = pfx && contentOf(itemsOf(pfx)[1]);
  const safe = authenticatedSafe && read(authenticatedSafe);
  return itemsOf(safe).flatMap((contentInfo) => {
    const content = contentOf(contentInfo);
    return itemsOf(content && read(content)).flatMap((bag) => keyOf(bag, password) ?? []);
  });
}

/** The bytes of a ContentInfo of type data (RFC 5652 §3); undefined for any other. */
function contentOf(contentInfo: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  const [type, explicit] = itemsOf(contentInfo);
  const [octets] = itemsOf(explicit);
  if (oidOf(type) !== oid.data || !(octets instanceof asn1js.OctetString)) return undefined;
  return new Uint8Array(octets.getValue());
}

/** The key of a SafeBag (RFC 7292 §4.2.1, §4.2.2). */
function keyOf(bag: asn1js.BaseBlock, password: string): KeyObject | undefined {
  const [type, explicit] = itemsOf(bag);
  const [value] = itemsOf(explicit);
  const bagId = oidOf(type);
  if (!value || (bagId !== oid.keyBag && bagId !== oid.shroudedKeyBag)) return undefined;
  try {
    const key = Buffer.from(value.toBER());
    const passphrase = bagId === oid.shroudedKeyBag ? password : undefined;
    return createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
  } catch {
    return undefined;
  }
}

function read(bytes: Uint8Array): asn1js.BaseBlock | undefined {
  const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes).buffer);
  return offset < 0 ? undefined : result;
}

function itemsOf(block: asn1js.BaseBlock | undefined): readonly asn1js.BaseBlock[] {
  return block instanceof asn1js.Constructed || block instanceof asn1js.Sequence
    ? block.valueBlock.value
    : [];
}

function oidOf(block: asn1js.BaseBlock | undefined): string | undefined {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : undefined;
}
