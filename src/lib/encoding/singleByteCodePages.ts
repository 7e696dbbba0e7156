import type { CharacterEncoding } from './CharacterEncoding.ts';

// prettier-ignore
const known = [
  ['ibm866', 866, 'Cyrillic (DOS)'],
  ['windows-874', 874, 'Thai (Windows)'],
  ['windows-1250', 1250, 'Central European (Windows)'],
  ['windows-1251', 1251, 'Cyrillic (Windows)'],
  ['windows-1252', 1252, 'Western European (Windows)'],
  ['windows-1253', 1253, 'Greek (Windows)'],
  ['windows-1254', 1254, 'Turkish (Windows)'],
  ['windows-1255', 1255, 'Hebrew (Windows)'],
  ['windows-1256', 1256, 'Arabic (Windows)'],
  ['windows-1257', 1257, 'Baltic (Windows)'],
  ['windows-1258', 1258, 'Vietnamese (Windows)'],
  ['macintosh', 10_000, 'Western European (Mac)'],
  ['koi8-r', 20_866, 'Cyrillic (KOI8-R)'],
  ['koi8-u', 21_866, 'Cyrillic (KOI8-U)'],
  ['iso-8859-2', 28_592, 'Central European (ISO)'],
  ['iso-8859-3', 28_593, 'Latin 3 (ISO)'],
  ['iso-8859-4', 28_594, 'Baltic (ISO)'],
  ['iso-8859-5', 28_595, 'Cyrillic (ISO)'],
  ['iso-8859-6', 28_596, 'Arabic (ISO)'],
  ['iso-8859-7', 28_597, 'Greek (ISO)'],
  ['iso-8859-8', 28_598, 'Hebrew (ISO-Visual)'],
  ['iso-8859-13', 28_603, 'Estonian (ISO)'],
  ['iso-8859-15', 28_605, 'Latin 9 (ISO)'],
] as const;

/** Code pages of one byte a character, as https://encoding.spec.whatwg.org/#legacy-single-byte-encodings has them. */
export const singleByteCodePages: readonly CharacterEncoding[] = known.map(
  ([name, codePage, title]) => {
    let table: ReadonlyMap<number, number> | undefined;
    const decode = (bytes: Uint8Array): string => new TextDecoder(name).decode(bytes);
    return {
      name,
      codePage,
      title,
      singleByte: true,
      preamble: [],
      bytesPerUnit: 1,
      decode,
      encode: (text) => encode(text, (table ??= tableOf(decode))),
    };
  },
);

const questionMark = 0x3f;

/** The byte of each unit that has one. */
function tableOf(decode: (bytes: Uint8Array) => string): ReadonlyMap<number, number> {
  const units = decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map(Array.from({ length: 256 }, (_, byte) => [units.charCodeAt(byte), byte] as const));
}

function encode(text: string, table: ReadonlyMap<number, number>): Uint8Array {
  return Uint8Array.from(
    { length: text.length },
    (_, at) => table.get(text.charCodeAt(at)) ?? questionMark,
  );
}
