import type { CharacterEncoding } from '../../lib/encoding/CharacterEncoding.ts';

/** A `System.Text.Encoding`. */
export class TextEncoding {
  readonly characters: CharacterEncoding;

  constructor(characters: CharacterEncoding) {
    this.characters = characters;
  }
}
