import { dirname, resolve } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { childOf, spanAt } from '../../lib/document/DocumentNode.ts';
import type { DocumentNode } from '../../lib/document/DocumentNode.ts';
import { parseYaml } from '../../lib/document/parseYaml.ts';
import { defaultCiphers } from '../../lib/http/tls/ServerTls.ts';
import { closest } from '../../lib/source/closest.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { cipherNamed, cipherNames } from './cipherNames.ts';
import type { CertificatePlace } from './readOwnCertificate.ts';
import { TlsSettingsError } from './TlsSettingsError.ts';

export interface TlsFileHost extends CertificatePlace {
  readonly hostName: string;
  readonly negotiateClientCertificate: boolean;
  readonly defaultSslBinding: boolean;
  /** `file:line:column`. */
  readonly place: string;
}

/** What a file of TLS settings says. */
export interface TlsFile {
  readonly hosts: readonly TlsFileHost[];
  readonly minVersion: SecureVersion;
  readonly ciphers: readonly string[];
  readonly http2: boolean;
}

export interface TlsFileWorld {
  read(file: string): Uint8Array;
  variable(name: string): string | undefined;
}

const versions: Readonly<Record<string, SecureVersion>> = {
  '1.0': 'TLSv1',
  '1.1': 'TLSv1.1',
  '1.2': 'TLSv1.2',
  '1.3': 'TLSv1.3',
};
const members = ['hostnameConfigurations', 'minimumTlsVersion', 'ciphers', 'http2Enabled'];
const hostMembers = [
  'hostName',
  'certificate',
  'key',
  'passwordFile',
  'passwordVariable',
  'negotiateClientCertificate',
  'defaultSslBinding',
];

/** Reads the file of `--tls`. @throws TlsSettingsError */
export function readTlsFile(file: string, world: TlsFileWorld): TlsFile {
  const source = new SourceText(file, Buffer.from(world.read(file)).toString('utf8'));
  return new TlsFileReader(source, world).read();
}

class TlsFileReader {
  readonly #source: SourceText;
  readonly #world: TlsFileWorld;

  constructor(source: SourceText, world: TlsFileWorld) {
    this.#source = source;
    this.#world = world;
  }

