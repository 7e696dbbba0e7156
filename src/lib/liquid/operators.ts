import { endsLinguistically, startsLinguistically } from '../culture/linguisticSearch.ts';
import { areEqual, isElement, order, sameValue } from './compare.ts';
import { typeName } from './convert.ts';
import { LiquidError } from './LiquidError.ts';
import { isList, itemsOf, LiquidHash, scalarOf } from './values.ts';
import type { Rendering } from './Rendering.ts';
import type { LiquidValue } from './values.ts';

/** @throws LiquidError */
type Operator = (left: LiquidValue, right: LiquidValue, run: Rendering) => boolean;

/** An order holds only between things that are there. */
function ordered(holds: (order: number) => boolean): Operator {
  return (left, right, run) => left !== null && right !== null && holds(order(left, right, run));
}

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['==', areEqual],
  ['!=', (left, right, run) => !areEqual(left, right, run)],
  ['<>', (left, right, run) => !areEqual(left, right, run)],
  ['<', ordered((order) => order < 0)],
  ['>', ordered((order) => order > 0)],
  ['<=', ordered((order) => order <= 0)],
  ['>=', ordered((order) => order >= 0)],
  ['contains', contains],
  ['startsWith', startsWith],
  ['endsWith', endsWith],
  ['hasKey', (left, right) => left instanceof LiquidHash && left.get(wordOf(right)) !== undefined],
  ['hasValue', hasValue],
]);

export const operatorNames: readonly string[] = [...operators.keys()];

/** DotLiquid takes the name in lower case, too, and with a capital letter. */
const byName = new Map(
  [...operators].flatMap(([name, operator]) =>
    [name, name.toLowerCase(), name[0]!.toUpperCase() + name.slice(1)].map(
      (each) => [each, operator] as const,
    ),
  ),
);

export function operatorNamed(name: string): Operator | undefined {
  return byName.get(name);
}

function contains(container: LiquidValue, right: LiquidValue, run: Rendering): boolean {
  const left = scalarOf(container);
  if (typeof left === 'string') {
    run.spend(left.length >> 6);
    return right !== null && left.includes(wordOf(right));
  }
  for (const item of itemsOf(left) ?? []) {
    run.spend();
    if (isElement(item, right)) return true;
  }
  return false;
}

function startsWith(container: LiquidValue, right: LiquidValue, run: Rendering): boolean {
  const left = scalarOf(container);
  if (isList(left)) return areEqual(left[0] ?? null, right, run);
  if (typeof left !== 'string' || right === null) return false;
  run.spend(left.length >> 6);
  return startsLinguistically(left, wordOf(right), false);
}

function endsWith(container: LiquidValue, right: LiquidValue, run: Rendering): boolean {
  const left = scalarOf(container);
  if (isList(left)) return areEqual(left.at(-1) ?? null, right, run);
  if (typeof left !== 'string' || right === null) return false;
  run.spend(left.length >> 6);
  return endsLinguistically(left, wordOf(right), false);
}

function hasValue(left: LiquidValue, right: LiquidValue, run: Rendering): boolean {
  if (!(left instanceof LiquidHash)) return false;
  for (const [, value] of left.entries()) {
    run.spend();
    if (sameValue(value, right)) return true;
  }
  return false;
}

/** DotLiquid casts, it does not convert. @throws LiquidError */
function wordOf(word: LiquidValue): string {
  const value = scalarOf(word);
  if (typeof value === 'string') return value;
  if (value === null) throw new LiquidError('Value cannot be null.');
  throw new LiquidError(
    `Unable to cast object of type '${typeName(value)}' to type 'System.String'.`,
  );
}
