import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { leafOf, UnreadableCertificate } from '../../adapters/directory/certificates.ts';
import { TlsSettingsError } from './TlsSettingsError.ts';

/** Where a certificate is, and what opens it. */
export interface CertificatePlace {
  /** PEM with the chain, or PKCS#12 when it ends with .pfx or .p12. */
  readonly certificate: string;
  /** PEM; the certificate's file unless given. */
  readonly key?: string | undefined;
  readonly password?: string | undefined;
}

export interface ReadCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly archive?: { readonly pfx: Uint8Array; readonly passphrase: string };
}

/** Reads a certificate with its key and checks that they can be used now. @throws TlsSettingsError */
export function readOwnCertificate(
  { certificate: file, key: keyFile = file, password = '' }: CertificatePlace,
  read: (file: string) => Uint8Array,
  now: number,
): { readonly own: ReadCertificate; readonly leaf: X509Certificate } {
  const bytes = read(file);
  if (/\.(pfx|p12)$/i.test(file)) {
    const leaf = leafIn(bytes, password, file);
    checkTime(leaf, file, now);
    return {
      own: { certificate: '', key: '', archive: { pfx: bytes, passphrase: password } },
      leaf,
    };
  }
  const certificate = Buffer.from(bytes).toString('latin1');
  const leaf = parse(bytes, file);
  const key = readKey(keyFile === file ? bytes : read(keyFile), password, keyFile);
  if (!leaf.checkPrivateKey(key)) {
    const hint = `'${file}' must begin with the certificate that the key belongs to; those above it follow.`;
    throw new TlsSettingsError(`The key in '${keyFile}' belongs to another certificate.`, hint);
  }
  checkTime(leaf, file, now);
  return {
    own: { certificate, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() },
    leaf,
  };
}

function leafIn(bytes: Uint8Array, password: string, file: string): X509Certificate {
  try {
    const leaf = leafOf(bytes, password);
    if (leaf) return leaf;
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
    const hint = 'Give the password with passwordFile or passwordVariable.';
    throw new TlsSettingsError(`'${file}' cannot be used: ${error.message}.`, hint);
  }
  const hint = 'Export it with its certificate and key.';
  throw new TlsSettingsError(`'${file}' holds no certificate.`, hint);
}

function parse(bytes: Uint8Array, file: string): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    const hint =
      'Give PEM (-----BEGIN CERTIFICATE-----), or PKCS#12 in a file that ends with .pfx.';
    throw new TlsSettingsError(`'${file}' holds no certificate.`, hint);
  }
}

function readKey(bytes: Uint8Array, passphrase: string, file: string): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(bytes), passphrase });
  } catch {
    const hint = 'Give the PEM file of the key, and its password if it has one.';
    throw new TlsSettingsError(`'${file}' holds no private key that can be read.`, hint);
  }
}

function checkTime(
  { validFromDate, validToDate }: X509Certificate,
  file: string,
  now: number,
): void {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  if (validToDate.getTime() < now) {
    const message = `The certificate in '${file}' expired on ${day(validToDate)}.`;
    throw new TlsSettingsError(message, 'Put a new one in its place.');
  }
  if (validFromDate.getTime() > now) {
    const message = `The certificate in '${file}' is valid from ${day(validFromDate)} on.`;
    throw new TlsSettingsError(message, 'Look at the clock of this machine, or wait.');
  }
}
