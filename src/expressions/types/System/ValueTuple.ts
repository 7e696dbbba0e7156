import { defineType } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { ValueTuple } from '../../runtime/ValueTuple.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { elementCounts, numbers, parameters, typeList } from './tupleSignatures.ts';

/**
 * https://learn.microsoft.com/dotnet/api/system.valuetuple-2 with 1 to 16 elements. .NET nests tuples
 * of more than seven elements (`TRest`); here they are flat, which only reflection could tell.
 */
export const valueTupleTypes: readonly TypeDefinition[] = elementCounts.map((count) =>
  defineType({
    name: `System.ValueTuple<${typeList(count)}>`,
    kind: 'struct',
    implements: [
      'IComparable',
      `IComparable<ValueTuple<${typeList(count)}>>`,
      `IEquatable<ValueTuple<${typeList(count)}>>`,
    ],
    behaviour: {
      text: (value: ValueTuple) => `(${value.partsText()})`,
      key: (value: ValueTuple) => value.key,
      compare: (value: ValueTuple, other: ValueTuple) => value.compareTo(other),
      zero: (types) => create(types, types.map(defaultOf)),
    },
    members: membersOfTuple(count),
  }),
);

function create(types: readonly NetType[], items: readonly unknown[]): ValueTuple {
  return new ValueTuple(valueTupleTypes[types.length - 1]!.construct(types), items);
}

function membersOfTuple(count: number): MemberDeclaration[] {
  const sample = `new ValueTuple<${numbers(count)
    .map(() => 'int')
    .join()}>(${numbers(count).join()})`;
  const self = `ValueTuple<${typeList(count)}>`;
  return [
    {
      signature: `ValueTuple(${parameters(count)})`,
      implementation: createFrom(count),
      examples: [`${sample}.Item${count} // ${count}`],
    },
    ...numbers(count).map((n) => ({
      signature: `T${n} Item${n}`,
      implementation: ({ items }: ValueTuple) => items[n - 1],
      examples: [`${sample}.Item${n} // ${n}`],
    })),
    {
      signature: `int CompareTo(${self} other)`,
      implementation: (one: ValueTuple, other: ValueTuple) => one.compareTo(other),
      examples: [`${sample}.CompareTo(${sample}) // 0`],
    },
    {
      signature: `bool Equals(${self} other)`,
      implementation: (one: ValueTuple, other: ValueTuple) => one.key === other.key,
      examples: [`${sample}.Equals(${sample}) // true`],
    },
  ];
}

/** Arguments, then the types of the elements, then the environment. */
function createFrom(count: number): (...args: unknown[]) => ValueTuple {
  return (...args) => create(args[count] as readonly NetType[], args.slice(0, count));
}

/** https://learn.microsoft.com/dotnet/api/system.valuetuple */
export const SystemValueTuple = defineType({
  name: 'System.ValueTuple',
  kind: 'class',
  members: elementCounts.map((count) => ({
    signature: `static ValueTuple<${typeList(count)}> Create<${typeList(count)}>(${parameters(count)})`,
    implementation: createFrom(count),
    examples: [`ValueTuple.Create(${numbers(count).join()}).Item${count} // ${count}`],
  })),
});
