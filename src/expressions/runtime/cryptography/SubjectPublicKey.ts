import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DerError, readDer } from '../../../lib/x509/der.ts';
import { readPublicKeyInfo, writePublicKeyInfo } from '../../../lib/x509/publicKeyInfo.ts';
import type { PublicKeyInfo } from '../../../lib/x509/publicKeyInfo.ts';
import type { Environment } from '../Environment.ts';
import { CryptographicException, NotSupportedException } from '../exceptions.ts';
import { EncodedData } from './EncodedData.ts';
import { ObjectIdentifier } from './ObjectIdentifier.ts';
import { RsaKey } from './RsaKey.ts';

const rsa = '1.2.840.113549.1.1.1';

/** A value of `System.Security.Cryptography.X509Certificates.PublicKey`. */
export class SubjectPublicKey {
  readonly oid: ObjectIdentifier;
  /** Empty when the algorithm has none. */
  readonly parameters: EncodedData;
  readonly keyValue: EncodedData;

  constructor(oid: ObjectIdentifier, parameters: EncodedData, keyValue: EncodedData) {
    this.oid = oid;
    this.parameters = parameters;
    this.keyValue = keyValue;
  }

  static of({ algorithm, key }: PublicKeyInfo): SubjectPublicKey {
    const oid = new ObjectIdentifier(algorithm.oid);
    return new SubjectPublicKey(
      oid,
      new EncodedData(oid, Uint8Array.from(algorithm.parameters ?? [])),
      new EncodedData(oid, Uint8Array.from(key)),
    );
  }

  static ofKey(key: RsaKey, environment: Environment): SubjectPublicKey {
    return SubjectPublicKey.of(readPublicKeyInfo(readDer(key.publicDer('spki', environment))));
  }

  /** DER of a SubjectPublicKeyInfo. @throws CryptographicException when the parts make none */
  subjectPublicKeyInfo(): Uint8Array {
    const { bytes } = this.parameters;
    if (bytes.length > 0 && !isDer(bytes)) throw new CryptographicException(invalidEncoding);
    const encoded = writePublicKeyInfo({
      algorithm: {
        oid: this.oid.value ?? '',
        parameters: bytes.length > 0 ? bytes : undefined,
      },
      key: this.keyValue.bytes,
    });
    if (!encoded) throw new CryptographicException('The OID value is invalid.');
    return encoded;
  }

  /** Null when it is a key of another algorithm. @throws CryptographicException when it is no key */
  rsaKey(): RsaKey | null {
    return this.oid.value === rsa ? new RsaKey(keyObjectOf(this.subjectPublicKeyInfo())) : null;
  }

  /** @throws NotSupportedException when it is a key of another algorithm */
  anyKey(): RsaKey {
    const key = this.rsaKey();
    if (!key) throw new NotSupportedException('The certificate key algorithm is not supported.');
    return key;
  }
}

const invalidEncoding = 'ASN1 corrupted data.';

function isDer(bytes: Uint8Array): boolean {
  try {
    return readDer(bytes).encoded.length > 0;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

function keyObjectOf(subjectPublicKeyInfo: Uint8Array): KeyObject {
  try {
    const key = Buffer.from(subjectPublicKeyInfo);
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    throw new CryptographicException(invalidEncoding);
  }
}
