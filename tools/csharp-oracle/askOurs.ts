import { evaluate } from '../../src/cli/evaluation/evaluate.ts';
import type { Answer } from './Answer.ts';

/** Our answer to an expression in the notation of policies. */
export function askOurs(expression: string): Answer {
  const result = evaluate({ expression });
  switch (result.kind) {
    case 'value':
      return { type: result.type, text: result.text };
    case 'exception':
      return { exception: result.error };
    default:
      return { refused: result.diagnostics.map(({ message }) => message).join(' ') };
  }
}
