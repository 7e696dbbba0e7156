import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { BodyTooLarge } from './Body.ts';

/** The bytes are not what their Content-Encoding says. */
export class InvalidCoding extends Error {
  constructor(coding: string, cause?: unknown) {
    super(`The content is no ${coding}.`, { cause });
    this.name = 'InvalidCoding';
  }
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

/** RFC 9110 §8.4.1; `deflate` is the zlib format. */
const decoders: Readonly<Record<string, Decoder>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** More of them only hides what is in them. */
const mostCodings = 4;

/**
 * Takes off the codings that a message lists in its Content-Encoding lines, the last one first.
 * Undefined when one of them is not known. `limit` bounds each result in bytes.
 * @throws BodyTooLarge, InvalidCoding
 */
export function decodeContent(
  bytes: Uint8Array,
  contentEncoding: readonly string[],
  limit: number,
): Uint8Array | undefined {
  const codings = contentEncoding
    .flatMap((line) => line.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  if (codings.length > mostCodings) return undefined;
  let content: Uint8Array = bytes;
  for (const coding of codings.toReversed()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decode) return undefined;
    content = decodeOne(decode, content, coding, limit);
  }
  return content;
}

function decodeOne(decode: Decoder, bytes: Uint8Array, coding: string, limit: number): Uint8Array {
  try {
    return decode(bytes, { maxOutputLength: limit });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error;
    if (isTooLarge && error.code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLarge(limit);
    throw new InvalidCoding(coding, error);
  }
}
