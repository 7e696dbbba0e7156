/** What can be put at the end of a StringBuilder. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentNullException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newLine } from '../../runtime/newLine.ts';
import type { TextBuilder } from '../../runtime/TextBuilder.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import { toText } from '../../runtime/toText.ts';
import { printedKinds } from './printedKinds.ts';

const member = membersOf<TextBuilder>();

/** A member a kind; the text of its signature is made here, so TypeScript cannot read it. */
const appendKinds: readonly MemberDeclaration[] = printedKinds.map(
  ({ keyword, text, literal, printed }) => ({
    signature: `StringBuilder Append(${keyword} value)`,
    implementation: (
      self: TextBuilder,
      value: unknown,
      _types: unknown,
      environment: Environment,
    ) => self.append(text(value), environment),
    examples: [`new StringBuilder().Append(${literal}).ToString() // "${printed}"`],
  }),
);

export const appendMembers: readonly MemberDeclaration[] = [
  ...appendKinds,
  member(
    'StringBuilder Append(string? value)',
    (self, value, _types, environment) => self.append(value ?? '', environment),
    'new StringBuilder("a").Append("b").ToString() // "ab"',
  ),
  member(
    'StringBuilder Append(string? value, int startIndex, int count)',
    (self, value, startIndex, count, _types, environment) =>
      self.append(partOf(value, startIndex, count), environment),
    'new StringBuilder().Append("abcd", 1, 2).ToString() // "bc"',
  ),
  member(
    'StringBuilder Append(StringBuilder? value)',
    (self, value, _types, environment) => self.append(value?.text ?? '', environment),
    'new StringBuilder("a").Append(new StringBuilder("b")).ToString() // "ab"',
  ),
  member(
    'StringBuilder Append(StringBuilder? value, int startIndex, int count)',
    (self, value, startIndex, count, _types, environment) =>
      self.append(partOf(value?.text ?? null, startIndex, count), environment),
    'new StringBuilder().Append(new StringBuilder("abc"), 1, 2).ToString() // "bc"',
  ),
  member(
    'StringBuilder Append(object? value)',
    (self, value, _types, environment) => self.append(toText(value), environment),
    'new StringBuilder().Append((object)1.5).ToString() // "1.5"',
  ),
  member(
    'StringBuilder Append(char value, int repeatCount)',
    (self, value, repeatCount, _types, environment) => {
      if (repeatCount < 0) throw new ArgumentOutOfRangeException('repeatCount');
      environment.allowLength(self.text.length + repeatCount);
      return self.append(String.fromCharCode(value).repeat(repeatCount), environment);
    },
    `new StringBuilder().Append('-', 3).ToString() // "---"`,
  ),
  member(
    'StringBuilder Append(char[]? value)',
    (self, value: NetArray | null, _types, environment) =>
      self.append(textOfUnits(value), environment),
    `new StringBuilder().Append(new[] { 'a', 'b' }).ToString() // "ab"`,
  ),
  member(
    'StringBuilder Append(char[]? value, int startIndex, int charCount)',
    (self, value: NetArray | null, startIndex, charCount, _types, environment) =>
      self.append(unitsOf(value, startIndex, charCount), environment),
    `new StringBuilder().Append(new[] { 'a', 'b' }, 1, 1).ToString() // "b"`,
  ),
  member(
    'StringBuilder AppendLine()',
    (self, _types, environment) => self.append(newLine, environment),
    `new StringBuilder("a").AppendLine().ToString().TrimEnd() // "a"`,
  ),
  member(
    'StringBuilder AppendLine(string? value)',
    (self, value, _types, environment) => self.append((value ?? '') + newLine, environment),
    `new StringBuilder().AppendLine("a").ToString().TrimEnd() // "a"`,
  ),
];

/** @throws ArgumentNullException, ArgumentOutOfRangeException */
function partOf(text: string | null, startIndex: number, count: number): string {
  if (startIndex < 0) throw new ArgumentOutOfRangeException('startIndex');
  if (count < 0) throw new ArgumentOutOfRangeException('count');
  if (text === null && (startIndex !== 0 || count !== 0)) throw new ArgumentNullException('value');
  if (text === null || count === 0) return '';
  if (startIndex + count > text.length) throw new ArgumentOutOfRangeException('startIndex');
  return text.slice(startIndex, startIndex + count);
}

/** As `partOf`, but an empty part must lie within the array too. */
function unitsOf(value: NetArray | null, startIndex: number, charCount: number): string {
  if (startIndex < 0) throw new ArgumentOutOfRangeException('startIndex');
  if (charCount < 0) throw new ArgumentOutOfRangeException('charCount');
  if (value && startIndex + charCount > value.length)
    throw new ArgumentOutOfRangeException('charCount');
  return partOf(value && textOfUnits(value), startIndex, charCount);
}
