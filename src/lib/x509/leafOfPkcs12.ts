import type { X509Certificate } from 'node:crypto';
import { Duplex } from 'node:stream';
import { TLSSocket, createSecureContext } from 'node:tls';

/**
 * The certificate of a PKCS#12 archive that its private key belongs to. TLS reads the archive as it
 * will when it is used; a socket that is never connected shows it. Throws what OpenSSL says.
 */
export function leafOfPkcs12(archive: Uint8Array, passphrase: string): X509Certificate | undefined {
  const secureContext = createSecureContext({ pfx: Buffer.from(archive), passphrase });
  const socket = new TLSSocket(new Duplex({ read() {}, write() {} }), {
    isServer: true,
    secureContext,
  });
  const leaf = socket.getX509Certificate();
  socket.destroy();
  return leaf;
}
