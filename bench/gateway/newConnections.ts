/**
 * A load generator: calls that each come on a new TLS connection. The wrk that there is resumes
 * sessions with some servers and not with others; here each handshake is whole, or all resume.
 * Prints its result as JSON.
 */
import { readFileSync } from 'node:fs';
import { connect, createSecureContext } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { Taken } from './load.ts';
import type { HandshakeOptions } from './handshakes.ts';

const options = JSON.parse(process.argv[2]!) as HandshakeOptions;
const { port, path, seconds, connections, clientCertificate: client, resumes } = options;
const endsAt = performance.now() + seconds * 1e3;
/** The one key exchange that all of them know: newer OpenSSL would do more, for the years after quantum computers. */
const ecdhCurve = 'X25519';
const secureContext = createSecureContext({
  minVersion: 'TLSv1.3',
  ecdhCurve,
  ...(client && { cert: readFileSync(client.file), key: readFileSync(client.keyFile) }),
});
const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
const taken = new Taken();
let session: Buffer | undefined;

/** One call on its own connection. Rejects when it was not answered with 200, or not as it was meant. */
function call(): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket: TLSSocket = connect({
      port,
      host: '127.0.0.1',
      secureContext,
      session,
      rejectUnauthorized: false,
    });
    if (resumes) socket.on('session', (ticket) => (session = ticket));
    const resumed = session !== undefined;
    let isMeant = false;
    socket.on('secureConnect', () => {
      isMeant = socket.isSessionReused() === resumed;
      socket.write(request);
    });
    socket.on('data', (bytes: Buffer) => (text ||= bytes.toString('latin1', 0, 12)));
    socket.on('error', reject);
    socket.on('close', () => {
      if (text === 'HTTP/1.1 200' && isMeant) resolve();
      else reject(new Error(`answered with '${text}'`));
    });
  });
}

async function keepCalling(): Promise<void> {
  while (performance.now() < endsAt) {
    const start = performance.now();
    try {
      await call();
      taken.add(performance.now() - start);
    } catch {
      taken.fail();
    }
  }
}

if (resumes) await call();
await Promise.all(Array.from({ length: connections }, keepCalling));
taken.print();
