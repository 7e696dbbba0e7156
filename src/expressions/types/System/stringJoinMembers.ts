/** `Concat`, `Join` and `Format`. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { box } from '../../runtime/boxing.ts';
import { compositeFormat } from '../../runtime/compositeFormat.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import { toText } from '../../runtime/toText.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

const member = membersOf<string>();

const concat: readonly MemberDeclaration[] = [
  member('static string Concat(object? arg0)', (a) => toText(a), 'string.Concat(1) // "1"'),
  member(
    'static string Concat(object? arg0, object? arg1)',
    (a, b, _types, environment) => joined([a, b], '', environment),
    'string.Concat(1, true) // "1True"',
  ),
  member(
    'static string Concat(object? arg0, object? arg1, object? arg2)',
    (a, b, c, _types, environment) => joined([a, b, c], '', environment),
    'string.Concat(1, 2, 3) // "123"',
  ),
  member(
    'static string Concat(params object[] args)',
    (args, _types, environment) => joined(args.items, '', environment),
    'string.Concat(1, 2, 3, 4) // "1234"',
  ),
  member(
    'static string Concat(string? str0, string? str1)',
    (a, b, _types, environment) => joined([a, b], '', environment),
    'string.Concat("a", null) // "a"',
  ),
  member(
    'static string Concat(string? str0, string? str1, string? str2)',
    (a, b, c, _types, environment) => joined([a, b, c], '', environment),
    'string.Concat("a", "b", "c") // "abc"',
  ),
  member(
    'static string Concat(string? str0, string? str1, string? str2, string? str3)',
    (a, b, c, d, _types, environment) => joined([a, b, c, d], '', environment),
    'string.Concat("a", "b", "c", "d") // "abcd"',
  ),
  member(
    'static string Concat(params string[] values)',
    (values, _types, environment) => joined(values.items, '', environment),
    'string.Concat("a", "b", "c", "d", "e") // "abcde"',
  ),
  member(
    'static string Concat(IEnumerable<string> values)',
    (values: Iterable<unknown>, _types, environment) => joined(values, '', environment),
    'string.Concat(new List<string> { "a", "b" }) // "ab"',
  ),
  member(
    'static string Concat<T>(IEnumerable<T> values)',
    (values: unknown, [type], environment) => joined(boxed(values, type!), '', environment),
    'string.Concat(new List<int> { 1, 2 }) // "12"',
  ),
];

const join: readonly MemberDeclaration[] = [
  member(
    'static string Join(string? separator, params string[] value)',
    (separator, value, _types, environment) => joined(value.items, separator, environment),
    'string.Join(",", "a", "b") // "a,b"',
  ),
  member(
    'static string Join(string? separator, params object[] values)',
    (separator, values, _types, environment) => joined(values.items, separator, environment),
    'string.Join(",", 1, true) // "1,True"',
  ),
  member(
    'static string Join(string? separator, IEnumerable<string> values)',
    (separator, values: Iterable<unknown>, _types, environment) =>
      joined(values, separator, environment),
    'string.Join(",", new List<string> { "a", "b" }) // "a,b"',
  ),
  member(
    'static string Join<T>(string? separator, IEnumerable<T> values)',
    (separator, values: unknown, [type], environment) =>
      joined(boxed(values, type!), separator, environment),
    'string.Join(",", new List<int> { 1, 2 }) // "1,2"',
  ),
  member(
    'static string Join(string? separator, string[] value, int startIndex, int count)',
    (separator, value, start, count, _types, environment) =>
      joined(part(value, start, count), separator, environment),
    'string.Join(",", new[] { "a", "b", "c" }, 1, 2) // "b,c"',
    'string.Join(",", new[] { "a" }, 1, 1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'static string Join(char separator, params string[] value)',
    (separator, value, _types, environment) =>
      joined(value.items, String.fromCharCode(separator), environment),
    'string.Join(\',\', "a", "b") // "a,b"',
  ),
  member(
    'static string Join(char separator, params object[] values)',
    (separator, values, _types, environment) =>
      joined(values.items, String.fromCharCode(separator), environment),
    'string.Join(\',\', 1, 2) // "1,2"',
  ),
  member(
    'static string Join<T>(char separator, IEnumerable<T> values)',
    (separator, values: unknown, [type], environment) =>
      joined(boxed(values, type!), String.fromCharCode(separator), environment),
    'string.Join(\',\', new List<int> { 1, 2 }) // "1,2"',
  ),
  member(
    'static string Join(char separator, string[] value, int startIndex, int count)',
    (separator, value, start, count, _types, environment) =>
      joined(part(value, start, count), String.fromCharCode(separator), environment),
    'string.Join(\',\', new[] { "a", "b", "c" }, 1, 2) // "b,c"',
  ),
];

const format: readonly MemberDeclaration[] = [
  member(
    'static string Format(string format, object? arg0)',
    (text, a, _types, environment) => compositeFormat(text, [a], invariantCulture, environment),
    'string.Format("{0:D3}", 7) // "007"',
    'string.Format("{1}", 7) // throws System.FormatException',
  ),
  member(
    'static string Format(string format, object? arg0, object? arg1)',
    (text, a, b, _types, environment) =>
      compositeFormat(text, [a, b], invariantCulture, environment),
    'string.Format("{1}-{0}", "a", "b") // "b-a"',
  ),
  member(
    'static string Format(string format, object? arg0, object? arg1, object? arg2)',
    (text, a, b, c, _types, environment) =>
      compositeFormat(text, [a, b, c], invariantCulture, environment),
    'string.Format("{0}{1}{2}", 1, 2, 3) // "123"',
  ),
  member(
    'static string Format(string format, params object[] args)',
    (text, args, _types, environment) =>
      compositeFormat(text, [...args.items], invariantCulture, environment),
    'string.Format("{0,4}|{1,-3}|", 1, 2) // "   1|2  |"',
  ),
  member(
    'static string Format(IFormatProvider? provider, string format, object? arg0)',
    (provider, text, a, _types, environment) =>
      compositeFormat(text, [a], providerCulture(provider), environment),
    'string.Format(null, "{0}", 1) // "1"',
    'string.Format(CultureInfo.GetCultureInfo("de-DE"), "{0}", 1.5) // "1,5"',
  ),
  member(
    'static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1)',
    (provider, text, a, b, _types, environment) =>
      compositeFormat(text, [a, b], providerCulture(provider), environment),
    'string.Format(CultureInfo.InvariantCulture, "{0}{1}", 1, 2) // "12"',
  ),
  member(
    'static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2)',
    (provider, text, a, b, c, _types, environment) =>
      compositeFormat(text, [a, b, c], providerCulture(provider), environment),
    'string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}", 1, 2, 3) // "123"',
  ),
  member(
    'static string Format(IFormatProvider? provider, string format, params object[] args)',
    (provider, text, args, _types, environment) =>
      compositeFormat(text, [...args.items], providerCulture(provider), environment),
    'string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}{3}", 1, 2, 3, 4) // "1234"',
  ),
];

export const joinMembers: readonly MemberDeclaration[] = [...concat, ...join, ...format];

function* boxed(values: unknown, type: NetType): Generator<unknown> {
  for (const value of iterate(values, type)) yield box(value, type);
}

/** The texts of boxed values, one after the other. @throws LimitExceeded */
function joined(
  values: Iterable<unknown>,
  separator: string | null,
  environment: Environment,
): string {
  let text = '';
  let isFirst = true;
  for (const value of values) {
    environment.spend();
    text += (isFirst ? '' : (separator ?? '')) + toText(value);
    environment.allowLength(text.length);
    isFirst = false;
  }
  return text;
}

/** @throws ArgumentOutOfRangeException */
function part({ items }: NetArray, start: number, count: number): Iterable<unknown> {
  if (start < 0)
    throw new ArgumentOutOfRangeException('startIndex', 'StartIndex cannot be less than zero.');
  if (count < 0) throw new ArgumentOutOfRangeException('count', 'Count cannot be less than zero.');
  if (start + count > items.length)
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'Index and count must refer to a location within the buffer.',
    );
  return items.slice(start, start + count);
}
