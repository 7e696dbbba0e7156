import { defineType } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ReferenceTuple } from '../../runtime/ReferenceTuple.ts';
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
      text: (value: ReferenceTuple) => `(${value.partsText()})`,
      key: (value: ReferenceTuple) => value.key,
      compare: (value: ReferenceTuple, other: ReferenceTuple) => value.compareTo(other),
    },
    members: membersOfTuple(count),
  }),
);

function membersOfTuple(count: number): MemberDeclaration[] {
  const sample = `new Tuple<${numbers(count)
    .map(() => 'int')
    .join()}>(${numbers(count).join()})`;
  return [
    {
      signature: `Tuple(${parameters(count)})`,
      implementation: createFrom(count),
      examples: [`${sample}.Item1 // 1`],
    },
    ...numbers(count).map((n) => ({
      signature: `T${n} ${itemName(n)} { get; }`,
      implementation: ({ items }: ReferenceTuple) => items[n - 1],
      examples: [`${sample}.${itemName(n)} // ${n}`],
    })),
  ];
}

function itemName(n: number): string {
  return n === 8 ? 'Rest' : `Item${n}`;
}

/** Arguments, then the types of the elements, then the environment. */
function createFrom(count: number): (...args: unknown[]) => ReferenceTuple {
  return (...args) => {
    const types = args[count] as readonly NetType[];
    return new ReferenceTuple(tupleTypes[count - 1]!.construct(types), args.slice(0, count));
  };
}

/** https://learn.microsoft.com/dotnet/api/system.tuple */
export const SystemTuple = defineType({
  name: 'System.Tuple',
  kind: 'class',
  members: counts.map((count) => ({
    signature: `static Tuple<${typeList(count)}> Create<${typeList(count)}>(${parameters(count)})`,
    implementation: createFrom(count),
    examples: [`Tuple.Create(${numbers(count).join()}).Item1 // 1`],
  })),
});