  read(): TlsFile {
    const found: Diagnostic[] = [];
    const { root } = parseYaml(this.#source, (each) => found.push(each));
    const broken = found.find(({ severity }) => severity === 'error');
    if (broken || !root) {
      const { line, column } = this.#source.positionAt(broken?.span.start ?? 0);
      const what = `${this.#source.name}:${line}:${column}: ${broken?.message ?? 'The file is empty.'}`;
      throw new TlsSettingsError(what, 'Write it as YAML or JSON.');
    }
    this.#only(root, members);
    const version = childOf(root, 'minimumTlsVersion');
    const chosen = version?.kind === 'scalar' ? versions[versionText(version.value)] : undefined;
    if (version && !chosen)
      this.#fail(version, 'The version is none of 1.0, 1.1, 1.2, 1.3.', "Write it as '1.2'.");
    const minVersion = chosen ?? 'TLSv1.2';
    const ciphers = this.#ciphers(root);
    if (minVersion === 'TLSv1.3' && !ciphers.some((cipher) => cipher.startsWith('TLS_'))) {
      const hint = 'List TLS_AES_128_GCM_SHA256, or leave the ciphers out.';
      const list = childOf(root, 'ciphers') ?? root;
      this.#fail(list, 'None of the ciphers is for TLS 1.3, and nothing else is spoken.', hint);
    }
    return {
      hosts: this.#hosts(root),
      minVersion,
      ciphers,
      http2: this.#flag(root, 'http2Enabled', true),
    };
  }

  #hosts(root: DocumentNode): TlsFileHost[] {
    const seen = new Set<string>();
    const hosts = this.#list(root, 'hostnameConfigurations').map((node) => {
      const host = this.#host(node);
      const name = host.hostName.toLowerCase();
      if (seen.has(name)) this.#fail(node, `'${host.hostName}' stands twice.`, 'Leave one out.');
      seen.add(name);
      return host;
    });
    if (hosts.filter((host) => host.defaultSslBinding).length > 1) {
      const list = childOf(root, 'hostnameConfigurations') ?? root;
      const hint = 'Keep defaultSslBinding on the host whose certificate is for unknown names.';
      this.#fail(list, 'More than one host has defaultSslBinding.', hint);
    }
    return hosts;
  }

  #host(node: DocumentNode): TlsFileHost {
    this.#only(node, hostMembers);
    const hostName = this.#text(node, 'hostName')?.replace(/\.$/, '');
    if (hostName === undefined || !/^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(hostName)) {
      const hint = "Write it as 'api.contoso.com' or '*.contoso.com', without scheme and port.";
      this.#fail(node, 'The hostName is missing or is none.', hint);
    }
    const certificate = this.#text(node, 'certificate');
    if (certificate === undefined) {
      const hint = 'Name a file: PEM with its key in `key`, or PKCS#12 (.pfx).';
      this.#fail(node, `'${hostName}' has no certificate.`, hint);
    }
    const key = this.#text(node, 'key');
    return {
      hostName,
      certificate: this.#path(certificate),
      key: key === undefined ? undefined : this.#path(key),
      password: this.#password(node),
      negotiateClientCertificate: this.#flag(node, 'negotiateClientCertificate', false),
      defaultSslBinding: this.#flag(node, 'defaultSslBinding', false),
      place: this.#place(node),
    };
  }

  #password(node: DocumentNode): string | undefined {
    const variable = this.#text(node, 'passwordVariable');
    const file = this.#text(node, 'passwordFile');
    if (variable !== undefined) {
      const value = this.#world.variable(variable);
      const what = `The environment variable '${variable}' is not set.`;
      if (value === undefined) this.#fail(node, what, 'Set it to the password.');
      return value;
    }
    if (file === undefined) return undefined;
    return Buffer.from(this.#world.read(this.#path(file)))
      .toString('utf8')
      .replace(/\r?\n$/, '');
  }

  #ciphers(root: DocumentNode): readonly string[] {
    const list = this.#list(root, 'ciphers');
    if (list.length === 0) return defaultCiphers;
    return list.map((node) => {
      const name = node.kind === 'scalar' ? String(node.value) : '';
      const cipher = cipherNamed(name);
      if (cipher !== undefined) return cipher;
      const near = closest(name, cipherNames);
      const hint =
        near === undefined ? 'Name it as OpenSSL or IANA do.' : `Did you mean '${near}'?`;
      return this.#fail(node, `There is no cipher suite '${name}'.`, hint);
    });
  }

  #list(node: DocumentNode, name: string): readonly DocumentNode[] {
    const list = childOf(node, name);
    if (list === undefined) return [];
    return list.kind === 'list' ? list.items : this.#fail(list, `'${name}' is no list.`, 'Use - .');
  }

  #text(node: DocumentNode, name: string): string | undefined {
    const child = childOf(node, name);
    if (child === undefined) return undefined;
    if (child.kind === 'scalar' && typeof child.value === 'string') return child.value;
    return this.#fail(child, `'${name}' is no text.`, 'Put it in quotation marks.');
  }

  #flag(node: DocumentNode, name: string, otherwise: boolean): boolean {
    const child = childOf(node, name);
    if (child === undefined) return otherwise;
    if (child.kind === 'scalar' && typeof child.value === 'boolean') return child.value;
    return this.#fail(child, `'${name}' is neither true nor false.`, 'Write true or false.');
  }

  #only(node: DocumentNode, known: readonly string[]): void {
    if (node.kind !== 'object') this.#fail(node, 'Here is no object.', `Use ${known.join(', ')}.`);
    for (const [name, { value }] of node.members) {
      if (known.includes(name)) continue;
      const near = closest(name, known);
      const hint =
        near === undefined ? `Known are ${known.join(', ')}.` : `Did you mean '${near}'?`;
      this.#fail(value, `There is no setting '${name}'.`, hint);
    }
  }

  #path(file: string): string {
    return resolve(dirname(this.#source.name), file);
  }

  #place(node: DocumentNode): string {
    const { line, column } = this.#source.positionAt(spanAt(node, []).start);
    return `${this.#source.name}:${line}:${column}`;
  }

  #fail(node: DocumentNode, message: string, hint: string): never {
    throw new TlsSettingsError(`${this.#place(node)}: ${message}`, hint);
  }
}

/** YAML reads 1.0 as the number 1. */
function versionText(value: string | number | boolean | null): string {
  return typeof value === 'number' ? value.toFixed(1) : String(value);
}
