import type { Random } from '../csharp-oracle/Random.ts';

/** Something that takes any text. */
export interface Target {
  readonly name: string;
  /** How many texts the tests try. */
  readonly slice?: number;
  /** A text that is likely to find something. */
  generate(random: Random): string;
  /** Gives the text to the product; throws when a guarantee does not hold. */
  run(text: string): void;
}

/** A text for which a guarantee does not hold. */
export interface Finding {
  readonly target: Target;
  readonly text: string;
  readonly error: unknown;
}

/** Milliseconds that no text of the lengths tried here may take. */
export const maxMs = 5_000;

/** What goes wrong with a text; undefined when nothing does. */
export function failureOf(target: Target, text: string): unknown {
  const started = performance.now();
  try {
    target.run(text);
  } catch (error) {
    return error ?? new Error('threw nothing');
  }
  const ms = performance.now() - started;
  return ms > maxMs ? new Error(`took ${Math.round(ms)} ms`) : undefined;
}

/** A shorter text that fails with the same words. */
export function shrink(target: Target, text: string, error: unknown): string {
  const words = String(error);
  let best = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length;) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (String(failureOf(target, shorter)) === words) best = shorter;
      else at += size;
    }
  }
  return best;
}
