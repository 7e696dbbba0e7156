import { ArgumentException, CryptographicException } from '../exceptions.ts';
import type { World } from '../Environment.ts';
import { aes, blockBits, cipherModes, isCipherMode, isKeySize, wrongIvSize } from './aes.ts';
import { pad, paddingModes, unpad } from './blockPadding.ts';

/**
 * A value of `SymmetricAlgorithm`: AES, the only one that is not broken. Its properties check what
 * they are set to as .NET's do. @throws CryptographicException
 */
export class SymmetricKey {
  #key: Uint8Array;
  #iv: Uint8Array;
  #mode: number = cipherModes.CBC;
  #padding: number = paddingModes.PKCS7;

  constructor(key: Uint8Array, iv: Uint8Array) {
    this.#key = key;
    this.#iv = iv;
  }

  get key(): Uint8Array {
    return this.#key;
  }

  get iv(): Uint8Array {
    return this.#iv;
  }

  get mode(): number {
    return this.#mode;
  }

  get padding(): number {
    return this.#padding;
  }

  setKey(key: Uint8Array): void {
    checkKeySize(key.length * 8);
    this.#key = Uint8Array.from(key);
  }

  setIv(iv: Uint8Array): void {
    if (iv.length * 8 !== blockBits) throw wrongIvSize();
    this.#iv = Uint8Array.from(iv);
  }

  setMode(mode: number): void {
    if (!isCipherMode(mode)) {
      throw new CryptographicException('Specified cipher mode is not valid for this algorithm.');
    }
    this.#mode = mode;
  }

  setPadding(padding: number): void {
    if (padding < paddingModes.None || padding > paddingModes.ISO10126) {
      throw new CryptographicException('Specified padding mode is not valid for this algorithm.');
    }
    this.#padding = padding;
  }

  /** Takes a new random key of that size. */
  resize(bits: number, world: World): void {
    checkKeySize(bits);
    this.#key = world.randomBytes(bits / 8);
  }

  encrypt(data: Uint8Array, key = this.#key, iv = this.#iv): Uint8Array {
    const blocks = pad(data, this.#unitBytes, this.#padding);
    return aes('encrypt', this.#mode, key, iv, blocks);
  }

  decrypt(data: Uint8Array, key = this.#key, iv = this.#iv): Uint8Array {
    const blocks = aes('decrypt', this.#mode, key, iv, data);
    return blocks.length === 0 ? blocks : unpad(blocks, this.#unitBytes, this.#padding);
  }

  /** What data must be a multiple of. */
  get #unitBytes(): number {
    return this.#mode === cipherModes.CFB ? 1 : blockBits / 8;
  }
}

function checkKeySize(bits: number): void {
  if (isKeySize(bits)) return;
  throw new CryptographicException('Specified key is not a valid size for this algorithm.');
}

/** @throws CryptographicException: AES has blocks of one size */
export function checkBlockSize(bits: number): void {
  if (bits === blockBits) return;
  throw new CryptographicException('Specified block size is not valid for this algorithm.');
}

const namesOfAes =
  /^(?:System\.Security\.Cryptography\.)?(?:Aes|AesManaged|AesCryptoServiceProvider|Rijndael|RijndaelManaged)$/i;

/** The algorithm of a .NET name. @throws ArgumentException */
export function symmetricKey(name: string, key: Uint8Array, iv: Uint8Array): SymmetricKey {
  if (namesOfAes.test(name)) return new SymmetricKey(key, iv);
  throw new ArgumentException(`The algorithm '${name}' is not available.`, 'alg');
}
