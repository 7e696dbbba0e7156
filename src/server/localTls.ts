import { randomBytes } from 'node:crypto';
import { loadOrCreateCa } from '../lib/x509/caDirectory.ts';
import { homeDirectory } from './homeDirectory.ts';

/** What https needs on one machine. */
export interface LocalTls {
  readonly certificate: string;
  readonly key: string;
  /** The file that clients trust. */
  readonly caFile: string;
  readonly caCertificate: string;
}

const names = ['localhost', '*.localhost', '127.0.0.1', '::1', 'host.docker.internal'];

/**
 * A server certificate of the CA that this user keeps in `~/.sallyport` (or in `SALLYPORT_HOME`),
 * which is made on first use.
 */
export async function localTls(directory = homeDirectory()): Promise<LocalTls> {
  const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
  const { ca, certificatePath } = await loadOrCreateCa(directory, world);
  const { certificatePem, privateKeyPem } = await ca.issueServer({ names });
  return {
    certificate: certificatePem,
    key: privateKeyPem,
    caFile: certificatePath,
    caCertificate: ca.certificatePem,
  };
}
