import { escapeString } from './escapeString.ts';

/** What encloses a place in JSON: nothing, an object, an array, a constructor call. */
export type ContainerKind = 'None' | 'Object' | 'Array' | 'Constructor';

/** One step on the way from the root to a place. */
export interface PositionStep {
  readonly kind: ContainerKind;
  /** Of an object; null before its first property. */
  readonly name: string | null;
  /** Of an array or a constructor. */
  readonly index: number;
}

/** Names that are written in brackets. */
const special = /[. '/"[\]()\t\n\r\f\b\\\u0085\u2028\u2029]/;

/** The path of a place as messages and `JToken.Path` have it: `orders[0]['unit price'].currency`. */
export function pathOf(steps: Iterable<PositionStep>): string {
  let path = '';
  for (const { kind, name, index } of steps) {
    if (kind === 'Object') path += nameStep(name ?? '', path === '');
    else if (kind !== 'None') path += `[${index}]`;
  }
  return path;
}

function nameStep(name: string, isFirst: boolean): string {
  if (special.test(name)) return `['${escapeString(name, "'")}']`;
  return isFirst ? name : `.${name}`;
}
