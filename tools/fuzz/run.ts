/**
 * Gives random texts to everything that reads what others write, and prints those for which a
 * guarantee does not hold (never throws, never hangs, points into the text):
 *
 *     npm run fuzz -- --seconds 600
 *     npm run fuzz -- --target checker --seed 7 --count 1000
 */
import { parseArgs } from 'node:util';
import { Random } from '../csharp-oracle/Random.ts';
import { search } from './search.ts';
import { targets } from './targets.ts';
import { shrink } from './target.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    count: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string' },
  },
});

const seed = Number(values.seed ?? Date.now() % 1_000_000);
const chosen = targets.filter(({ name }) => name === (values.target ?? name));
const until = performance.now() + Number(values.seconds) * 1_000;
const most = Number(values.count ?? Number.POSITIVE_INFINITY);
const random = new Random(seed);
const seen = new Set<string>();
let texts = 0;
while (texts < most && (values.count !== undefined || performance.now() < until)) {
  const batch = Math.min(200, most - texts);
  for (const { target, text, error } of search(chosen, random, batch)) {
    const words = whereOf(error);
    if (seen.has(words)) continue;
    seen.add(words);
    const shortest = JSON.stringify(shrink(target, text, error)).slice(0, 2_000);
    console.log(`${target.name}: ${words}\n  ${shortest}\n`);
  }
  texts += batch;
}
console.log(`seed ${seed}: ${texts} texts, ${seen.size} findings`);
process.exitCode = seen.size > 0 ? 1 : 0;

/** What went wrong and where: the same place counts once. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const from = (cause instanceof Error ? cause : error).stack ?? '';
  const frames = from.split('\n').filter((line) => line.includes('/src/'));
  return [error.message, cause instanceof Error ? cause.message : '', ...frames.slice(0, 2)]
    .filter((part) => part !== '')
    .join(' | ');
}
