import type { Culture } from './Culture.ts';
import type { Environment } from './Environment.ts';
import { FormatException } from './exceptions.ts';
import { toText } from './toText.ts';

/** Index, width and format of one hole: `{0,-5:X2}`. */
interface Hole {
  readonly index: number;
  readonly alignment: number;
  readonly format: string | null;
  readonly end: number;
}

const hole = /\{(\d+) *(?:, *(-?\d+) *)?(?::((?:[^{}]|\{\{|\}\})*))?\}/y;

/**
 * `string.Format` over boxed values
 * (https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting).
 * @throws FormatException
 */
export function compositeFormat(
  format: string,
  args: readonly unknown[],
  culture: Culture,
  environment: Environment,
): string {
  let text = '';
  for (let at = 0; at < format.length;) {
    const character = format[at]!;
    if (character === '{' || character === '}') {
      if (format[at + 1] === character) {
        text += character;
        at += 2;
        continue;
      }
      const found = character === '{' ? holeAt(format, at) : undefined;
      if (!found) throw new FormatException('Input string was not in a correct format.');
      text += filled(found, args, culture, environment);
      at = found.end;
    } else {
      const next = format.slice(at).search(/[{}]/);
      const end = next < 0 ? format.length : at + next;
      text += format.slice(at, end);
      at = end;
    }
    environment.allowLength(text.length);
  }
  return text;
}

function holeAt(format: string, at: number): Hole | undefined {
  hole.lastIndex = at;
  const match = hole.exec(format);
  if (!match) return undefined;
  const [whole, index, alignment, own] = match;
  return {
    index: Number(index),
    alignment: Number(alignment ?? 0),
    format:
      own === undefined || own === '' ? null : own.replaceAll('{{', '{').replaceAll('}}', '}'),
    end: at + whole.length,
  };
}

function filled(
  { index, alignment, format }: Hole,
  args: readonly unknown[],
  culture: Culture,
  environment: Environment,
): string {
  if (index >= args.length) {
    throw new FormatException(
      'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
    );
  }
  environment.allowLength(Math.abs(alignment));
  const text = toText(args[index], format, culture);
  return alignment < 0 ? text.padEnd(-alignment) : text.padStart(alignment);
}
