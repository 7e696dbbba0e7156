import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { FormatException } from './exceptions.ts';

/**
 * `Enum.ToString(format)`: the name of a value, names of flags joined by `, `, or the number when no
 * name fits (learn.microsoft.com/dotnet/standard/base-types/enumeration-format-strings).
 */
export function enumText(value: number, definition: TypeDefinition, format: string | null): string {
  const { declaration } = definition;
  switch ((format ?? '').toUpperCase()) {
    case '':
    case 'G':
      return nameOf(value, declaration.values ?? {}, declaration.flags === true);
    case 'F':
      return nameOf(value, declaration.values ?? {}, true);
    case 'D':
      return String(value);
    case 'X':
      return (value >>> 0).toString(16).toUpperCase().padStart(8, '0');
    default:
      throw new FormatException(
        'Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".',
      );
  }
}

function nameOf(value: number, values: Readonly<Record<string, number>>, flags: boolean): string {
  const entries = Object.entries(values);
  const exact = entries.find(([, number]) => number === value);
  if (exact) return exact[0];
  return (flags ? flagNames(value, entries) : undefined) ?? String(value);
}

/** Names of the bits that are set, greatest first taken, printed from the least. */
function flagNames(
  value: number,
  entries: readonly (readonly [string, number])[],
): string | undefined {
  const names: string[] = [];
  let rest = value;
  for (const [name, bits] of entries.toSorted(([, a], [, b]) => (b >>> 0) - (a >>> 0))) {
    if (bits === 0 || (rest & bits) !== bits) continue;
    names.unshift(name);
    rest &= ~bits;
  }
  return rest === 0 && names.length > 0 ? names.join(', ') : undefined;
}
