import type { SecureVersion } from 'node:tls';

export interface OwnCertificate {
  /** PEM: the certificate, then those above it. */
  readonly certificate: string;
  readonly key: string;
  /** Instead of the two, which are empty then: PKCS#12 with its password. */
  readonly archive?: { readonly pfx: Uint8Array; readonly passphrase: string } | undefined;
  /** Ask callers for a certificate. It is not judged here: policies do that. */
  readonly requestClientCertificate: boolean;
}

/** What one host name of a server has for itself. */
export interface HostTls extends OwnCertificate {
  /** `api.contoso.com`, or `*.contoso.com` for every name with one label more. */
  readonly name: string;
}

/** How a server speaks TLS. A value that threads can be given. Its own certificate is for names that no host has. */
export interface ServerTls extends OwnCertificate {
  readonly hosts?: readonly HostTls[] | undefined;
  /** TLS 1.2 unless given. */
  readonly minVersion?: SecureVersion | undefined;
  /** In order of preference, as OpenSSL calls them; `defaultCiphers` unless given. */
  readonly ciphers?: readonly string[] | undefined;
  /** Whether HTTP/2 is offered (RFC 7301); it is, unless this is false. */
  readonly http2?: boolean | undefined;
  /**
   * 48 random bytes each: servers that share them resume each other's sessions. Tickets are written
   * with the first, and read with all. A key of its own unless given.
   */
  readonly ticketKeys?: readonly Uint8Array[] | undefined;
}

/** RFC 9325 §4.2: forward secrecy and authenticated encryption, nothing else. */
export const defaultCiphers: readonly string[] = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];
