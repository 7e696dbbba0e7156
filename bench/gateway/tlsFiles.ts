import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { DevelopmentCa } from '../../src/lib/x509/developmentCa.ts';
import type { TlsFiles } from './programs.ts';

/** One certificate for all, so that all do the same work. */
export async function tlsFiles(folder: string): Promise<TlsFiles> {
  const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
  const ca = await DevelopmentCa.create(world);
  const { certificatePem, privateKeyPem } = await ca.issueServer({ names: ['127.0.0.1'] });
  const files = {
    certificateFile: `${folder}/certificate.pem`,
    keyFile: `${folder}/key.pem`,
    bothFile: `${folder}/both.pem`,
  };
  writeFileSync(files.certificateFile, certificatePem);
  writeFileSync(files.keyFile, privateKeyPem);
  writeFileSync(files.bothFile, `${certificatePem}\n${privateKeyPem}`);
  return files;
}
