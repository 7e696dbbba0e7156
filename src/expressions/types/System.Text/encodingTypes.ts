import {
  ascii,
  utf16,
  utf16BigEndian,
  utf32,
  utf8,
} from '../../../lib/encoding/CharacterEncoding.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  AsciiEncoding,
  Latin1Encoding,
  Utf16Encoding,
  Utf32Encoding,
  Utf8Encoding,
} from '../../runtime/TextEncoding.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';

const base = 'System.Text.Encoding';
const member = membersOf<never>();

/** The classes of the encodings that `Encoding` hands out, such as System.Text.UTF8Encoding. */
export const encodingTypes: readonly TypeDefinition[] = [
  defineType({
    name: 'System.Text.ASCIIEncoding',
    kind: 'class',
    base,
    represents: AsciiEncoding,
    members: [
      member(
        'ASCIIEncoding()',
        () => new AsciiEncoding(ascii),
        'new ASCIIEncoding().GetBytes("A")[0] // (byte)65',
      ),
    ],
  }),
  defineType({
    name: 'System.Text.Latin1Encoding',
    kind: 'class',
    base,
    represents: Latin1Encoding,
  }),
  defineType({
    name: 'System.Text.UnicodeEncoding',
    kind: 'class',
    base,
    represents: Utf16Encoding,
    members: [
      member(
        'UnicodeEncoding()',
        () => new Utf16Encoding(utf16),
        'new UnicodeEncoding().GetBytes("A").Length // 2',
      ),
      member(
        'UnicodeEncoding(bool bigEndian, bool byteOrderMark)',
        (bigEndian, hasMark) => new Utf16Encoding(bigEndian ? utf16BigEndian : utf16, hasMark),
        'new UnicodeEncoding(true, false).GetBytes("A")[1] // (byte)65',
      ),
    ],
  }),
  defineType({
    name: 'System.Text.UTF32Encoding',
    kind: 'class',
    base,
    represents: Utf32Encoding,
    members: [
      member(
        'UTF32Encoding()',
        () => new Utf32Encoding(utf32),
        'new UTF32Encoding().GetBytes("A").Length // 4',
      ),
    ],
  }),
  defineType({
    name: 'System.Text.UTF8Encoding',
    kind: 'class',
    base,
    represents: Utf8Encoding,
    members: [
      member(
        'UTF8Encoding()',
        () => new Utf8Encoding(utf8, false),
        'new UTF8Encoding().GetPreamble().Length // 0',
      ),
      member(
        'UTF8Encoding(bool encoderShouldEmitUTF8Identifier)',
        (hasPreamble) => new Utf8Encoding(utf8, hasPreamble),
        'new UTF8Encoding(true).GetPreamble().Length // 3',
      ),
    ],
  }),
];
