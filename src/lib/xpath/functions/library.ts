/** The core function library (§4), by name. */
import { booleanFunctions } from './booleans.ts';
import type { FunctionDeclaration } from './FunctionDeclaration.ts';
import { nodeSetFunctions } from './nodeSets.ts';
import { numberFunctions } from './numbers.ts';
import { stringFunctions } from './strings.ts';

export const functions: ReadonlyMap<string, FunctionDeclaration> = new Map<
  string,
  FunctionDeclaration
>(
  Object.entries({
    ...nodeSetFunctions,
    ...stringFunctions,
    ...booleanFunctions,
    ...numberFunctions,
  }),
);
