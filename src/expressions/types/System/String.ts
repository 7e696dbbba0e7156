import { defineType, membersOf } from '../../declare/defineType.ts';
import { CharEnumerator } from '../../runtime/collections/structEnumerators.ts';
import { IndexOutOfRangeException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { compareTexts, stringComparisons } from '../../runtime/textComparison.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { SystemChar } from './Char.ts';
import { comparisonMembers } from './stringComparisonMembers.ts';
import { repeat, substring } from './stringEditing.ts';
import { editMembers } from './stringEditMembers.ts';
import { formMembers } from './stringFormMembers.ts';
import { joinMembers } from './stringJoinMembers.ts';
import { searchMembers } from './stringSearchMembers.ts';
import { splitMembers } from './stringSplitMembers.ts';
import { trim } from './stringTrim.ts';
import { TypeCode } from './TypeCode.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringComparison: number;
    StringSplitOptions: number;
    CharEnumerator: CharEnumerator;
  }
}

const member = membersOf<string>();

/**
 * https://learn.microsoft.com/dotnet/api/system.string. The current culture is the invariant one.
 * Where .NET Framework, on which Azure's gateways grew up, and modern .NET differ, it does as the
 * former: texts without `StringComparison` are searched and ordered as Windows' cultures do.
 */
export const SystemString: TypeDefinition = defineType({
  name: 'System.String',
  keyword: 'string',
  kind: 'class',
  implements: [
    'ICloneable',
    'IComparable',
    'IComparable<string>',
    'IConvertible',
    'IEnumerable<char>',
    'IEquatable<string>',
  ],
  represents: String,
  behaviour: {
    text: (value: string) => value,
    equals: (value: string, other) => value === other,
    key: (value: string) => value,
    compare: (value: string, other: string) =>
      compareTexts(value, other, stringComparisons.CurrentCulture),
  },
  members: [
    member(
      'String(char c, int count)',
      (c, count, _types, environment) => repeat(c, count, environment),
      'new string(\'a\', 3) // "aaa"',
      "new string('a', -1) // throws System.ArgumentOutOfRangeException",
    ),
    member(
      'String(char[]? value)',
      (value: NetArray | null) => textOfUnits(value),
      "new string(new[] { 'a', 'b' }) // \"ab\"",
    ),
    member(
      'String(char[] value, int startIndex, int length)',
      (value, start, length) => substring(textOfUnits(value), start, length),
      "new string(new[] { 'a', 'b' }, 1, 1) // \"b\"",
    ),
    member('static readonly string Empty', '', 'string.Empty // ""'),
    member('int Length { get; }', (self) => self.length, '"echo".Length // 4'),
    member(
      'char this[int index] { get; }',
      (self, index) => {
        if (index < 0 || index >= self.length) throw new IndexOutOfRangeException();
        return self.charCodeAt(index);
      },
      '"echo"[1] // \'c\'',
      '""[0] // throws System.IndexOutOfRangeException',
    ),
    member('TypeCode GetTypeCode()', () => TypeCode.String, '"".GetTypeCode() // TypeCode.String'),
    member(
      'CharEnumerator GetEnumerator()',
      (self) =>
        new CharEnumerator(SystemChar.construct(), iterate(self, SystemChar.construct()), true),
      '((Func<int>)(() => { var n = 0; foreach (var c in "abc") n++; return n; }))() // 3',
    ),
    member('object Clone()', (self) => self, '"a".Clone() // "a"'),
    member('static string Copy(string str)', (str) => str, 'string.Copy("a") // "a"'),
    member('static string Intern(string str)', (str) => str, 'string.Intern("a") // "a"'),
    member('static string? IsInterned(string str)', (str) => str, 'string.IsInterned("a") // "a"'),
    member(
      'static bool IsNullOrEmpty(string? value)',
      (value) => value === null || value === '',
      'string.IsNullOrEmpty("") // true',
      'string.IsNullOrEmpty(null) // true',
    ),
    member(
      'static bool IsNullOrWhiteSpace(string? value)',
      (value) => value === null || trim(value) === '',
      'string.IsNullOrWhiteSpace(" \\t") // true',
    ),
    ...comparisonMembers,
    ...searchMembers,
    ...editMembers,
    ...formMembers,
    ...splitMembers,
    ...joinMembers,
  ],
});

const enumeratorMember = membersOf<CharEnumerator>();

/** https://learn.microsoft.com/dotnet/api/system.charenumerator */
export const SystemCharEnumerator = defineType({
  name: 'System.CharEnumerator',
  kind: 'class',
  implements: ['IEnumerator<char>', 'ICloneable'],
  represents: CharEnumerator,
  members: [
    enumeratorMember(
      'char Current { get; }',
      (self) => Number(self.current),
      '((Func<char>)(() => { var e = "abc".GetEnumerator(); e.MoveNext(); return e.Current; }))() // \'a\'',
    ),
    enumeratorMember(
      'bool MoveNext()',
      (self, _types, environment) => self.moveNext(environment),
      '"".GetEnumerator().MoveNext() // false',
    ),
    enumeratorMember(
      'void Reset()',
      (self) => self.reset(),
      '((Func<bool>)(() => { var e = "a".GetEnumerator(); e.MoveNext(); e.Reset(); return e.MoveNext(); }))() // true',
    ),
    enumeratorMember(
      'void Dispose()',
      (self) => self.dispose(),
      '((Func<bool>)(() => { var e = "a".GetEnumerator(); e.Dispose(); return true; }))() // true',
    ),
  ],
});
