import { X509Certificate, createPrivateKey } from 'node:crypto';
import { leafOfPkcs12 } from '../../lib/x509/leafOfPkcs12.ts';
import type { CertificateProperties } from '../../model/certificate.ts';
import { problem } from '../../model/problems.ts';
import { originOf } from '../../model/resources.ts';
import type { CertificateMaterial, CertificateResource, Place } from '../../model/resources.ts';
import { collections } from './collections.ts';
import type { LoadedResource, Loading } from './Loading.ts';
import type { DirectoryEntry, FileEntry } from './readTree.ts';

/**
 * A certificate from the file's `data` (base64), or from the files beside it: an archive `*.pfx` or
 * `*.p12`; `cert.pem` with `key.pem`; or a certificate alone, `*.cer`, `*.crt`, `*.der` or `*.pem`.
 */
export function readCertificate(
  loading: Loading,
  directory: DirectoryEntry,
): CertificateResource | undefined {
  const loaded = loading.resource(collections.certificates, directory, [], {});
  if (loaded === undefined) return undefined;
  const { resource } = loaded;
  const found = findMaterial(loading, loaded);
  if (found === undefined) {
    const code = resource.properties.keyVault === undefined ? 'APIM3018' : 'APIM3019';
    const reason = `there is neither 'data' nor a file such as cert.pem or ${resource.id}.pfx`;
    loading.report(problem(code, resource.origin, [resource.id, reason]));
    return undefined;
  }
  try {
    return { ...resource, material: found.read() };
  } catch (error) {
    const reason = error instanceof UnreadableCertificate ? error.message : 'it is malformed';
    loading.report(problem('APIM3018', found.place, [resource.id, reason]));
    return undefined;
  }
}

/** Why a certificate cannot be used, in words that hold nothing of it. */
export class UnreadableCertificate extends Error {}

interface FoundMaterial {
  readonly place: Place;
  read(): CertificateMaterial;
}

function findMaterial(
  loading: Loading,
  { resource, directory }: LoadedResource<CertificateProperties>,
): FoundMaterial | undefined {
  const { data, password = '' } = resource.properties;
  if (data !== undefined) {
    const place = resource.origin.at('data');
    return { place, read: () => readArchiveOrCertificate(Buffer.from(data, 'base64'), password) };
  }
  const file = (pattern: RegExp): FileEntry | undefined => {
    const name = [...directory.files.keys()].find((each) => pattern.test(each));
    return name === undefined ? undefined : loading.file(directory, name);
  };
  const archive = file(/\.(pfx|p12)$/i);
  const key = file(/^key\.pem$|\.key$/i);
  const certificate = file(/^cert\.pem$/i) ?? file(/\.(cer|crt|der)$/i) ?? file(/(?<!^key)\.pem$/i);
  const chosen = archive ?? certificate;
  if (chosen?.bytes === undefined) return undefined;
  const { bytes, path } = chosen;
  const place = originOf(path);
  if (archive !== undefined) return { place, read: () => readArchive(bytes, password) };
  return { place, read: () => readPem(bytes, key?.bytes, password) };
}

/** Azure takes PKCS#12, and also a certificate alone, which then serves comparison only. */
function readArchiveOrCertificate(bytes: Uint8Array, password: string): CertificateMaterial {
  let leaf: X509Certificate;
  try {
    leaf = new X509Certificate(bytes);
  } catch {
    return readArchive(bytes, password);
  }
  return { kind: 'pem', leaf, chain: leaf.toString() };
}

function readArchive(archive: Uint8Array, password: string): CertificateMaterial {
  const leaf = leafOf(archive, password);
  if (leaf === undefined) throw new UnreadableCertificate('the archive holds no certificate');
  return { kind: 'pkcs12', leaf, archive, password };
}

/** The certificate of an archive. @throws UnreadableCertificate */
export function leafOf(archive: Uint8Array, password: string): X509Certificate | undefined {
  try {
    return leafOfPkcs12(archive, password);
  } catch (error) {
    throw new UnreadableCertificate(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/mac verify failure/i.test(text)) return "the password is wrong ('password')";
  if (/unsupported/i.test(text)) {
    return 'its encryption is outdated; write it anew with AES (openssl pkcs12 -export)';
  }
  return 'it is not a PKCS#12 archive';
}

function readPem(
  bytes: Uint8Array,
  keyBytes: Uint8Array | undefined,
  passphrase: string,
): CertificateMaterial {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  const certificates = (blocks ?? [bytes]).map(parseCertificate);
  const leaf = certificates[0]!;
  const chain = certificates.map((each) => each.toString()).join('');
  if (keyBytes === undefined) return { kind: 'pem', leaf, chain };
  return { kind: 'pem', leaf, chain, key: readKey(leaf, keyBytes, passphrase) };
}

function parseCertificate(block: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(block);
  } catch {
    throw new UnreadableCertificate('it is neither PEM nor DER of a certificate');
  }
}

function readKey(leaf: X509Certificate, bytes: Uint8Array, passphrase: string): string {
  let key;
  try {
    key = createPrivateKey({ key: Buffer.from(bytes), passphrase });
  } catch {
    throw new UnreadableCertificate('its private key cannot be read');
  }
  if (!leaf.checkPrivateKey(key)) {
    throw new UnreadableCertificate('the private key belongs to another certificate');
  }
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
