import { compileExpression } from '../../src/expressions/evaluate.ts';
import {
  defaultLimits,
  Environment,
  LimitExceeded,
} from '../../src/expressions/runtime/Environment.ts';
import { NetException } from '../../src/expressions/runtime/exceptions.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { mutate } from './mutate.ts';
import { csharp } from './parser.ts';
import { pieces } from './seeds.ts';
import { assertInside } from './spans.ts';
import type { Target } from './target.ts';

/** Any C# is checked; what compiles runs to a value, an exception of .NET or a limit. */
export const checker: Target = {
  name: 'checker',
  generate: (random) =>
    random.chance(0.5) ? csharp(random) : mutate(csharp(random), pieces, random),
  run(text) {
    for (const form of ['expression', 'statements'] as const) {
      const source = new SourceText('fuzz.cs', text);
      const { expression, diagnostics } = compileExpression(source, form, { registry: netTypes });
      assertInside(diagnostics, text);
      if (expression && !/\bcontext\b/.test(text)) evaluate(expression);
    }
  },
};

const world = { now: () => 0, randomBytes: (count: number) => new Uint8Array(count) };
const limits = { ...defaultLimits, maxSteps: 20_000 };

function evaluate(expression: {
  evaluate(context: unknown, environment: Environment): unknown;
}): void {
  try {
    expression.evaluate(null, new Environment(world, limits));
  } catch (error) {
    if (!(error instanceof NetException) && !(error instanceof LimitExceeded)) throw error;
  }
}
