import {
  ascii,
  latin1,
  utf16,
  utf16BigEndian,
  utf32,
  utf8,
} from '../../lib/encoding/CharacterEncoding.ts';
import type { CharacterEncoding } from '../../lib/encoding/CharacterEncoding.ts';

/** A `System.Text.Encoding`. */
export class TextEncoding {
  readonly characters: CharacterEncoding;
  /** Whether `GetPreamble` gives the byte order mark. */
  readonly hasPreamble: boolean;

  constructor(characters: CharacterEncoding, hasPreamble = true) {
    this.characters = characters;
    this.hasPreamble = hasPreamble;
  }
}

/** `ASCIIEncoding`. */
export class AsciiEncoding extends TextEncoding {}

/** `Latin1Encoding`, which .NET keeps to itself. */
export class Latin1Encoding extends TextEncoding {}

/** `UnicodeEncoding`. */
export class Utf16Encoding extends TextEncoding {}

/** `UTF32Encoding`. */
export class Utf32Encoding extends TextEncoding {}

/** `UTF8Encoding`. */
export class Utf8Encoding extends TextEncoding {}

const classes: ReadonlyMap<CharacterEncoding, typeof TextEncoding> = new Map([
  [ascii, AsciiEncoding],
  [latin1, Latin1Encoding],
  [utf16, Utf16Encoding],
  [utf16BigEndian, Utf16Encoding],
  [utf32, Utf32Encoding],
  [utf8, Utf8Encoding],
]);

/** The encoding object of .NET for characters. */
export function textEncodingOf(characters: CharacterEncoding): TextEncoding {
  const Encoding = classes.get(characters) ?? TextEncoding;
  return new Encoding(characters);
}
