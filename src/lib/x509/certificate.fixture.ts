/** Certificates of any key and version for tests, self-signed. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  X509Certificate,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { derTags, writeDer } from './der.ts';
import { writeObjectIdentifier } from './objectIdentifier.ts';

/** What may differ between them. */
export interface CertificateWish {
  readonly key: TestKey;
  readonly version?: 1 | 3;
  readonly extensions?: readonly Uint8Array[];
  /** Encoded serial number, without the header. */
  readonly serial?: readonly number[];
  readonly commonName?: string;
  /** DER of the whole name, instead of one with only a common name. */
  readonly name?: Uint8Array;
}

/** A key and how it signs. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly digest: string | null;
  /** The AlgorithmIdentifier of its signatures. */
  readonly algorithm: Uint8Array;
}

const noParameters = new Uint8Array();
const nullParameters = Uint8Array.of(5, 0);

export function rsaTestKey(): TestKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const algorithm = identifier('1.2.840.113549.1.1.11', nullParameters);
  return { privateKey, digest: 'sha256', algorithm };
}

export function ecTestKey(namedCurve = 'P-384'): TestKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  return { privateKey, digest: 'sha384', algorithm: identifier('1.2.840.10045.4.3.3') };
}

/** The same one each time: RFC 8032 §7.1, test 1. */
export function ed25519TestKey(): TestKey {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
  const privateKey = createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  return { privateKey, digest: null, algorithm: identifier('1.3.101.112') };
}

export function makeCertificate(wish: CertificateWish): X509Certificate {
  const { key, version = 3, extensions = [], serial = [7], commonName = 'test' } = wish;
  const name = wish.name ?? nameOf(['2.5.4.3', utf8(commonName)]);
  const times = ['260101000000Z', '360101000000Z'].map((time) => writeDer(0x17, Buffer.from(time)));
  return new X509Certificate(
    signed(
      key,
      sequence(
        version === 1 ? noParameters : writeDer(0xa0, integer(version - 1)),
        integer(...serial),
        key.algorithm,
        name,
        sequence(...times),
        name,
        publicKeyOf(key),
        extensions.length === 0 ? noParameters : writeDer(0xa3, sequence(...extensions)),
      ),
    ),
  );
}

/** Each attribute as a relative name of its own. */
export function nameOf(
  ...attributes: readonly (readonly [id: string, value: Uint8Array])[]
): Uint8Array {
  const relative = attributes.map(([id, value]) => writeDer(0x31, sequence(oid(id), value)));
  return sequence(...relative);
}

export function extension(id: string, isCritical: boolean, value: Uint8Array): Uint8Array {
  const critical = isCritical ? writeDer(derTags.boolean, Uint8Array.of(0xff)) : noParameters;
  return sequence(oid(id), critical, writeDer(derTags.octetString, value));
}

export function sequence(...items: readonly Uint8Array[]): Uint8Array {
  return writeDer(derTags.sequence, ...items);
}

export function integer(...octets: readonly number[]): Uint8Array {
  return writeDer(derTags.integer, Uint8Array.from(octets));
}

function signed({ privateKey, digest, algorithm }: TestKey, toBeSigned: Uint8Array): Uint8Array {
  const signature = sign(digest, toBeSigned, privateKey);
  return sequence(toBeSigned, algorithm, writeDer(derTags.bitString, Uint8Array.of(0), signature));
}

function publicKeyOf({ privateKey }: TestKey): Uint8Array {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

function identifier(id: string, parameters: Uint8Array = noParameters): Uint8Array {
  return sequence(oid(id), parameters);
}

export function oid(id: string): Uint8Array {
  return writeDer(derTags.objectIdentifier, writeObjectIdentifier(id) ?? noParameters);
}

export function utf8(text: string): Uint8Array {
  return writeDer(0x0c, Buffer.from(text));
}
