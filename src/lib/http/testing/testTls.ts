import { randomBytes } from 'node:crypto';
import { DevelopmentCa } from '../../x509/developmentCa.ts';
import type { ServerTls } from '../tls/ServerTls.ts';

/** A server certificate of an authority that nobody trusts. */
export async function testTls(): Promise<ServerTls> {
  const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
  const ca = await DevelopmentCa.create(world);
  const { certificatePem, privateKeyPem } = await ca.issueServer({ names: ['127.0.0.1'] });
  return { certificate: certificatePem, key: privateKeyPem, requestClientCertificate: false };
}
