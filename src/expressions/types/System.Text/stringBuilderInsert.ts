import { replace as replaceText } from '../System/stringEditing.ts';
/** What can be put into a StringBuilder at a place, and in place of what. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
} from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import type { TextBuilder } from '../../runtime/TextBuilder.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import { toText } from '../../runtime/toText.ts';
import { printedKinds } from './printedKinds.ts';

const member = membersOf<TextBuilder>();

const insertKinds: readonly MemberDeclaration[] = printedKinds.map(
  ({ keyword, text, literal, printed }) => ({
    signature: `StringBuilder Insert(int index, ${keyword} value)`,
    implementation: (
      self: TextBuilder,
      index: number,
      value: unknown,
      _types: unknown,
      environment: Environment,
    ) => self.insert(index, text(value), environment),
    examples: [`new StringBuilder("[]").Insert(1, ${literal}).ToString() // "[${printed}]"`],
  }),
);

export const insertMembers: readonly MemberDeclaration[] = [
  ...insertKinds,
  member(
    'StringBuilder Insert(int index, string? value)',
    (self, index, value, _types, environment) => self.insert(index, value ?? '', environment),
    'new StringBuilder("ac").Insert(1, "b").ToString() // "abc"',
    'new StringBuilder("ac").Insert(3, "b") // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'StringBuilder Insert(int index, string? value, int count)',
    (self, index, value, count, _types, environment) => {
      if (count < 0) throw new ArgumentOutOfRangeException('count');
      const text = value ?? '';
      environment.allowLength(self.text.length + text.length * count);
      return self.insert(index, text.repeat(count), environment);
    },
    'new StringBuilder("ac").Insert(1, "b", 2).ToString() // "abbc"',
  ),
  member(
    'StringBuilder Insert(int index, object? value)',
    (self, index, value, _types, environment) => self.insert(index, toText(value), environment),
    'new StringBuilder("[]").Insert(1, (object)1.5).ToString() // "[1.5]"',
  ),
  member(
    'StringBuilder Insert(int index, char[]? value)',
    (self, index, value: NetArray | null, _types, environment) =>
      self.insert(index, textOfUnits(value), environment),
    `new StringBuilder("ad").Insert(1, new[] { 'b', 'c' }).ToString() // "abcd"`,
  ),
  member(
    'StringBuilder Insert(int index, char[]? value, int startIndex, int charCount)',
    (self, index, value: NetArray | null, startIndex, charCount, _types, environment) => {
      if (index < 0 || index > self.text.length) throw new ArgumentOutOfRangeException('index');
      if (value === null && (startIndex !== 0 || charCount !== 0))
        throw new ArgumentNullException('value');
      if (startIndex < 0) throw new ArgumentOutOfRangeException('startIndex');
      if (charCount < 0) throw new ArgumentOutOfRangeException('charCount');
      const units = textOfUnits(value);
      if (startIndex + charCount > units.length)
        throw new ArgumentOutOfRangeException('startIndex');
      return self.insert(index, units.slice(startIndex, startIndex + charCount), environment);
    },
    `new StringBuilder("ad").Insert(1, new[] { 'b', 'c' }, 1, 1).ToString() // "acd"`,
  ),
  member(
    'StringBuilder Replace(char oldChar, char newChar)',
    (self, oldChar, newChar, _types, environment) =>
      replace(self, String.fromCharCode(oldChar), String.fromCharCode(newChar), environment),
    `new StringBuilder("a-b").Replace('-', '+').ToString() // "a+b"`,
  ),
  member(
    'StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)',
    (self, oldChar, newChar, startIndex, count, _types, environment) => {
      self.requireRange(startIndex, count, 'count');
      const [from, to] = [String.fromCharCode(oldChar), String.fromCharCode(newChar)];
      return replace(self, from, to, environment, startIndex, count);
    },
    `new StringBuilder("---").Replace('-', '+', 1, 1).ToString() // "-+-"`,
  ),
  member(
    'StringBuilder Replace(string oldValue, string? newValue)',
    (self, oldValue, newValue, _types, environment) =>
      replace(self, oldValue, newValue ?? '', environment),
    'new StringBuilder("abab").Replace("a", "").ToString() // "bb"',
    'new StringBuilder("a").Replace("", "b") // throws System.ArgumentException',
  ),
  member(
    'StringBuilder Replace(string oldValue, string? newValue, int startIndex, int count)',
    (self, oldValue, newValue, startIndex, count, _types, environment) => {
      self.requireRange(startIndex, count, 'count');
      return replace(self, oldValue, newValue ?? '', environment, startIndex, count);
    },
    'new StringBuilder("abab").Replace("a", "c", 1, 3).ToString() // "abcb"',
  ),
];

/** @throws ArgumentException */
function replace(
  self: TextBuilder,
  from: string,
  to: string,
  environment: Environment,
  startIndex = 0,
  count = self.text.length,
): TextBuilder {
  if (from === '') throw new ArgumentException('Empty name is not legal.', 'oldValue');
  const end = startIndex + count;
  const replaced = replaceText(self.text.slice(startIndex, end), from, to, environment);
  environment.allowLength(self.text.length - count + replaced.length);
  return self.replaceAll(self.text.slice(0, startIndex) + replaced + self.text.slice(end));
}
