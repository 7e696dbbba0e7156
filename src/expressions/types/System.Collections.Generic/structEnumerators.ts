/** The structs that enumerate .NET's collections: `List<T>.Enumerator` and its kin. */
import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Constructor } from '../../declare/defineType.ts';
import {
  DictionaryEnumerator,
  HashSetEnumerator,
  KeyEnumerator,
  ListEnumerator,
  QueueEnumerator,
  StackEnumerator,
  ValueEnumerator,
} from '../../runtime/collections/structEnumerators.ts';
import type { Enumerator } from '../../runtime/Enumerator.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';

const member = membersOf<Enumerator>();

interface StructEnumerator {
  /** `List.Enumerator<T>`, as declarations name nested types. */
  readonly name: string;
  readonly element: string;
  readonly represents: Constructor;
  /** Of a collection with one element. */
  readonly example: string;
  /** `default` of the struct, which has nothing to enumerate. */
  readonly zero: (typeArguments: readonly NetType[]) => Enumerator;
}

const pair = 'new Dictionary<int, int> { { 1, 2 } }';

const enumerators: readonly StructEnumerator[] = [
  {
    name: 'List.Enumerator<T>',
    element: 'T',
    represents: ListEnumerator,
    example: 'new List<int> { 1 }',
    zero: ([type]) => new ListEnumerator(type!, []),
  },
  {
    name: 'HashSet.Enumerator<T>',
    element: 'T',
    represents: HashSetEnumerator,
    example: 'new HashSet<int> { 1 }',
    zero: ([type]) => new HashSetEnumerator(type!, []),
  },
  {
    name: 'Queue.Enumerator<T>',
    element: 'T',
    represents: QueueEnumerator,
    example: 'new Queue<int>(new[] { 1 })',
    zero: ([type]) => new QueueEnumerator(type!, [], true),
  },
  {
    name: 'Stack.Enumerator<T>',
    element: 'T',
    represents: StackEnumerator,
    example: 'new Stack<int>(new[] { 1 })',
    zero: ([type]) => new StackEnumerator(type!, [], true),
  },
  {
    name: 'Dictionary.Enumerator<TKey, TValue>',
    element: 'KeyValuePair<TKey, TValue>',
    represents: DictionaryEnumerator,
    example: pair,
    zero: (types) => new DictionaryEnumerator(types, pairTypeOf(types), []),
  },
  {
    name: 'Dictionary.KeyCollection.Enumerator<TKey, TValue>',
    element: 'TKey',
    represents: KeyEnumerator,
    example: `${pair}.Keys`,
    zero: (types) => new KeyEnumerator(types, types[0]!, []),
  },
  {
    name: 'Dictionary.ValueCollection.Enumerator<TKey, TValue>',
    element: 'TValue',
    represents: ValueEnumerator,
    example: `${pair}.Values`,
    zero: (types) => new ValueEnumerator(types, types[1]!, []),
  },
];

export const structEnumeratorTypes: readonly TypeDefinition[] = enumerators.map(
  ({ name, element, represents, example, zero }) =>
    defineType({
      name: `System.Collections.Generic.${name}`,
      kind: 'struct',
      implements: [`IEnumerator<${element}>`],
      represents,
      behaviour: { zero },
      members: [
        {
          signature: `${element} Current { get; }`,
          implementation: (self: Enumerator) => self.current,
          examples: [
            `((Func<string>)(() => { var e = ${example}.GetEnumerator(); e.MoveNext(); return e.Current.ToString(); }))() == "" // false`,
          ],
        },
        member(
          'bool MoveNext()',
          (self, _types, environment) => self.moveNext(environment),
          `${example}.GetEnumerator().MoveNext() // true`,
        ),
        member(
          'void Dispose()',
          (self) => self.dispose(),
          `((Func<bool>)(() => { var e = ${example}.GetEnumerator(); e.Dispose(); return true; }))() // true`,
        ),
      ],
    }),
);

function pairTypeOf(types: readonly NetType[]): NetType {
  const { registry } = structEnumeratorTypes[0]!;
  return registry.named('System.Collections.Generic.KeyValuePair', types);
}
