import { generate, generator } from './load.ts';
import type { Loader } from './load.ts';

/** What `newConnections.ts` is started with. */
export interface HandshakeOptions {
  readonly port: number;
  readonly path: string;
  readonly seconds: number;
  /** Connections at a time. */
  readonly connections: number;
  readonly clientCertificate?: { readonly file: string; readonly keyFile: string };
  /** Whether connections resume the session of one before. */
  readonly resumes?: boolean;
}

interface Handshakes {
  readonly connections: number;
  readonly showsCertificate?: boolean;
  readonly resumes?: boolean;
}

/** Calls that each come on a new TLS connection. */
export function handshakes({ showsCertificate, ...how }: Handshakes): Loader {
  return ({ core, seconds, port, path, tls }) => {
    const client = { file: tls.clientCertificateFile, keyFile: tls.clientKeyFile };
    const options: HandshakeOptions = {
      ...how,
      port,
      path,
      seconds,
      ...(showsCertificate && { clientCertificate: client }),
    };
    return () => generate(core, generator('newConnections.ts', options));
  };
}
