import {
  parseExpressionText,
  parseStatementText,
  parseTypeText,
} from '../../src/expressions/syntax/parse.ts';
import { endOfExpression } from '../../src/expressions/syntax/skip.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { expressionOf, statementsOf } from './grammar.ts';
import { mutate } from './mutate.ts';
import { expressionSeeds, pieces, statementSeeds } from './seeds.ts';
import { assertInside } from './spans.ts';
import type { Target } from './target.ts';
import type { Random } from '../csharp-oracle/Random.ts';

/** Any text is read as an expression, as statements and as a type. */
export const parser: Target = {
  name: 'parser',
  generate(random) {
    switch (random.below(4)) {
      case 0:
        return Array.from({ length: random.below(60) }, () => random.pick(pieces)).join(' ');
      case 1:
        return nested(random);
      default:
        return mutate(csharp(random), pieces, random);
    }
  },
  run(text) {
    const source = new SourceText('fuzz.cs', text);
    for (const parse of [parseExpressionText, parseStatementText, parseTypeText]) {
      assertInside(parse(source).diagnostics, text);
    }
    endOfExpression(`@(${text}`, 0);
    endOfExpression(`@{${text}`, 0);
  },
};

export function csharp(random: Random): string {
  return random.pick<() => string>([
    () => random.pick(expressionSeeds),
    () => random.pick(statementSeeds),
    () => expressionOf(random, 6),
    () => statementsOf(random, 4),
  ])();
}

/** A few pieces in themselves, often. */
function nested(random: Random): string {
  const before = Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces)).join(' ');
  const after = Array.from({ length: random.below(3) }, () => random.pick(pieces)).join(' ');
  const times = random.below(2_000);
  return `${before} `.repeat(times) + random.pick(pieces) + ` ${after}`.repeat(times);
}
