import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { copyItems } from '../../runtime/collections/copyItems.ts';
import type { AddOnlyCollection } from '../../runtime/cryptography/AddOnlyCollection.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { NetArray } from '../../runtime/NetArray.ts';

type Collection = AddOnlyCollection<unknown>;

const member = membersOf<Collection>();

/** What collections that only grow are. */
export function addOnlyInterfaces(item: string): readonly string[] {
  return ['System.Collections.ICollection', `IEnumerable<${item}>`];
}

/**
 * What all of them have: `parameter` is what Microsoft calls the item that is added, `collection` an
 * expression for an empty one, `made` for an item.
 */
export function addOnlyMembers(
  item: string,
  parameter: string,
  collection: string,
  made: string,
): readonly MemberDeclaration[] {
  const filled = `new ${collection} { ${made} }`;
  return [
    member('int Count { get; }', ({ count }) => count, `new ${collection}().Count // 0`),
    member(
      'bool IsSynchronized { get; }',
      () => false,
      `new ${collection}().IsSynchronized // false`,
    ),
    member('object SyncRoot { get; }', (self) => self, `${filled}.SyncRoot == null // false`),
    {
      signature: `int Add(${item} ${parameter})`,
      implementation: (
        self: Collection,
        added: unknown,
        _types: unknown,
        environment: Environment,
      ) => self.add(added, environment),
      examples: [
        `${filled}.Add(${made}) // 1`,
        `new ${collection}().Add(null) // throws System.ArgumentNullException`,
      ],
    },
    {
      signature: `${item} this[int index] { get; }`,
      implementation: (self: Collection, index: number) => self.at(index),
      examples: [
        `${filled}[0] == null // false`,
        `${filled}[1] // throws System.ArgumentOutOfRangeException`,
      ],
    },
    {
      signature: `void CopyTo(${item}[] array, int index)`,
      implementation: (
        self: Collection,
        array: NetArray,
        index: number,
        _types: unknown,
        environment: Environment,
      ) => copyItems(self, array, index, environment),
      examples: [
        `((Func<bool>)(() => { var a = new ${item}[2]; ${filled}.CopyTo(a, 1); return a[1] == null; }))() // false`,
      ],
    },
  ];
}
