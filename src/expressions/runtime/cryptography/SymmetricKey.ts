import { createCipheriv, createDecipheriv } from 'node:crypto';
import { ArgumentException, CryptographicException } from '../exceptions.ts';

/** Values of `CipherMode` and `PaddingMode`. */
export const cipherModes = { CBC: 1, ECB: 2, OFB: 3, CFB: 4, CTS: 5 } as const;
export const paddingModes = { None: 1, PKCS7: 2, Zeros: 3, ANSIX923: 4, ISO10126: 5 } as const;

const blockBytes = 16;

/** A value of `SymmetricAlgorithm`: AES, the only one that is not broken. */
export class SymmetricKey {
  key: Uint8Array;
  iv: Uint8Array;
  mode: number = cipherModes.CBC;
  padding: number = paddingModes.PKCS7;

  constructor(key: Uint8Array, iv: Uint8Array) {
    this.key = key;
    this.iv = iv;
  }

  encrypt(data: Uint8Array, key = this.key, iv = this.iv): Uint8Array {
    return run(() => {
      const cipher = createCipheriv(
        this.#algorithm(key),
        key,
        this.mode === cipherModes.ECB ? null : iv,
      );
      cipher.setAutoPadding(this.padding === paddingModes.PKCS7);
      return Buffer.concat([cipher.update(this.#padded(data)), cipher.final()]);
    });
  }

  decrypt(data: Uint8Array, key = this.key, iv = this.iv): Uint8Array {
    return run(() => {
      const decipher = createDecipheriv(
        this.#algorithm(key),
        key,
        this.mode === cipherModes.ECB ? null : iv,
      );
      decipher.setAutoPadding(this.padding === paddingModes.PKCS7);
      return Buffer.concat([decipher.update(data), decipher.final()]);
    });
  }

  #padded(data: Uint8Array): Uint8Array {
    if (this.padding !== paddingModes.Zeros) return data;
    return Buffer.concat([data], Math.ceil(data.length / blockBytes) * blockBytes);
  }

  #algorithm(key: Uint8Array): string {
    const bits = key.length * 8;
    if (bits !== 128 && bits !== 192 && bits !== 256) {
      throw new CryptographicException('Specified key is not a valid size for this algorithm.');
    }
    if (this.mode === cipherModes.CBC) return `aes-${bits}-cbc`;
    if (this.mode === cipherModes.ECB) return `aes-${bits}-ecb`;
    if (this.mode === cipherModes.CFB) return `aes-${bits}-cfb8`;
    throw new CryptographicException('Specified cipher mode is not valid for this algorithm.');
  }
}

/** The algorithm of a .NET name. @throws ArgumentException */
export function symmetricKey(name: string, key: Uint8Array, iv: Uint8Array): SymmetricKey {
  if (
    !/^(?:System\.Security\.Cryptography\.)?(?:Aes|AesManaged|AesCryptoServiceProvider|Rijndael|RijndaelManaged)$/i.test(
      name,
    )
  ) {
    throw new ArgumentException(`The algorithm '${name}' is not available.`, 'alg');
  }
  return new SymmetricKey(key, iv);
}

function run(work: () => Uint8Array): Uint8Array {
  try {
    return work();
  } catch (error) {
    if (error instanceof CryptographicException) throw error;
    throw new CryptographicException('Padding is invalid and cannot be removed.');
  }
}
