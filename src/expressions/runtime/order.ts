/** Which of two .NET values comes first: `IComparable` and `Comparer<T>.Default`. */
import type { Behaviour } from '../declare/defineType.ts';
import { underlyingOf } from '../typeSystem/kinds.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { Box } from './Box.ts';
import { behaviourWith } from './equality.ts';
import { ArgumentException } from './exceptions.ts';
import { typeOf } from './typeOf.ts';

/** `IComparer<T>` over static representations. Every .NET comparer class is one of these. */
export interface Comparer {
  /** Negative, zero or positive. */
  compare(x: unknown, y: unknown): number;
}

const comparers = new WeakMap<NetType, Comparer>();

/** `Comparer<T>.Default`. */
export function orderOf(type: NetType): Comparer {
  let comparer = comparers.get(type);
  if (!comparer) comparers.set(type, (comparer = { compare: comparisonOf(type) }));
  return comparer;
}

function comparisonOf(type: NetType): Comparer['compare'] {
  const inner = underlyingOf(type);
  if (inner.kind !== 'named') return compareBoxed;
  const { representation, declaration } = inner.definition;
  const { behaviour } = declaration;
  if (isSmall(inner)) return nullsFirst((x, y) => (x as number) - (y as number));
  if (representation === 'number' || representation === 'bigint') return nullsFirst(compareNumbers);
  if (!hasOrder(behaviour) || !isSealed(inner.definition)) return compareBoxed;
  return nullsFirst((x, y) => behaviour.compare(x as never, y as never));
}

const smallTypes = new Set([
  'System.Byte',
  'System.Char',
  'System.Int16',
  'System.SByte',
  'System.UInt16',
]);

/** Numbers that .NET compares by their difference. */
function isSmall(type: NetType): boolean {
  return type.kind === 'named' && smallTypes.has(type.definition.fullName);
}

type Ordered = Required<Pick<Behaviour<never>, 'compare'>>;

function hasOrder(behaviour: Behaviour<never> | undefined): behaviour is Ordered {
  return behaviour !== undefined && 'compare' in behaviour;
}

/** Whether all values of a type are of just this type, so that its own order is the only one. */
function isSealed(definition: TypeDefinition): boolean {
  return definition.isValueType || definition.representation === 'string';
}

function nullsFirst(compare: Comparer['compare']): Comparer['compare'] {
  return (x, y) => {
    if (x === null) return y === null ? 0 : -1;
    return y === null ? 1 : compare(x, y);
  };
}

/** As `Double.CompareTo`: NaN stands before every other number. */
function compareNumbers(x: unknown, y: unknown): number {
  const [one, other] = [x as number, y as number];
  if (one < other) return -1;
  if (one > other) return 1;
  if (one === other) return 0;
  return Number(Number.isNaN(other)) - Number(Number.isNaN(one));
}

/** `Comparer.Default` over boxed values. @throws ArgumentException when they have no order. */
export function compareBoxed(x: unknown, y: unknown): number {
  if (x === y) return 0;
  if (x === null || x === undefined) return -1;
  if (y === null || y === undefined) return 1;
  const result = compareTo(x, y);
  if (result !== undefined) return result;
  const reversed = compareTo(y, x);
  if (reversed !== undefined) return -reversed;
  throw new ArgumentException('At least one object must implement IComparable.');
}

/** `x.CompareTo(y)`; undefined when x is not IComparable. */
function compareTo(x: NonNullable<unknown>, y: NonNullable<unknown>): number | undefined {
  const isNumber = typeof x === 'number' || typeof x === 'bigint' || x instanceof Box;
  const behaviour = behaviourWith('compare', x);
  if (!isNumber && !behaviour) return undefined;
  const [type, other] = [typeOf(x), typeOf(y)];
  if (type?.kind === 'named' && type !== other && isSealed(type.definition)) {
    throw new ArgumentException(`Object must be of type ${type.definition.simpleName}.`);
  }
  if (isNumber && type && isSmall(type)) return Number(valueOf(x)) - Number(valueOf(y));
  if (isNumber) return compareNumbers(valueOf(x), valueOf(y));
  return behaviour?.compare(x as never, y as never);
}

function valueOf(value: NonNullable<unknown>): unknown {
  return value instanceof Box ? value.value : value;
}
