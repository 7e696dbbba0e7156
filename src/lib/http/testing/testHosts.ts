import { randomBytes } from 'node:crypto';
import { DevelopmentCa } from '../../x509/developmentCa.ts';
import type { IssuedCertificate } from '../../x509/developmentCa.ts';
import { Body } from '../Body.ts';
import type { RequestHandler } from '../exchange.ts';
import { HeaderMap } from '../HeaderMap.ts';
import type { HostTls, ServerTls } from '../tls/ServerTls.ts';

/** Certificates of one authority. */
export class TestHosts {
  readonly #ca: DevelopmentCa;

  private constructor(ca: DevelopmentCa) {
    this.#ca = ca;
  }

  static async create(): Promise<TestHosts> {
    const world = { now: Date.now, randomBytes: (count: number) => randomBytes(count) };
    return new TestHosts(await DevelopmentCa.create(world));
  }

  async host(name: string, requestClientCertificate = false): Promise<HostTls> {
    const { certificatePem, privateKeyPem } = await this.#ca.issueServer({ names: [name] });
    return { name, certificate: certificatePem, key: privateKeyPem, requestClientCertificate };
  }

  client(commonName: string): Promise<IssuedCertificate> {
    return this.#ca.issueClient({ commonName });
  }

  /** The first host's certificate is also for names that no host has. */
  server(...hosts: readonly [HostTls, ...HostTls[]]): ServerTls {
    return { ...hosts[0], hosts };
  }
}

/** Answers with the name in the caller's certificate. */
export const tellCaller: RequestHandler = async ({ clientCertificate, body }) => {
  body?.discard();
  return {
    status: 200,
    reason: 'OK',
    headers: new HeaderMap(),
    body: Body.ofText(clientCertificate?.subject ?? 'nobody'),
  };
};
