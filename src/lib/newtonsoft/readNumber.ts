const maxBigIntegerLength = 380;
const decimalInteger = /^-?\d+$/;
/** What Double.Parse reads with NumberStyles.Float, of the characters that can come here. */
const float = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

export type JsonNumber =
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number };

/**
 * A number as Newtonsoft reads it: beside JSON's own form, octal with a leading zero, hexadecimal
 * with 0x, and doubles that start or end with the point. The message of what is wrong otherwise.
 */
export function readNumber(text: string): JsonNumber | string {
  const isOtherBase = text.length > 1 && /^0[^.eE]/.test(text);
  if (isOtherBase) return readOtherBase(text) ?? notANumber(text);
  if (decimalInteger.test(text)) {
    if (text.length > maxBigIntegerLength) return `JSON integer ${text} is too large to parse.`;
    return { kind: 'integer', value: BigInt(text) };
  }
  if (!float.test(text)) return notANumber(text);
  const value = Number(text);
  // As on .NET Framework, where what no double can hold is no double.
  return Number.isFinite(value) ? { kind: 'float', value } : notANumber(text);
}

function readOtherBase(text: string): JsonNumber | undefined {
  const isHexadecimal = /^0x[0-9a-f]{1,16}$/i.test(text);
  if (!isHexadecimal && !/^0[0-7]{1,22}$/.test(text)) return undefined;
  const value = BigInt(isHexadecimal ? text : `0o${text}`);
  if (value >= 1n << 64n) return undefined;
  return { kind: 'integer', value: BigInt.asIntN(64, value) };
}

function notANumber(text: string): string {
  return `Input string '${text}' is not a valid number.`;
}
