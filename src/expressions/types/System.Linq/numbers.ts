/** Sum, Average, Max and Min of numbers: for each kind also of nullable ones and by a selector. */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import { orderOf } from '../../runtime/order.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { greatest, least } from './extremes.ts';
import { numberKinds } from './numberKinds.ts';
import type { NumberKind } from './numberKinds.ts';

interface Operation {
  readonly name: string;
  readonly result: (kind: NumberKind) => string;
  /** The result over values that are not null; null when there are none and nulls are allowed. */
  readonly compute: (values: Iterable<unknown>, kind: NumberKind, isNullable: boolean) => unknown;
  /** What the examples give: over 1 and 2, and over nothing when nulls are allowed. */
  readonly example: (kind: NumberKind) => string;
  readonly emptyExample: (kind: NumberKind) => string;
}

const operations: readonly Operation[] = [
  {
    name: 'Sum',
    result: ({ keyword }) => keyword,
    compute: sum,
    example: ({ suffix }) => `3${suffix}`,
    emptyExample: ({ suffix }) => `0${suffix}`,
  },
  {
    name: 'Average',
    result: ({ meanKeyword }) => meanKeyword,
    compute: average,
    example: ({ meanSuffix }) => `1.5${meanSuffix}`,
    emptyExample: () => 'null',
  },
  {
    name: 'Max',
    result: ({ keyword }) => keyword,
    compute: (values, { type }) => greatest(values, orderOf(type())),
    example: ({ suffix }) => `2${suffix}`,
    emptyExample: () => 'null',
  },
  {
    name: 'Min',
    result: ({ keyword }) => keyword,
    compute: (values, { type }) => least(values, orderOf(type())),
    example: ({ suffix }) => `1${suffix}`,
    emptyExample: () => 'null',
  },
];

export const numberMembers: readonly MemberDeclaration[] = operations.flatMap((operation) =>
  numberKinds.flatMap((kind) => [
    ...overloads(operation, kind, false),
    ...overloads(operation, kind, true),
  ]),
);

/** Over a sequence of numbers, and over what a selector makes of elements. */
function overloads(
  operation: Operation,
  kind: NumberKind,
  isNullable: boolean,
): MemberDeclaration[] {
  const { name } = operation;
  const mark = isNullable ? '?' : '';
  const [value, result] = [`${kind.keyword}${mark}`, `${operation.result(kind)}${mark}`];
  return [
    {
      signature: `static ${result} ${name}(this IEnumerable<${value}> source)`,
      implementation: (source: unknown, _types: readonly NetType[], environment: Environment) =>
        compute(operation, kind, isNullable, elements(source, kind.type(), environment)),
      examples: examplesOf(operation, kind, isNullable),
    },
    {
      signature: `static ${result} ${name}<TSource>(this IEnumerable<TSource> source, Func<TSource, ${value}> selector)`,
      implementation: (
        source: unknown,
        selector: (item: unknown) => unknown,
        [type]: readonly NetType[],
        environment: Environment,
      ) =>
        compute(
          operation,
          kind,
          isNullable,
          Iterator.from(elements(source, type!, environment)).map((item) => selector(item)),
        ),
      examples: [
        `new[] { "a", "bb" }.${name}(s => (${value})s.Length) // ${operation.example(kind)}`,
      ],
    },
  ];
}

function examplesOf(operation: Operation, kind: NumberKind, isNullable: boolean): string[] {
  const { keyword, suffix } = kind;
  const { name } = operation;
  if (!isNullable) {
    const array = `new[] { 1${suffix}, 2${suffix} }`;
    const empty = name === 'Sum' ? `0${suffix}` : 'throws System.InvalidOperationException';
    return [
      `${array}.${name}() // ${operation.example(kind)}`,
      `new ${keyword}[0].${name}() // ${empty}`,
    ];
  }
  return [
    `new ${keyword}?[] { 1${suffix}, null, 2${suffix} }.${name}() // ${operation.example(kind)}`,
    `new ${keyword}?[] { null }.${name}() // ${operation.emptyExample(kind)}`,
  ];
}

function* elements(source: unknown, type: NetType, environment: Environment): Generator<unknown> {
  for (const item of iterate(source, type)) {
    environment.spend();
    yield item;
  }
}

function compute(
  operation: Operation,
  kind: NumberKind,
  isNullable: boolean,
  values: IteratorObject<unknown>,
): unknown {
  const present = isNullable ? values.filter((value) => value !== null) : values;
  const result = operation.compute(present, kind, isNullable);
  if (result !== null || isNullable) return result;
  throw new InvalidOperationException('Sequence contains no elements');
}

function sum(values: Iterable<unknown>, kind: NumberKind): unknown {
  let result = kind.zero;
  for (const value of values) result = kind.add(result as never, value as never);
  return kind.total(result as never);
}

function average(values: Iterable<unknown>, kind: NumberKind): unknown {
  let result = kind.zero;
  let count = 0;
  for (const value of values) {
    result = kind.addWide(result as never, value as never);
    count++;
  }
  return count === 0 ? null : kind.mean(result as never, count);
}
