/** §4.4 */
import { declare } from './FunctionDeclaration.ts';

export const numberFunctions = {
  number: declare('number', ['number?'], ({ node, evaluation: { tree, numbers } }, value) =>
    value === undefined ? numbers.read(tree.valueOf(node)) : value,
  ),
  sum: declare('number', ['node-set'], ({ evaluation: { tree, numbers } }, nodes) =>
    nodes.reduce((sum, node) => sum + numbers.read(tree.valueOf(node)), 0),
  ),
  floor: declare('number', ['number'], (_context, value) => Math.floor(value)),
  ceiling: declare('number', ['number'], (_context, value) => Math.ceil(value)),
  round: declare('number', ['number'], (_context, value) => Math.round(value)),
} as const;
