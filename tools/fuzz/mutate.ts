import type { Random } from '../csharp-oracle/Random.ts';

/** Longer texts than these are cut: they take time and show nothing new. */
const maxLength = 20_000;

/** The text with some random changes: pieces put in, left out, doubled, exchanged, other characters. */
export function mutate(text: string, pieces: readonly string[], random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(6); changes > 0; changes--) {
    result = changed(result, pieces, random).slice(0, maxLength);
  }
  return result;
}

function changed(text: string, pieces: readonly string[], random: Random): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + random.below(random.chance(0.8) ? 8 : 200));
  const [before, within, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (random.below(7)) {
    case 0:
      return before + after;
    case 1:
      return `${before}${random.pick(pieces)} ${within}${after}`;
    case 2:
      return before + random.pick(pieces) + after;
    case 3:
      return before + within + within + after;
    case 4:
      return before + within.repeat(2 + random.below(random.chance(0.1) ? 2000 : 20)) + after;
    case 5: {
      const other = random.below(text.length + 1);
      return before + text.slice(other, other + random.below(60)) + after;
    }
    default:
      return before + String.fromCharCode(random.below(random.chance(0.8) ? 128 : 65536)) + after;
  }
}
