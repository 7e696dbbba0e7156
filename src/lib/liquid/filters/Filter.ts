import { toText } from '../convert.ts';
import type { Rendering } from '../Rendering.ts';
import type { LiquidValue } from '../values.ts';

/** A filter of DotLiquid. */
export interface Filter {
  /** Names of its arguments; of one that may be left out, with `?` behind it. */
  readonly args: readonly string[];
  /** As many `args` as were written. @throws LiquidError */
  apply(input: LiquidValue, args: readonly LiquidValue[], run: Rendering): LiquidValue;
}

/** A filter of a text, which hands nothing on as nothing. */
export function ofText(
  args: readonly string[],
  apply: (text: string, args: readonly LiquidValue[], run: Rendering) => LiquidValue,
): Filter {
  return {
    args,
    apply: (input, values, run) => {
      const text = toText(input);
      if (text === null) return null;
      run.allowText(text.length);
      return apply(text, values, run);
    },
  };
}

/** The text of an argument; what it is instead when it was left out or is nothing. @throws LiquidError */
export function textArgument(
  args: readonly LiquidValue[],
  index: number,
  otherwise: string,
): string {
  return toText(args[index] ?? null) ?? otherwise;
}
