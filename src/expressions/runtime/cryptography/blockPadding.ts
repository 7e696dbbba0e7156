import { CryptographicException } from '../exceptions.ts';

/** Values of `PaddingMode`. */
export const paddingModes = { None: 1, PKCS7: 2, Zeros: 3, ANSIX923: 4, ISO10126: 5 } as const;

/**
 * The data filled up to whole blocks of `size` bytes. What ISO 10126 fills up at random is filled
 * with zeros here: no reader looks at it. @throws CryptographicException
 */
export function pad(data: Uint8Array, size: number, mode: number): Uint8Array {
  const over = data.length % size;
  if (mode === paddingModes.None) {
    if (over === 0) return data;
    throw new CryptographicException('The input data is not a complete block.');
  }
  if (mode === paddingModes.Zeros && over === 0) return data;
  const count = size - over;
  const padded = new Uint8Array(data.length + count);
  padded.set(data);
  if (mode === paddingModes.PKCS7) padded.fill(count, data.length);
  else if (mode !== paddingModes.Zeros) padded[padded.length - 1] = count;
  return padded;
}

/** Takes the padding off; zeros stay, for they may be data. @throws CryptographicException */
export function unpad(data: Uint8Array, size: number, mode: number): Uint8Array {
  if (mode === paddingModes.None || mode === paddingModes.Zeros) return data;
  const count = data.at(-1) ?? 0;
  const filling = data.subarray(data.length - count, -1);
  const expected = { [paddingModes.PKCS7]: count, [paddingModes.ANSIX923]: 0 }[mode];
  const isFilled = expected === undefined || filling.every((byte) => byte === expected);
  if (count === 0 || count > size || count > data.length || !isFilled) {
    throw new CryptographicException('Padding is invalid and cannot be removed.');
  }
  return data.subarray(0, data.length - count);
}
