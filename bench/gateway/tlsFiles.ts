import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { DevelopmentCa } from '../../src/lib/x509/developmentCa.ts';
import type { TlsFiles } from './programs.ts';

/** One certificate for all, so that all do the same work, and one for callers. */
export async function tlsFiles(folder: string): Promise<TlsFiles> {
  const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
  const ca = await DevelopmentCa.create(world);
  const { certificatePem, privateKeyPem } = await ca.issueServer({ names: ['127.0.0.1'] });
  const client = await ca.issueClient({ commonName: 'bench' });
  const file = (name: string, text: string): string => {
    writeFileSync(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  };
  return {
    certificateFile: file('certificate.pem', certificatePem),
    keyFile: file('key.pem', privateKeyPem),
    bothFile: file('both.pem', `${certificatePem}\n${privateKeyPem}`),
    caFile: file('ca.pem', ca.certificatePem),
    clientCertificateFile: file('client.pem', client.certificatePem),
    clientKeyFile: file('client.key', client.privateKeyPem),
  };
}
