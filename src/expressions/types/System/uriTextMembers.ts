/** What `Uri` does with texts: escapes, hexadecimal digits, checks. */
import { hostKindOf } from '../../../lib/dotnet-uri/host.ts';
import { isSchemeName } from '../../../lib/dotnet-uri/schemes.ts';
import { isWellFormed } from '../../../lib/dotnet-uri/wellFormed.ts';
import type { DotNetUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { escapeData, escapeUri, unescapeData } from '../../../lib/encoding/percent.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  IndexOutOfRangeException,
} from '../../runtime/exceptions.ts';
import { hostNameTypes } from './UriHostNameType.ts';
import { uriKinds } from './UriKind.ts';
import { tryCreateUri } from './uriReading.ts';

const member = membersOf<DotNetUri>();

export const textMembers: readonly MemberDeclaration[] = [
  member(
    'static string EscapeDataString(string stringToEscape)',
    (text, _types, environment) => {
      environment.allowLength(3 * text.length);
      return escapeData(text);
    },
    'Uri.EscapeDataString("a b/é!") // "a%20b%2F%C3%A9%21"',
  ),
  member(
    'static string EscapeUriString(string stringToEscape)',
    (text, _types, environment) => {
      environment.allowLength(3 * text.length);
      return escapeUri(text);
    },
    'Uri.EscapeUriString("http://h/a b?c=é#d") // "http://h/a%20b?c=%C3%A9#d"',
  ),
  member(
    'static string UnescapeDataString(string stringToUnescape)',
    (text) => unescapeData(text),
    'Uri.UnescapeDataString("a%20b+%C3%A9%zz") // "a b+é%zz"',
  ),
  member(
    'static bool IsWellFormedUriString(string? uriString, UriKind uriKind)',
    (text, kind) => {
      // A path from the root is a file's here, which is not well formed, and a reference as well.
      const kinds =
        kind === uriKinds.RelativeOrAbsolute ? [uriKinds.Absolute, uriKinds.Relative] : [kind];
      return kinds.some((each) => {
        const uri = tryCreateUri(text, each);
        return uri !== null && isWellFormed(uri);
      });
    },
    'Uri.IsWellFormedUriString("http://h/a%20b", UriKind.Absolute) // true',
    'Uri.IsWellFormedUriString("http://h/a b", UriKind.Absolute) // false',
    'Uri.IsWellFormedUriString("/a", UriKind.Relative) // true',
    'Uri.IsWellFormedUriString("/a", UriKind.RelativeOrAbsolute) // true',
    'Uri.IsWellFormedUriString("/a b", UriKind.RelativeOrAbsolute) // false',
  ),
  member(
    'static bool CheckSchemeName(string? schemeName)',
    (name) => name !== null && isSchemeName(name),
    'Uri.CheckSchemeName("net.tcp") // true',
    'Uri.CheckSchemeName("1a") // false',
  ),
  member(
    'static UriHostNameType CheckHostName(string? name)',
    (name) => hostNameTypes[hostKindOf(name ?? '')],
    'Uri.CheckHostName("contoso.com") // UriHostNameType.Dns',
    'Uri.CheckHostName("::1") // UriHostNameType.IPv6',
  ),
  member(
    'static int FromHex(char digit)',
    (unit) => {
      const digit = String.fromCharCode(unit);
      if (isHexDigit(digit)) return Number.parseInt(digit, 16);
      throw new ArgumentException('Value does not fall within the expected range.', 'digit');
    },
    "Uri.FromHex('f') // 15",
    "Uri.FromHex('g') // throws System.ArgumentException",
  ),
  member(
    'static bool IsHexDigit(char character)',
    (unit) => isHexDigit(String.fromCharCode(unit)),
    "Uri.IsHexDigit('F') // true",
  ),
  member(
    'static string HexEscape(char character)',
    (unit) => {
      if (unit > 0xff) throw new ArgumentOutOfRangeException('character');
      return `%${unit.toString(16).toUpperCase().padStart(2, '0')}`;
    },
    `Uri.HexEscape(' ') // "%20"`,
  ),
  member(
    'static bool IsHexEncoding(string pattern, int index)',
    (pattern, index) => {
      // As .NET reckons, whose difference is an Int32.
      if (index < 0 && ((pattern.length - index) | 0) >= 3) throw new IndexOutOfRangeException();
      return isEscape(pattern, index);
    },
    'Uri.IsHexEncoding("a%20", 1) // true',
  ),
  member(
    'static char HexUnescape(string pattern, ref int index)',
    (pattern, index) => {
      const at = index.value;
      if (at < 0 || at >= pattern.length) throw new ArgumentOutOfRangeException('index');
      const escape = isEscape(pattern, at);
      index.value = at + (escape ? 3 : 1);
      return escape ? Number.parseInt(pattern.slice(at + 1, at + 3), 16) : pattern.charCodeAt(at);
    },
    `((Func<string>)(() => { var i = 1; var c = Uri.HexUnescape("a%41b", ref i); return c + i.ToString(); }))() // "A4"`,
  ),
];

function isHexDigit(digit: string): boolean {
  return /^[\da-f]$/i.test(digit);
}

function isEscape(text: string, index: number): boolean {
  return index >= 0 && /^%[\da-f]{2}/i.test(text.slice(index, index + 3));
}
