import { toText } from '../toText.ts';

/** A key as messages show it. */
export function keyText(key: unknown): string {
  if (key === null || key === undefined) return '{null}';
  return typeof key === 'string' ? `"${key}"` : toText(key);
}
