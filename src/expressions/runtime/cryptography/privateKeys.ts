import type { KeyObject, X509Certificate } from 'node:crypto';

/** Node's certificates hold no private key, and .NET's may. */
const keys = new WeakMap<X509Certificate, () => KeyObject | undefined>();

/** `privateKey` is asked when an expression needs it. */
export function keepPrivateKey(
  certificate: X509Certificate,
  privateKey: () => KeyObject | undefined,
): X509Certificate {
  keys.set(certificate, privateKey);
  return certificate;
}

export function privateKeyOf(certificate: X509Certificate): KeyObject | undefined {
  return keys.get(certificate)?.();
}
