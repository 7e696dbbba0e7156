import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  encodePkcs1,
  encodePss,
  isPssOf,
  signatureHashes,
} from '../../../lib/rsa/encodedMessage.ts';
import type { SignatureHash } from '../../../lib/rsa/encodedMessage.ts';
import type { Environment } from '../Environment.ts';
import { ArgumentException, CryptographicException } from '../exceptions.ts';
import { digestOf, encryptionOptions, signatureOptions } from './rsaPaddings.ts';
import type { EncryptionPadding, HashName, SignaturePadding } from './rsaPaddings.ts';
import { keyOfParameters, parametersOfKey } from './RsaParameters.ts';
import type { RsaParameters } from './RsaParameters.ts';
import { SizeRange } from './SizeRange.ts';

/** Bits of a modulus, as .NET has them with OpenSSL. */
export const rsaSizes = new SizeRange(512, 16384, 8);

const usualBits = 2048;

/**
 * A value of `RSA`. One that has no key yet makes itself one when it needs it. What a certificate's
 * key is stays here: Windows lets nobody export those, unless they ask for it with a flag.
 */
export class RsaKey {
  #key: KeyObject | undefined;
  #bits = usualBits;
  #isExportable: boolean;

  constructor(key?: KeyObject) {
    this.#key = key;
    this.#isExportable = key === undefined;
  }

  get bits(): number {
    return this.#key?.asymmetricKeyDetails?.modulusLength ?? this.#bits;
  }

  /** Another size needs another key. @throws CryptographicException */
  setBits(bits: number): void {
    const { min, max, skip } = rsaSizes;
    if (bits < min || bits > max || bits % skip !== 0)
      throw new CryptographicException('Specified key is not a valid size for this algorithm.');
    if (bits === this.bits) return;
    this.#key = undefined;
    this.#bits = bits;
    this.#isExportable = true;
  }

  /** @throws CryptographicException */
  import(parameters: RsaParameters): void {
    this.#key = keyOfParameters(parameters);
    this.#isExportable = true;
  }

  /** @throws CryptographicException when it shall be private, and is not or may not leave */
  export(isPrivate: boolean, environment: Environment): RsaParameters {
    return parametersOfKey(
      isPrivate ? this.#exportedPrivate(environment) : this.#publicKey(environment),
    );
  }

  /** DER of the public part: a SubjectPublicKeyInfo, or an RSAPublicKey. */
  publicDer(type: 'spki' | 'pkcs1', environment: Environment): Uint8Array {
    return this.#publicKey(environment).export({ type, format: 'der' });
  }

  /** DER of the private part: a PrivateKeyInfo, or an RSAPrivateKey. @throws CryptographicException */
  privateDer(type: 'pkcs8' | 'pkcs1', environment: Environment): Uint8Array {
    return this.#exportedPrivate(environment).export({ type, format: 'der' });
  }

  sign(
    data: Uint8Array,
    hash: HashName,
    padding: SignaturePadding,
    environment: Environment,
  ): Uint8Array {
    const key = this.#privateKey(environment);
    environment.spend(data.length / bytesPerStep);
    return guarded(() => sign(digestOf(hash), data, { key, ...signatureOptions(padding) }));
  }

  verify(
    data: Uint8Array,
    signature: Uint8Array,
    hash: HashName,
    padding: SignaturePadding,
    environment: Environment,
  ): boolean {
    const key = this.#publicKey(environment);
    environment.spend(data.length / bytesPerStep);
    return guarded(() =>
      verify(digestOf(hash), data, { key, ...signatureOptions(padding) }, signature),
    );
  }

  signHash(
    hash: Uint8Array,
    name: HashName,
    padding: SignaturePadding,
    environment: Environment,
  ): Uint8Array {
    const digest = digestFor(hash, name);
    const key = this.#privateKey(environment);
    const message =
      padding.mode === 'Pkcs1'
        ? encodePkcs1(hash, digest, this.bits)
        : encodePss(hash, digest, this.bits, (length) => environment.world.randomBytes(length));
    if (!message) throw new CryptographicException('The key is too short for this hash.');
    return guarded(() => privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, message));
  }

  verifyHash(
    hash: Uint8Array,
    signature: Uint8Array,
    name: HashName,
    padding: SignaturePadding,
    environment: Environment,
  ): boolean {
    const digest = digestFor(hash, name);
    const key = this.#publicKey(environment);
    const message = messageOf(signature, key);
    if (!message) return false;
    if (padding.mode === 'Pss') return isPssOf(message, hash, digest, this.bits);
    const expected = encodePkcs1(hash, digest, this.bits);
    return expected !== undefined && message.equals(expected);
  }

  encrypt(data: Uint8Array, padding: EncryptionPadding, environment: Environment): Uint8Array {
    const key = this.#publicKey(environment);
    return guarded(() => publicEncrypt({ key, ...encryptionOptions(padding) }, data));
  }

  decrypt(data: Uint8Array, padding: EncryptionPadding, environment: Environment): Uint8Array {
    const key = this.#privateKey(environment);
    return guarded(() => privateDecrypt({ key, ...encryptionOptions(padding) }, data));
  }

  #publicKey(environment: Environment): KeyObject {
    const key = this.#anyKey(environment);
    environment.spend(this.#work(publicSteps));
    // Windows knows none either, and work would grow with it.
    if ((key.asymmetricKeyDetails?.publicExponent ?? 0n) >= 2n ** 64n)
      throw new CryptographicException('The exponent has more than 64 bits.');
    return key.type === 'private' ? createPublicKey(key) : key;
  }

  #privateKey(environment: Environment): KeyObject {
    const key = this.#anyKey(environment);
    environment.spend(this.#work(privateSteps));
    if (key.type === 'private') return key;
    throw new CryptographicException('The key has no private part.');
  }

  #exportedPrivate(environment: Environment): KeyObject {
    const key = this.#privateKey(environment);
    if (this.#isExportable) return key;
    throw new CryptographicException('Key not valid for use in specified state.');
  }

  #anyKey(environment: Environment): KeyObject {
    if (this.#key) return this.#key;
    environment.spend(this.#work(generationSteps));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: this.#bits });
    return (this.#key = privateKey);
  }

  /** Work grows with the third power of the modulus, and is counted per 1024 bits. */
  #work(steps: number): number {
    return steps * (this.bits / 1024) ** 3;
  }
}

/** A step is about a microsecond. */
const publicSteps = 20;
const privateSteps = 200;
const generationSteps = 20_000;
const bytesPerStep = 256;

/** @throws ArgumentException, CryptographicException when the hash has another length */
function digestFor(hash: Uint8Array, name: HashName): SignatureHash {
  const digest = digestOf(name) as SignatureHash;
  if (hash.length === signatureHashes[digest].octets) return digest;
  throw new CryptographicException(
    'The provided hash value is not the expected size for the specified hash algorithm.',
  );
}

/** What was signed; undefined when it is no number below the modulus. */
function messageOf(signature: Uint8Array, key: KeyObject): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}

/** What OpenSSL says of keys and paddings stays inside. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ArgumentException) throw error;
    throw new CryptographicException();
  }
}
