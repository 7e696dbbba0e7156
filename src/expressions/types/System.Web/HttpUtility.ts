import { encodeHtml } from '../System.Net/encodeHtml.ts';
import { htmlDecode, htmlEncode } from '../../../lib/encoding/html.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import type { TextEncoding } from '../../runtime/TextEncoding.ts';
import { toText } from '../../runtime/toText.ts';
import { utf8 } from '../../../lib/encoding/CharacterEncoding.ts';
import type { CharacterEncoding } from '../../../lib/encoding/CharacterEncoding.ts';
import {
  scriptEscape,
  urlDecode,
  urlEncode,
  urlPathEncode,
} from '../../../lib/encoding/webForms.ts';

const member = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.web.httputility, texts only. */
export const WebHttpUtility = defineType({
  name: 'System.Web.HttpUtility',
  kind: 'class',
  members: [
    member(
      'static string? HtmlAttributeEncode(string? s)',
      (text) =>
        text &&
        text.replaceAll(/["&'<]/g, (letter) => (letter === "'" ? '&#39;' : htmlEncode(letter))),
      `System.Web.HttpUtility.HtmlAttributeEncode("a<\\"é>'") // "a&lt;&quot;é>&#39;"`,
    ),
    member(
      'static string? HtmlDecode(string? s)',
      (text) => text && htmlDecode(text),
      'System.Web.HttpUtility.HtmlDecode("&lt;&eacute;") // "<é"',
    ),
    member(
      'static string? HtmlEncode(object? value)',
      (value, _types, environment) =>
        value === null ? null : encodeHtml(toText(value), environment),
      'System.Web.HttpUtility.HtmlEncode((object)1) // "1"',
    ),
    member(
      'static string? HtmlEncode(string? s)',
      (text, _types, environment) => text && encodeHtml(text, environment),
      'System.Web.HttpUtility.HtmlEncode("<é") // "&lt;&#233;"',
    ),
    member(
      'static string JavaScriptStringEncode(string? value)',
      (text) => scriptEscape(text ?? ''),
      `System.Web.HttpUtility.JavaScriptStringEncode("a\\"b'\\n") // "a\\\\\\"b\\\\u0027\\\\n"`,
    ),
    member(
      'static string JavaScriptStringEncode(string? value, bool addDoubleQuotes)',
      (text, isQuoted) => (isQuoted ? `"${scriptEscape(text ?? '')}"` : scriptEscape(text ?? '')),
      'System.Web.HttpUtility.JavaScriptStringEncode("a", true) // "\\"a\\""',
    ),
    member(
      'static string? UrlDecode(string? str)',
      (text) => text && urlDecode(text, utf8),
      'System.Web.HttpUtility.UrlDecode("a+b%20%C3%A9%u0041") // "a b éA"',
    ),
    member(
      'static string? UrlDecode(string? str, Encoding e)',
      (text, encoding) => text && urlDecode(text, charactersOf(encoding)),
      'System.Web.HttpUtility.UrlDecode("%E9", Encoding.GetEncoding("iso-8859-1")) // "é"',
    ),
    member(
      'static string? UrlEncode(string? str)',
      (text) => text && urlEncode(text, utf8),
      'System.Web.HttpUtility.UrlEncode("a b/é~") // "a+b%2f%c3%a9%7e"',
    ),
    member(
      'static string? UrlEncode(string? str, Encoding e)',
      (text, encoding) => text && urlEncode(text, charactersOf(encoding)),
      'System.Web.HttpUtility.UrlEncode("é", Encoding.GetEncoding("iso-8859-1")) // "%e9"',
    ),
    member(
      'static string? UrlPathEncode(string? str)',
      (text) => text && urlPathEncode(text),
      'System.Web.HttpUtility.UrlPathEncode("/a b/é?c d") // "/a%20b/%c3%a9?c d"',
    ),
  ],
});

function charactersOf({ characters }: TextEncoding): CharacterEncoding {
  return characters;
}
