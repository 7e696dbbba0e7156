/** §4.4 */
import { textOf } from '../conversions.ts';
import { declare } from './FunctionDeclaration.ts';

export const numberFunctions = {
  number: declare('number', ['number?'], ({ node, evaluation }, value) =>
    value === undefined ? evaluation.numbers.read(textOf(node, evaluation)) : value,
  ),
  sum: declare('number', ['node-set'], ({ evaluation }, nodes) =>
    nodes.reduce((sum, node) => sum + evaluation.numbers.read(textOf(node, evaluation)), 0),
  ),
  floor: declare('number', ['number'], (_context, value) => Math.floor(value)),
  ceiling: declare('number', ['number'], (_context, value) => Math.ceil(value)),
  round: declare('number', ['number'], (_context, value) => Math.round(value)),
} as const;
