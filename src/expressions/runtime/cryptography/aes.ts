import { createCipheriv, createDecipheriv } from 'node:crypto';
import { CryptographicException } from '../exceptions.ts';

/** Values of `CipherMode`. */
export const cipherModes = { CBC: 1, ECB: 2, OFB: 3, CFB: 4, CTS: 5 } as const;

export const blockBits = 128;

/** Names of the ciphers of `node:crypto`; .NET's CFB shifts by eight bits. */
const names: Readonly<Record<number, string>> = {
  [cipherModes.CBC]: 'cbc',
  [cipherModes.ECB]: 'ecb',
  [cipherModes.CFB]: 'cfb8',
};

export function isCipherMode(mode: number): boolean {
  return mode in names;
}

export function isKeySize(bits: number): boolean {
  return bits === 128 || bits === 192 || bits === 256;
}

/** Encrypts or decrypts whole blocks. @throws CryptographicException */
export function aes(
  direction: 'encrypt' | 'decrypt',
  mode: number,
  key: Uint8Array,
  iv: Uint8Array,
  blocks: Uint8Array,
): Uint8Array {
  if (!isKeySize(key.length * 8)) {
    throw new CryptographicException('Specified key is not a valid size for this algorithm.');
  }
  if (mode !== cipherModes.ECB && iv.length * 8 !== blockBits) throw wrongIvSize();
  if (mode !== cipherModes.CFB && (blocks.length * 8) % blockBits !== 0) {
    throw new CryptographicException('The input data is not a complete block.');
  }
  const create = direction === 'encrypt' ? createCipheriv : createDecipheriv;
  const name = `aes-${key.length * 8}-${names[mode]}`;
  const cipher = create(name, key, mode === cipherModes.ECB ? null : iv);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

export function wrongIvSize(): CryptographicException {
  return new CryptographicException(
    'Specified initialization vector (IV) does not match the block size for this algorithm.',
  );
}
