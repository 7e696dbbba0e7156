/** What StringBuilder appends after formatting or joining it. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { box } from '../../runtime/boxing.ts';
import { compositeFormat } from '../../runtime/compositeFormat.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { iterate } from '../../runtime/iterate.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { TextBuilder } from '../../runtime/TextBuilder.ts';
import { toText } from '../../runtime/toText.ts';
import type { NetType } from '../../typeSystem/NetType.ts';

const member = membersOf<TextBuilder>();

const formatInvariant: readonly MemberDeclaration[] = [
  member(
    'StringBuilder AppendFormat(string format, object? arg0)',
    (self, format, a, _types, environment) => appendFormat(self, null, format, [a], environment),
    'new StringBuilder().AppendFormat("{0:D3}", 7).ToString() // "007"',
  ),
  member(
    'StringBuilder AppendFormat(string format, object? arg0, object? arg1)',
    (self, format, a, b, _types, environment) =>
      appendFormat(self, null, format, [a, b], environment),
    'new StringBuilder().AppendFormat("{0}-{1}", 1, 2).ToString() // "1-2"',
  ),
  member(
    'StringBuilder AppendFormat(string format, object? arg0, object? arg1, object? arg2)',
    (self, format, a, b, c, _types, environment) =>
      appendFormat(self, null, format, [a, b, c], environment),
    'new StringBuilder().AppendFormat("{0}{1}{2}", 1, 2, 3).ToString() // "123"',
  ),
  member(
    'StringBuilder AppendFormat(string format, params object[] args)',
    (self, format, args, _types, environment) =>
      appendFormat(self, null, format, [...args.items], environment),
    'new StringBuilder().AppendFormat("{0}{1}{2}{3}", 1, 2, 3, 4).ToString() // "1234"',
    'new StringBuilder().AppendFormat("{0") // throws System.FormatException',
  ),
];

const formatForCulture: readonly MemberDeclaration[] = [
  member(
    'StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0)',
    (self, provider, format, a, _types, environment) =>
      appendFormat(self, provider, format, [a], environment),
    'new StringBuilder().AppendFormat(CultureInfo.GetCultureInfo("de-DE"), "{0}", 1.5).ToString() // "1,5"',
  ),
  member(
    'StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0, object? arg1)',
    (self, provider, format, a, b, _types, environment) =>
      appendFormat(self, provider, format, [a, b], environment),
    'new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "{0}{1}", 1, 2).ToString() // "12"',
  ),
  member(
    'StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2)',
    (self, provider, format, a, b, c, _types, environment) =>
      appendFormat(self, provider, format, [a, b, c], environment),
    'new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "{0}{1}{2}", 1, 2, 3).ToString() // "123"',
  ),
  member(
    'StringBuilder AppendFormat(IFormatProvider? provider, string format, params object[] args)',
    (self, provider, format, args, _types, environment) =>
      appendFormat(self, provider, format, [...args.items], environment),
    'new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "{0}{1}{2}{3}", 1, 2, 3, 4).ToString() // "1234"',
  ),
];

const joins: readonly MemberDeclaration[] = [
  member(
    'StringBuilder AppendJoin(string? separator, params object[] values)',
    (self, separator, values, _types, environment) =>
      appendEach(self, separator ?? '', [...values.items], environment),
    'new StringBuilder().AppendJoin(", ", 1, true).ToString() // "1, True"',
  ),
  member(
    'StringBuilder AppendJoin(string? separator, params string[] values)',
    (self, separator, values, _types, environment) =>
      appendEach(self, separator ?? '', [...values.items], environment),
    'new StringBuilder().AppendJoin(", ", "a", "b").ToString() // "a, b"',
  ),
  member(
    'StringBuilder AppendJoin<T>(string? separator, IEnumerable<T> values)',
    (self, separator, values: unknown, [type], environment) =>
      appendEach(self, separator ?? '', boxed(values, type!), environment),
    'new StringBuilder().AppendJoin(", ", new List<int> { 1, 2 }).ToString() // "1, 2"',
  ),
  member(
    'StringBuilder AppendJoin(char separator, params object[] values)',
    (self, separator, values, _types, environment) =>
      appendEach(self, String.fromCharCode(separator), [...values.items], environment),
    `new StringBuilder().AppendJoin(',', 1, true).ToString() // "1,True"`,
  ),
  member(
    'StringBuilder AppendJoin(char separator, params string[] values)',
    (self, separator, values, _types, environment) =>
      appendEach(self, String.fromCharCode(separator), [...values.items], environment),
    `new StringBuilder().AppendJoin(',', "a", "b").ToString() // "a,b"`,
  ),
  member(
    'StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values)',
    (self, separator, values: unknown, [type], environment) =>
      appendEach(self, String.fromCharCode(separator), boxed(values, type!), environment),
    `new StringBuilder().AppendJoin(',', new List<int> { 1, 2 }).ToString() // "1,2"`,
  ),
];

export const formatMembers: readonly MemberDeclaration[] = [
  ...formatInvariant,
  ...formatForCulture,
  ...joins,
];

function appendFormat(
  self: TextBuilder,
  provider: unknown,
  format: string,
  args: readonly unknown[],
  environment: Environment,
): TextBuilder {
  const culture = provider === null ? invariantCulture : providerCulture(provider);
  return self.append(compositeFormat(format, args, culture, environment), environment);
}

function* boxed(values: unknown, type: NetType): Generator<unknown> {
  for (const value of iterate(values, type)) yield box(value, type);
}

function appendEach(
  self: TextBuilder,
  separator: string,
  values: Iterable<unknown>,
  environment: Environment,
): TextBuilder {
  let isFirst = true;
  for (const value of values) {
    environment.spend();
    self.append((isFirst ? '' : separator) + toText(value), environment);
    isFirst = false;
  }
  return self;
}
