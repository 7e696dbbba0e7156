/** Bytes as Base64 and hexadecimal texts: members of System.Convert. */
import { decodeBase64, encodeBase64 } from '../../../lib/base64/base64.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { SystemByte } from './Byte.ts';

const member = membersOf<never>();

function arrayOf(bytes: Uint8Array): NetArray {
  return new NetArray(SystemByte.construct(), bytes);
}

function bytesOf({ items }: NetArray): Uint8Array {
  return items instanceof Uint8Array ? items : Uint8Array.from(items, Number);
}

function outOfRange(parameter: string, message: string): ArgumentOutOfRangeException {
  return new ArgumentOutOfRangeException(parameter, message);
}

/** @throws ArgumentOutOfRangeException */
function requirePositive(values: Readonly<Record<string, number>>): void {
  for (const [parameter, value] of Object.entries(values)) {
    if (value < 0) throw outOfRange(parameter, 'Value must be positive.');
  }
}

/** @throws ArgumentException */
function insertsLineBreaks(options: number): boolean {
  if (options === 0 || options === 1) return options === 1;
  throw new ArgumentException(`Illegal enum value: ${options}.`, 'options');
}

/** @throws ArgumentOutOfRangeException */
function part(array: NetArray, offset: number, length: number): Uint8Array {
  requirePositive({ length, offset });
  if (offset > array.length - length) {
    throw outOfRange('offset', 'Offset and length must refer to a position in the string.');
  }
  return bytesOf(array).subarray(offset, offset + length);
}

/** @throws ArgumentException, ArgumentOutOfRangeException */
function base64OfPart(array: NetArray, offset: number, length: number, options: number): string {
  const bytes = part(array, offset, length);
  return encodeBase64(bytes, insertsLineBreaks(options));
}

/**
 * Writes Base64 into an array of char; returns its length.
 * @throws ArgumentException, ArgumentOutOfRangeException
 */
function base64IntoChars(
  array: NetArray,
  offset: number,
  length: number,
  { items }: NetArray,
  offsetOut: number,
  options: number,
): number {
  requirePositive({ length, offset, offsetOut });
  const breaks = insertsLineBreaks(options);
  const text = encodeBase64(part(array, offset, length), breaks);
  if (offsetOut > items.length - text.length) {
    throw outOfRange(
      'offsetOut',
      'Either offset did not refer to a position in the string, or there is an insufficient length of destination character array.',
    );
  }
  for (let i = 0; i < text.length; i++) items[offsetOut + i] = text.charCodeAt(i);
  return text.length;
}

/** @throws FormatException */
function fromBase64(text: string): NetArray {
  const bytes = decodeBase64(text);
  if (bytes) return arrayOf(bytes);
  throw new FormatException(
    'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  );
}

/** @throws ArgumentOutOfRangeException */
function charsOf(array: NetArray, offset: number, length: number): string {
  requirePositive({ length, offset });
  if (offset > array.length - length) {
    throw outOfRange('offset', 'Offset and length must refer to a position in the string.');
  }
  const units = Array.from(array.items.slice(offset, offset + length), Number);
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

/** @throws FormatException */
function fromHexadecimal(text: string): NetArray {
  if (text.length % 2 !== 0) {
    throw new FormatException(
      'The input is not a valid hex string as its length is not a multiple of 2.',
    );
  }
  if (!/^[0-9A-Fa-f]*$/.test(text)) {
    throw new FormatException(
      'The input is not a valid hex string as it contains a non-hex character.',
    );
  }
  return arrayOf(Uint8Array.from(Buffer.from(text, 'hex')));
}

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export const convertBytes: readonly MemberDeclaration[] = [
  member(
    'static string ToBase64String(byte[] inArray)',
    (inArray) => encodeBase64(bytesOf(inArray)),
    'Convert.ToBase64String(new byte[] { 1, 2, 255 }) // "AQL/"',
  ),
  member(
    'static string ToBase64String(byte[] inArray, Base64FormattingOptions options)',
    (inArray, options) => encodeBase64(bytesOf(inArray), insertsLineBreaks(options)),
    'Convert.ToBase64String(new byte[60], Base64FormattingOptions.InsertLineBreaks).Length // 82',
  ),
  member(
    'static string ToBase64String(byte[] inArray, int offset, int length)',
    (inArray, offset, length) => base64OfPart(inArray, offset, length, 0),
    'Convert.ToBase64String(new byte[] { 9, 1, 2, 255 }, 1, 3) // "AQL/"',
    'Convert.ToBase64String(new byte[1], 1, 3) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static string ToBase64String(byte[] inArray, int offset, int length, Base64FormattingOptions options)',
    base64OfPart,
    'Convert.ToBase64String(new byte[] { 1, 2, 255 }, 0, 3, Base64FormattingOptions.None) // "AQL/"',
  ),
  member(
    'static byte[] FromBase64String(string s)',
    fromBase64,
    'Convert.FromBase64String("AQL/")[2] // (byte)255',
    'Convert.FromBase64String("AQ") // throws System.FormatException',
  ),
  member(
    'static int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut)',
    (inArray, offsetIn, length, outArray, offsetOut) =>
      base64IntoChars(inArray, offsetIn, length, outArray, offsetOut, 0),
    'Convert.ToBase64CharArray(new byte[] { 1, 2, 255 }, 0, 3, new char[4], 0) // 4',
  ),
  member(
    'static int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut, Base64FormattingOptions options)',
    base64IntoChars,
    'Convert.ToBase64CharArray(new byte[3], 0, 3, new char[4], 0, Base64FormattingOptions.None) // 4',
  ),
  member(
    'static byte[] FromBase64CharArray(char[] inArray, int offset, int length)',
    (inArray, offset, length) => fromBase64(charsOf(inArray, offset, length)),
    'Convert.FromBase64CharArray("AQL/".ToCharArray(), 0, 4).Length // 3',
  ),
  member(
    'static string ToHexString(byte[] inArray)',
    (inArray) => hexadecimal(bytesOf(inArray)).toUpperCase(),
    'Convert.ToHexString(new byte[] { 1, 255 }) // "01FF"',
  ),
  member(
    'static string ToHexString(byte[] inArray, int offset, int length)',
    (inArray, offset, length) => hexadecimal(part(inArray, offset, length)).toUpperCase(),
    'Convert.ToHexString(new byte[] { 1, 255 }, 1, 1) // "FF"',
  ),
  member(
    'static string ToHexStringLower(byte[] inArray)',
    (inArray) => hexadecimal(bytesOf(inArray)),
    'Convert.ToHexStringLower(new byte[] { 1, 255 }) // "01ff"',
  ),
  member(
    'static string ToHexStringLower(byte[] inArray, int offset, int length)',
    (inArray, offset, length) => hexadecimal(part(inArray, offset, length)),
    'Convert.ToHexStringLower(new byte[] { 1, 255 }, 1, 1) // "ff"',
  ),
  member(
    'static byte[] FromHexString(string s)',
    fromHexadecimal,
    'Convert.FromHexString("01ff")[1] // (byte)255',
    'Convert.FromHexString("0") // throws System.FormatException',
  ),
];
