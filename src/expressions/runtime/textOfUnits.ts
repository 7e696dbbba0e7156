import type { NetArray } from './NetArray.ts';

/** The text that the characters of a `char[]` make; none of null. */
export function textOfUnits(chars: NetArray | null): string {
  if (chars === null) return '';
  let text = '';
  for (const unit of chars.items) text += String.fromCharCode(Number(unit));
  return text;
}
