import { encodeHtml } from './encodeHtml.ts';
import { htmlDecode } from '../../../lib/encoding/html.ts';
import { formDecode, formEncode } from '../../../lib/encoding/percent.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentNullException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { SystemByte } from '../System/Byte.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';

const member = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.net.webutility */
export const NetWebUtility = defineType({
  name: 'System.Net.WebUtility',
  kind: 'class',
  members: [
    member(
      'static string? HtmlDecode(string? value)',
      (value) => value && htmlDecode(value),
      'System.Net.WebUtility.HtmlDecode("&lt;p&gt; &eacute; &#x41; &nope;") // "<p> é A &nope;"',
    ),
    member(
      'static string? HtmlEncode(string? value)',
      (value, _types, environment) => value && encodeHtml(value, environment),
      `System.Net.WebUtility.HtmlEncode("<a href='x'>é&</a>") // "&lt;a href=&#39;x&#39;&gt;&#233;&amp;&lt;/a&gt;"`,
    ),
    member(
      'static string? UrlDecode(string? encodedValue)',
      (value) => value && formDecode(value),
      'System.Net.WebUtility.UrlDecode("a+b%20c%2B%zz") // "a b c+%zz"',
    ),
    member(
      'static string? UrlEncode(string? value)',
      (value) => value && formEncode(value),
      'System.Net.WebUtility.UrlEncode("a b&c=d/é~\'(!)*") // "a+b%26c%3Dd%2F%C3%A9%7E%27(!)*"',
      'System.Net.WebUtility.UrlEncode(null) == null // true',
    ),
    member(
      'static byte[]? UrlDecodeToBytes(byte[]? encodedValue, int offset, int count)',
      (value, offset, count) => recode(value, offset, count, decodeBytes),
      'System.Net.WebUtility.UrlDecodeToBytes(new byte[] { 37, 52, 49 }, 0, 3).Length // 1',
    ),
    member(
      'static byte[]? UrlEncodeToBytes(byte[]? value, int offset, int count)',
      (value, offset, count) => recode(value, offset, count, encodeBytes),
      'System.Net.WebUtility.UrlEncodeToBytes(new byte[] { 38 }, 0, 1).Length // 3',
    ),
  ],
});

/** @throws ArgumentNullException, ArgumentOutOfRangeException */
function recode(
  array: NetArray | null,
  offset: number,
  count: number,
  rewrite: (bytes: Buffer) => Uint8Array,
): NetArray | null {
  if (array === null) {
    if (count === 0) return null;
    throw new ArgumentNullException('bytes');
  }
  if (offset < 0 || offset > array.length) throw new ArgumentOutOfRangeException('offset');
  if (count < 0 || offset + count > array.length) throw new ArgumentOutOfRangeException('count');
  const part = bytesIn(array).subarray(offset, offset + count);
  return newArray(SystemByte.construct(), Uint8Array.from(rewrite(Buffer.from(part))));
}

function encodeBytes(bytes: Buffer): Uint8Array {
  const text = Array.from(bytes, (byte) => {
    if (byte === 0x20) return '+';
    const letter = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-_.!*()]/.test(letter)) return letter;
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return Buffer.from(text.join(''), 'latin1');
}

function decodeBytes(bytes: Buffer): Uint8Array {
  const text = bytes
    .toString('latin1')
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
