import { Date } from './dates.ts';
import type { Filter } from './Filter.ts';
import * as html from './html.ts';
import * as lists from './lists.ts';
import * as numbers from './numbers.ts';
import * as replacing from './replacing.ts';
import * as text from './text.ts';

/**
 * The standard filters of DotLiquid under their C# names, which is what Azure's gateways know
 * (https://learn.microsoft.com/azure/api-management/set-body-policy#supported-liquid-filters).
 */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>(
  Object.entries({ ...lists, ...numbers, ...text, ...html, ...replacing, Date }),
);
