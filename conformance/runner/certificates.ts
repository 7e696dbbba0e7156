import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { newEc, newRsa } from '../../src/lib/jwt/tokens.fixture.ts';
import type { KeyPair } from '../../src/lib/jwt/tokens.fixture.ts';
import { buildCertificate } from '../../src/lib/x509/certificateBuilder.ts';
import { originOf } from '../../src/model/resources.ts';
import type { CertificateResource } from '../../src/model/resources.ts';
import { readFields } from './readCase.ts';
import type { Case, CasePart } from './readCase.ts';

/** A certificate of a case; without its private key it only serves comparison. */
export interface CaseCertificate {
  readonly leaf: X509Certificate;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject | undefined;
}

export type CaseCertificates = ReadonlyMap<string, CaseCertificate>;

const fieldsOfDescription = ['common name', 'key', 'private key', 'names'];

/**
 * The certificates that a case describes, by name:
 *
 *     --- certificate mine
 *     common name: orders           the name of the section unless given
 *     key: RS256                    or ES256, which it is unless given
 *     names: a.test, 192.0.2.1      for subjectAltName
 *     private key: absent           it is there unless this stands here
 *
 * or as PEM: a certificate, and its private key if it has one. A CA that is made for the run signs
 * what is described, valid from 2025 to 2035.
 */
export function certificatesOf({ parts }: Case): CaseCertificates {
  const described = parts.flatMap((part): [string, CaseCertificate][] => {
    const name = /^certificate (\S+)$/.exec(part.title)?.[1];
    if (name === undefined) return [];
    return [[name, part.text.includes('-----BEGIN') ? given(part) : made(name, part)]];
  });
  return new Map(described);
}

/** The certificates as the service has them configured. */
export function resourcesOfCertificates(certificates: CaseCertificates): CertificateResource[] {
  return [...certificates].map(([id, { leaf, privateKey }]) => ({
    id,
    properties: {},
    origin: originOf(id),
    material: {
      kind: 'pem',
      leaf,
      chain: leaf.toString(),
      ...(privateKey ? { key: pem(privateKey) } : {}),
    },
  }));
}

/** SHA-1 of the DER form, upper-case hexadecimal. */
export function thumbprintOf({ leaf }: CaseCertificate): string {
  return leaf.fingerprint.replaceAll(':', '');
}

function given({ text, line }: CasePart): CaseCertificate {
  const leaf = new X509Certificate(text);
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text)?.[0];
  const privateKey = key === undefined ? undefined : createPrivateKey(key);
  assert.ok(!privateKey || leaf.checkPrivateKey(privateKey), `line ${line}: the key is another's`);
  return { leaf, publicKey: leaf.publicKey, privateKey };
}

function made(name: string, part: CasePart): CaseCertificate {
  const fields = new Map(readFields(part));
  for (const field of fields.keys())
    assert.ok(fieldsOfDescription.includes(field), `line ${part.line}: unknown field '${field}'`);
  const { publicKey, privateKey } = pairOf(fields.get('key') ?? 'ES256', name);
  const { certificate: issuer, privateKey: issuerPrivateKey } = authority();
  const leaf = buildCertificate({
    kind: 'client',
    subject: { organization: 'Contoso', commonName: fields.get('common name') ?? name },
    subjectPublicKey: publicKey,
    issuer,
    issuerPrivateKey,
    names: fields.get('names')?.split(/, */) ?? [],
    serial: Buffer.alloc(16, name),
    ...lifetime,
  });
  const hasKey = fields.get('private key') !== 'absent';
  return { leaf, publicKey, privateKey: hasKey ? privateKey : undefined };
}

const lifetime = { notBefore: Date.UTC(2025, 0), notAfter: Date.UTC(2035, 0) };

let known: { readonly certificate: X509Certificate; readonly privateKey: KeyObject } | undefined;

function authority(): NonNullable<typeof known> {
  if (known) return known;
  const { publicKey, privateKey } = newEc('P-256');
  const certificate = buildCertificate({
    kind: 'ca',
    subject: { organization: 'Contoso', commonName: 'Contoso CA' },
    subjectPublicKey: publicKey,
    issuerPrivateKey: privateKey,
    names: [],
    serial: Buffer.alloc(16, 'ca'),
    ...lifetime,
  });
  return (known = { certificate, privateKey });
}

/** Making an RSA key takes long, so cases share theirs by name. */
const pairs = new Map<string, KeyPair>();

/** The key pair of that name for an algorithm: RS256 or ES256. */
export function pairOf(algorithm: string, name: string): KeyPair {
  assert.match(algorithm, /^(ES256|RS256)$/, `no key of '${algorithm}'`);
  const id = `${algorithm} ${name}`;
  let pair = pairs.get(id);
  if (!pair) pairs.set(id, (pair = algorithm === 'RS256' ? newRsa() : newEc('P-256')));
  return pair;
}

/** The certificate that a TLS client shows, of the PEM texts of its identity. */
export function shownCertificate(certificatePem: string, keyPem: string): X509Certificate {
  const leaf = new X509Certificate(certificatePem);
  const shown = createPublicKey(keyPem).export({ type: 'spki', format: 'pem' });
  assert.equal(shown, leaf.publicKey.export({ type: 'spki', format: 'pem' }), 'another key');
  return leaf;
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
