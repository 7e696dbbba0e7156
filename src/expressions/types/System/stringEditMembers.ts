/** Parts of a string, and strings with something put in, taken out or replaced. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { newLine } from '../../runtime/newLine.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { cultureComparison } from '../../runtime/textComparison.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import {
  insert,
  pad,
  remove,
  removeFrom,
  replace,
  replaceBy,
  replaceUnit,
  substring,
} from './stringEditing.ts';
import { trim } from './stringTrim.ts';

const member = membersOf<string>();
const space = 0x20;

/** Line ends as `string.ReplaceLineEndings` knows them (Unicode 15 section 5.8, without VT). */
const lineEnd = /\r\n|[\r\n\f\u0085\u2028\u2029]/g;

const parts: readonly MemberDeclaration[] = [
  member(
    'string Substring(int startIndex)',
    (self, start) => substring(self, start),
    '"contoso".Substring(3) // "toso"',
    '"a".Substring(2) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'string Substring(int startIndex, int length)',
    (self, start, length) => substring(self, start, length),
    '"contoso".Substring(3, 2) // "to"',
  ),
  member(
    'string Insert(int startIndex, string value)',
    (self, start, value, _types, environment) => insert(self, start, value, environment),
    '"ac".Insert(1, "b") // "abc"',
  ),
  member('string Remove(int startIndex)', removeFrom, '"abc".Remove(1) // "a"'),
  member('string Remove(int startIndex, int count)', remove, '"abc".Remove(1, 1) // "ac"'),
];

const replacements: readonly MemberDeclaration[] = [
  member(
    'string Replace(char oldChar, char newChar)',
    replaceUnit,
    '"a-b".Replace(\'-\', \'$\') // "a$b"',
  ),
  member(
    'string Replace(string oldValue, string? newValue)',
    (self, from, to, _types, environment) => replace(self, from, to ?? '', environment),
    '"a-b".Replace("-", "") // "ab"',
    '"a".Replace("", "b") // throws System.ArgumentException',
  ),
  member(
    'string Replace(string oldValue, string? newValue, StringComparison comparisonType)',
    (self, from, to, comparison, _types, environment) =>
      replaceBy(self, from, to ?? '', comparison, environment),
    '"aXb".Replace("x", "-", StringComparison.OrdinalIgnoreCase) // "a-b"',
  ),
  member(
    'string Replace(string oldValue, string? newValue, bool ignoreCase, CultureInfo? culture)',
    (self, from, to, ignoreCase, _culture, _types, environment) =>
      replaceBy(self, from, to ?? '', cultureComparison(ignoreCase), environment),
    '"aXb".Replace("x", "-", true, null) // "a-b"',
  ),
  member(
    'string ReplaceLineEndings()',
    (self) => self.replaceAll(lineEnd, newLine),
    '"a\\r\\nb".ReplaceLineEndings().Length // 3',
  ),
  member(
    'string ReplaceLineEndings(string replacementText)',
    (self, to, _types, environment) => {
      const lines = self.split(lineEnd);
      environment.allowLength(self.length + (lines.length - 1) * to.length);
      return lines.join(to);
    },
    '"a\\r\\nb\\nc".ReplaceLineEndings(";") // "a;b;c"',
  ),
];

const trims: readonly MemberDeclaration[] = [
  member('string Trim()', (self) => trim(self), '" a ".Trim() // "a"'),
  member(
    'string Trim(char trimChar)',
    (self, unit) => trim(self, String.fromCharCode(unit)),
    '"-a-".Trim(\'-\') // "a"',
  ),
  member(
    'string Trim(params char[]? trimChars)',
    (self, units: NetArray | null) => trim(self, textOfUnits(units)),
    '"-a.".Trim(\'-\', \'.\') // "a"',
  ),
  member('string TrimStart()', (self) => trim(self, '', 'start'), '" a ".TrimStart() // "a "'),
  member(
    'string TrimStart(char trimChar)',
    (self, unit) => trim(self, String.fromCharCode(unit), 'start'),
    '"-a-".TrimStart(\'-\') // "a-"',
  ),
  member(
    'string TrimStart(params char[]? trimChars)',
    (self, units: NetArray | null) => trim(self, textOfUnits(units), 'start'),
    '".-a".TrimStart(\'-\', \'.\') // "a"',
  ),
  member('string TrimEnd()', (self) => trim(self, '', 'end'), '" a ".TrimEnd() // " a"'),
  member(
    'string TrimEnd(char trimChar)',
    (self, unit) => trim(self, String.fromCharCode(unit), 'end'),
    '"-a-".TrimEnd(\'-\') // "-a"',
  ),
  member(
    'string TrimEnd(params char[]? trimChars)',
    (self, units: NetArray | null) => trim(self, textOfUnits(units), 'end'),
    '"a.-".TrimEnd(\'-\', \'.\') // "a"',
  ),
];

const pads: readonly MemberDeclaration[] = [
  member(
    'string PadLeft(int totalWidth)',
    (self, width, _types, environment) => pad(self, width, space, 'start', environment),
    '"7".PadLeft(3) // "  7"',
  ),
  member(
    'string PadLeft(int totalWidth, char paddingChar)',
    (self, width, unit, _types, environment) => pad(self, width, unit, 'start', environment),
    '"7".PadLeft(3, \'0\') // "007"',
  ),
  member(
    'string PadRight(int totalWidth)',
    (self, width, _types, environment) => pad(self, width, space, 'end', environment),
    '"7".PadRight(3) // "7  "',
  ),
  member(
    'string PadRight(int totalWidth, char paddingChar)',
    (self, width, unit, _types, environment) => pad(self, width, unit, 'end', environment),
    '"7".PadRight(3, \'0\') // "700"',
  ),
];

export const editMembers: readonly MemberDeclaration[] = [
  ...parts,
  ...replacements,
  ...trims,
  ...pads,
];
