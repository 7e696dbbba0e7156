import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { TlsIdentity } from '../http/exchange.ts';
import { privateKeysInPkcs12 } from './pkcs12.ts';

/** The private key that belongs to a public one; undefined when it is not there, or unreadable. */
export function privateKeyOf(identity: TlsIdentity, publicKey: KeyObject): KeyObject | undefined {
  return keysIn(identity).find((key) => createPublicKey(key).equals(publicKey));
}

/** Opening an archive takes long on purpose, and it is asked for more than once. */
const opened = new WeakMap<Uint8Array, KeyObject[]>();

function keysIn(identity: TlsIdentity): KeyObject[] {
  if ('key' in identity) return [createPrivateKey(identity.key)];
  const { pfx, passphrase } = identity;
  let keys = opened.get(pfx);
  if (!keys) opened.set(pfx, (keys = privateKeysInPkcs12(pfx, passphrase)));
  return keys;
}
