import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';

/** What a caller saw of a connection, and of the answer to one request on it. */
export interface Visit {
  readonly status: number;
  readonly body: string;
  /** The common name of the server's certificate. */
  readonly certificate: string;
  readonly version: string | null;
  readonly cipher: string;
  readonly isResumed: boolean;
  readonly session: Buffer | undefined;
}

/** One request over HTTP/1.1 on a connection of its own. Rejects when the handshake fails. */
export function visit(
  port: number,
  host: string,
  options: ConnectionOptions = {},
  path = '/',
): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const settings = { host: '127.0.0.1', port, servername: host, rejectUnauthorized: false };
    const socket = connect({ ...settings, ...options });
    let session: Buffer | undefined;
    let text = '';
    socket.on('error', reject);
    socket.on('session', (given: Buffer) => (session = given));
    socket.on('data', (bytes: Buffer) => (text += bytes.toString('latin1')));
    let seen: Omit<Visit, 'status' | 'body' | 'session'> | undefined;
    socket.on('secureConnect', () => {
      seen = {
        certificate: String(socket.getPeerCertificate().subject?.CN),
        version: socket.getProtocol(),
        cipher: socket.getCipher().standardName,
        isResumed: socket.isSessionReused(),
      };
      // The event comes with TLS 1.3 only, or late.
      if (socket.getProtocol() !== 'TLSv1.3') session = socket.getSession();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    socket.on('end', () => {
      if (!seen) return reject(new Error('closed in the handshake'));
      const status = Number(/^HTTP\/1\.1 ([0-9]+) /.exec(text)?.[1]);
      resolve({ ...seen, status, body: text.slice(text.indexOf('\r\n\r\n') + 4), session });
      socket.destroy();
    });
  });
}
