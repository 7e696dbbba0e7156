import { compareTexts, stringComparisons } from '../../runtime/textComparison.ts';
import { netNumbers } from '../../runtime/xml/xpath/evaluateXPath.ts';
import type { SortKey } from '../../runtime/xml/xpath/NetXPath.ts';
import { caseOrders, dataTypes, sortOrders } from './sorting.ts';

const { InvariantCulture, InvariantCultureIgnoreCase } = stringComparisons;

/** How the keys of `AddSort` compare: as texts, or as the numbers that they look like. */
export function keyComparison(
  order: number,
  caseOrder: number,
  dataType: number,
): (x: SortKey, y: SortKey) => number {
  const sign = order === sortOrders.Ascending ? 1 : -1;
  if (dataType === dataTypes.Number) {
    return (x, y) => sign * compareNumbers(numberOf(x), numberOf(y));
  }
  if (caseOrder === caseOrders.None) {
    return (x, y) => sign * compareTexts(textOf(x), textOf(y), InvariantCulture);
  }
  // Lower case goes first by itself; descending turns round what is asked for.
  const caseSign = sign * (caseOrder === caseOrders.LowerFirst ? 1 : -1);
  return (x, y) =>
    sign * compareTexts(textOf(x), textOf(y), InvariantCultureIgnoreCase) ||
    caseSign * compareTexts(textOf(x), textOf(y), InvariantCulture);
}

/** What is no number goes first. */
function compareNumbers(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  return Math.sign(x - y) || 0;
}

function numberOf(key: SortKey): number {
  return typeof key === 'string' ? netNumbers.read(key) : Number(key);
}

function textOf(key: SortKey): string {
  return typeof key === 'number' ? netNumbers.write(key) : String(key);
}
