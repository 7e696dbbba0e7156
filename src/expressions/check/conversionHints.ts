import { isNullable, isNamed } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { KnownTypes } from './KnownTypes.ts';
import { displayType } from './displayType.ts';
import { numericName } from './numericTypes.ts';

/** What to write when a type does not convert to the wanted one by itself. */
export function conversionHint(from: NetType, to: NetType, types: KnownTypes): string | undefined {
  if (isNullable(from) && from.args[0] === to) {
    return "Use '.Value' when it cannot be null here, or '??' with a value for null.";
  }
  if (from === types.string && (numericName(to) || to === types.bool)) {
    return `Use '${displayType(to)}.Parse(…)' or 'Convert' to read it from the text.`;
  }
  if (to === types.string && isNamed(from, 'Newtonsoft.Json.Linq.JToken')) {
    return "Cast it: '(string)…'.";
  }
  if (to === types.string && from.kind === 'array' && from.element === types.string) {
    return "Take one text with '[0]', or a header with 'GetValueOrDefault(name, \"\")'.";
  }
  if (from === types.object) return `Write a cast: '(${displayType(to)})'.`;
  if (from === types.char && to === types.string) {
    return `Write a text with double quotes ("…"), or append '.ToString()'.`;
  }
  if (to === types.string) return "Append '.ToString()'.";
  if (to === types.bool && numericName(from)) return "Compare it, for example with '!= 0'.";
  return undefined;
}
