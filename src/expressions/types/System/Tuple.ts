import { defineType } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { ReferenceTuple } from '../../runtime/ReferenceTuple.ts';
import { toText } from '../../runtime/toText.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { elementCounts, numbers, parameters, typeList } from './tupleSignatures.ts';

/** .NET has these; the eighth is called Rest and must be a tuple itself. */
const counts = elementCounts.slice(0, 8);

/** https://learn.microsoft.com/dotnet/api/system.tuple-2 with 1 to 8 elements. */
export const tupleTypes: readonly TypeDefinition[] = counts.map((count) =>
  defineType({
    name: `System.Tuple<${typeList(count)}>`,
    kind: 'class',
    implements: ['IComparable'],
    behaviour: {
      text: (value: ReferenceTuple) => `(${flatText(value)})`,
      key: (value: ReferenceTuple) => value.key,
      compare: (value: ReferenceTuple, other: ReferenceTuple) => value.compareTo(other),
    },
    members: membersOfTuple(count),
  }),
);

function membersOfTuple(count: number): MemberDeclaration[] {
  const sample = `Tuple.Create(${numbers(count).join()})`;
  return [
    {
      signature: `Tuple(${parameters(count)})`,
      implementation: constructFrom(count),
      examples: [`new Tuple<${typesOf(count)}>(${valuesOf(count)}).Item1 // 1`],
    },
    ...numbers(count).map((n) => ({
      signature: `T${n} ${itemName(n)} { get; }`,
      implementation: ({ items }: ReferenceTuple) => items[n - 1],
      examples: [`${sample}.${itemName(n)}${n === 8 ? '.Item1' : ''} // ${n}`],
    })),
  ];
}

function itemName(n: number): string {
  return n === 8 ? 'Rest' : `Item${n}`;
}

function typesOf(count: number): string {
  return numbers(count)
    .map((n) => (n === 8 ? 'Tuple<int>' : 'int'))
    .join();
}

function valuesOf(count: number): string {
  return numbers(count)
    .map((n) => (n === 8 ? 'Tuple.Create(8)' : n))
    .join();
}

/** What the eighth element holds stands beside the other seven. */
function flatText(tuple: ReferenceTuple): string {
  const rest = tuple.items[7];
  if (!(rest instanceof ReferenceTuple)) return tuple.partsText();
  const own = tuple.items.slice(0, 7).map((_, i) => toText(tuple.boxedItem(i)));
  return [...own, flatText(rest)].join(', ');
}

/** @throws ArgumentException when the eighth element is no tuple */
function constructFrom(count: number): (...args: unknown[]) => ReferenceTuple {
  return (...args) => {
    const types = args[count] as readonly NetType[];
    const items = args.slice(0, count);
    if (count === 8 && !(items[7] instanceof ReferenceTuple)) {
      throw new ArgumentException('The last element of an eight element tuple must be a Tuple.');
    }
    return new ReferenceTuple(tupleTypes[count - 1]!.construct(types), items);
  };
}

/** Arguments, then the types of the elements, then the environment. */
function createFrom(count: number): (...args: unknown[]) => ReferenceTuple {
  return (...args) => {
    const types = args[count] as readonly NetType[];
    const items = args.slice(0, count);
    if (count < 8) return new ReferenceTuple(tupleTypes[count - 1]!.construct(types), items);
    const rest = new ReferenceTuple(tupleTypes[0]!.construct(types.slice(7)), items.slice(7));
    const type = tupleTypes[7]!.construct([...types.slice(0, 7), rest.type]);
    return new ReferenceTuple(type, [...items.slice(0, 7), rest]);
  };
}

/** The eighth element is a tuple of its own. */
function created(count: number): string {
  return count < 8 ? typeList(count) : `${typeList(7)}, Tuple<T8>`;
}

/** https://learn.microsoft.com/dotnet/api/system.tuple */
export const SystemTuple = defineType({
  name: 'System.Tuple',
  kind: 'class',
  members: counts.map((count) => ({
    signature: `static Tuple<${created(count)}> Create<${typeList(count)}>(${parameters(count)})`,
    implementation: createFrom(count),
    examples: [`Tuple.Create(${numbers(count).join()}).Item1 // 1`],
  })),
});
