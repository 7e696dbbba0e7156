import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { elementFrom } from '../../runtime/collections/copyArray.ts';
import { copyItems } from '../../runtime/collections/copyItems.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import type { FixedList } from '../../runtime/regex/FixedList.ts';

const member = membersOf<FixedList<object>>();

/** As Array.SetValue. @throws ArgumentException, IndexOutOfRangeException, InvalidCastException */
function setItem(array: NetArray, index: number, item: object): void {
  if (array.lengths.length !== 1)
    throw new ArgumentException('Array was not a one-dimensional array.');
  array.at(index);
  array.setAt(index, elementFrom(item, array.elementType));
}

/** What collections of matches, groups and captures are. */
export function fixedListInterfaces(item: string): readonly string[] {
  return [`IList<${item}>`, `IReadOnlyList<${item}>`, 'System.Collections.IList'];
}

/**
 * What collections of matches, groups and captures have. `example` is an expression for a
 * collection with three elements, `second` the text of the second one.
 */
export function fixedListMembers(
  item: string,
  example: string,
  second: string,
): readonly MemberDeclaration[] {
  return [
    member('int Count { get; }', (self) => self.count, `${example}.Count // 3`),
    member('bool IsReadOnly { get; }', () => true, `${example}.IsReadOnly // true`),
    member('bool IsSynchronized { get; }', () => false, `${example}.IsSynchronized // false`),
    member(
      'object SyncRoot { get; }',
      ({ owner }) => owner,
      `${example}.SyncRoot == null // false`,
    ),
    {
      signature: `${item} this[int i] { get; }`,
      implementation: (self: FixedList<object>, index: number) => self.at(index),
      examples: [
        `${example}[1].ToString() // "${second}"`,
        `${example}[3] // throws System.ArgumentOutOfRangeException`,
      ],
    },
    member(
      'void CopyTo(Array array, int arrayIndex)',
      (self, array, index, _types, environment) => {
        environment.spend(self.count);
        for (let i = 0; i < self.count; i++) setItem(array, index + i, self.at(i));
      },
      `((Func<string>)(() => { var a = new object[3]; ${example}.CopyTo((Array)a, 0); return a[1].ToString(); }))() // "${second}"`,
    ),
    {
      signature: `void CopyTo(${item}[] array, int arrayIndex)`,
      implementation: (
        self: FixedList<object>,
        array: NetArray,
        index: number,
        _types: unknown,
        environment: Environment,
      ) => copyItems(self, array, index, environment),
      examples: [
        `((Func<string>)(() => { var a = new ${item}[3]; ${example}.CopyTo(a, 0); return a[1].Value; }))() // "${second}"`,
      ],
    },
  ];
}
