import { readFileSync } from 'node:fs';
import type { HostTls, ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { checkServerTls } from '../../lib/http/tls/TlsDoor.ts';
import { readOwnCertificate } from './readOwnCertificate.ts';
import type { CertificatePlace } from './readOwnCertificate.ts';
import { readTlsFile } from './readTlsFile.ts';
import type { TlsFileHost } from './readTlsFile.ts';
import { TlsSettingsError } from './TlsSettingsError.ts';

/** Files that TLS settings are read from, again and again as they change. */
export class TlsFiles {
  readonly #source: { readonly file: string } | CertificatePlace;
  readonly #now: () => number;
  readonly #read = new Set<string>();

  /** Of a file of settings, or of one certificate, whose callers are all asked for theirs. */
  constructor(source: { readonly file: string } | CertificatePlace, now = Date.now) {
    this.#source = source;
    this.#now = now;
  }

  /** All files that were read, be it in vain. */
  get files(): ReadonlySet<string> {
    return this.#read;
  }

  /** @throws TlsSettingsError */
  load(): ServerTls {
    const tls = 'file' in this.#source ? this.#ofFile(this.#source.file) : this.#one(this.#source);
    try {
      checkServerTls(tls);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const hint = 'Look at the certificates and the ciphers.';
      throw new TlsSettingsError(`The TLS settings cannot be used: ${reason}.`, hint);
    }
    return tls;
  }

  #one(place: CertificatePlace): ServerTls {
    const { own } = readOwnCertificate(place, this.#bytes, this.#now());
    return { ...own, requestClientCertificate: true };
  }

  #ofFile(file: string): ServerTls {
    const { hosts, ...settings } = readTlsFile(file, {
      read: this.#bytes,
      variable: (name) => process.env[name],
    });
    const named = hosts.map((host) => this.#host(host));
    const main =
      named[
        Math.max(
          0,
          hosts.findIndex((host) => host.defaultSslBinding),
        )
      ];
    if (!main) {
      const hint = 'List at least one under hostnameConfigurations.';
      throw new TlsSettingsError(`'${file}' names no host.`, hint);
    }
    return { ...main, ...settings, hosts: named };
  }

  #host(host: TlsFileHost): HostTls {
    const { own, leaf } = readOwnCertificate(host, this.#bytes, this.#now());
    const { hostName: name, certificate, place } = host;
    // No certificate is for the name '*.contoso.com', but for those that it stands for.
    if (leaf.checkHost(name.replace('*', 'any')) === undefined) {
      const message = `${place}: The certificate in '${certificate}' is not for '${name}'.`;
      throw new TlsSettingsError(message, `It is for ${leaf.subjectAltName ?? leaf.subject}.`);
    }
    return { ...own, name, requestClientCertificate: host.negotiateClientCertificate };
  }

  readonly #bytes = (file: string): Uint8Array => {
    this.#read.add(file);
    try {
      return readFileSync(file);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      const hint = 'Look at its path and at who may read it.';
      throw new TlsSettingsError(`'${file}' cannot be read (${code}).`, hint);
    }
  };
}
