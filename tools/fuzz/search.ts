import type { Random } from '../csharp-oracle/Random.ts';
import { failureOf } from './target.ts';
import type { Finding, Target } from './target.ts';

/** Tries `count` texts, the targets in turn. */
export function search(targets: readonly Target[], random: Random, count: number): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < count; at++) {
    const target = targets[at % targets.length];
    if (!target) break;
    const text = target.generate(random);
    const error = failureOf(target, text);
    if (error !== undefined) findings.push({ target, text, error });
  }
  return findings;
}
