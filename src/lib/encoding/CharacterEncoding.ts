import { latin1BestFit } from './latin1BestFit.ts';
import { singleByteCodePages } from './singleByteCodePages.ts';

/** A character encoding, over JavaScript's UTF-16 strings. */
export interface CharacterEncoding {
  /** IANA name. */
  readonly name: string;
  /** Windows code page. */
  readonly codePage: number;
  /** What a person calls it. */
  readonly title: string;
  readonly singleByte: boolean;
  /** Byte order mark. */
  readonly preamble: readonly number[];
  /** The most bytes that one UTF-16 unit takes. */
  readonly bytesPerUnit: number;
  encode(text: string): Uint8Array;
  /** Decodes; what is malformed becomes U+FFFD or a question mark. */
  decode(bytes: Uint8Array): string;
}

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16Decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

export const utf8: CharacterEncoding = {
  name: 'utf-8',
  codePage: 65_001,
  title: 'Unicode (UTF-8)',
  singleByte: false,
  preamble: [0xef, 0xbb, 0xbf],
  bytesPerUnit: 3,
  encode: (text) => new Uint8Array(Buffer.from(text, 'utf8')),
  decode: (bytes) => utf8Decoder.decode(bytes),
};

export const utf16: CharacterEncoding = {
  name: 'utf-16',
  codePage: 1200,
  title: 'Unicode',
  singleByte: false,
  preamble: [0xff, 0xfe],
  bytesPerUnit: 2,
  encode: (text) => new Uint8Array(Buffer.from(text.toWellFormed(), 'utf16le')),
  decode: (bytes) => utf16Decoder.decode(bytes),
};

export const utf16BigEndian: CharacterEncoding = {
  name: 'utf-16BE',
  codePage: 1201,
  title: 'Unicode (Big-Endian)',
  singleByte: false,
  preamble: [0xfe, 0xff],
  bytesPerUnit: 2,
  encode: (text) => swapped(utf16.encode(text)),
  decode: (bytes) => utf16.decode(swapped(bytes)),
};

export const utf32: CharacterEncoding = {
  name: 'utf-32',
  codePage: 12_000,
  title: 'Unicode (UTF-32)',
  singleByte: false,
  preamble: [0xff, 0xfe, 0, 0],
  bytesPerUnit: 4,
  encode(text) {
    const points = Array.from(text.toWellFormed(), (letter) => letter.codePointAt(0)!);
    const view = new DataView(new ArrayBuffer(points.length * 4));
    points.forEach((point, index) => view.setUint32(index * 4, point, true));
    return new Uint8Array(view.buffer);
  },
  decode(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = Math.ceil(bytes.length / 4);
    return Array.from({ length: count }, (_, index) => {
      if (index * 4 + 4 > bytes.length) return '\uFFFD';
      const point = view.getUint32(index * 4, true);
      const isScalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return isScalar ? String.fromCodePoint(point) : '\uFFFD';
    }).join('');
  },
};

export const ascii: CharacterEncoding = {
  name: 'us-ascii',
  codePage: 20_127,
  title: 'US-ASCII',
  singleByte: true,
  preamble: [],
  bytesPerUnit: 1,
  encode: (text) => oneByteEach(text, 0x7f, () => undefined),
  decode: (bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u00ff]/g, '?'),
};

export const latin1: CharacterEncoding = {
  name: 'iso-8859-1',
  codePage: 28_591,
  title: 'Western European (ISO)',
  singleByte: true,
  preamble: [],
  bytesPerUnit: 1,
  encode: (text) => oneByteEach(text, 0xff, latin1BestFit),
  decode: (bytes) => Buffer.from(bytes).toString('latin1'),
};

const encodings = [utf8, utf16, utf16BigEndian, utf32, ascii, latin1, ...singleByteCodePages];

/** The other names that .NET knows, but those that say what nobody would write today. */
const aliases: ReadonlyMap<string, CharacterEncoding> = new Map(
  Object.entries({
    ascii,
    'iso646-us': ascii,
    us: ascii,
    cp819: latin1,
    ibm819: latin1,
    'iso8859-1': latin1,
    'iso_8859-1': latin1,
    l1: latin1,
    latin1,
    'ucs-2': utf16,
    unicode: utf16,
    'utf-16le': utf16,
    unicodefffe: utf16BigEndian,
    'utf-32le': utf32,
    'unicode-1-1-utf-8': utf8,
    'unicode-2-0-utf-8': utf8,
    'x-unicode-1-1-utf-8': utf8,
    'x-unicode-2-0-utf-8': utf8,
  }),
);

/** The encoding of an IANA name or an alias of it, in any case. */
export function encodingNamed(name: string): CharacterEncoding | undefined {
  const wanted = name.trim().toLowerCase();
  return encodings.find((known) => known.name.toLowerCase() === wanted) ?? aliases.get(wanted);
}

export function encodingOfCodePage(codePage: number): CharacterEncoding | undefined {
  return encodings.find((known) => known.codePage === codePage);
}

function oneByteEach(
  text: string,
  most: number,
  bestFit: (unit: number) => number | undefined,
): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    return unit <= most ? unit : (bestFit(unit) ?? 0x3f);
  });
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = Uint8Array.from(bytes);
  for (let index = 0; index + 1 < result.length; index += 2) {
    [result[index], result[index + 1]] = [result[index + 1]!, result[index]!];
  }
  return result;
}
