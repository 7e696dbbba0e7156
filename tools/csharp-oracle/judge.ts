import { sameAnswer } from './Answer.ts';
import type { Answer } from './Answer.ts';
import type { Case } from './Case.ts';
import { choiceFor } from './choices.ts';
import type { Choice } from './choices.ts';

export interface Verdict {
  readonly case: Case;
  readonly mono: Answer;
  readonly ours: Answer;
  readonly kind: 'agreed' | 'different' | 'chosen' | 'refused';
  readonly choice?: Choice | undefined;
}

/** What Mono refuses says nothing: its compiler and library lack what is newer. */
export function judge(one: Case, mono: Answer, ours: Answer): Verdict {
  const answers = { case: one, mono, ours };
  if ('refused' in mono) return { ...answers, kind: 'refused' };
  if (sameAnswer(mono, ours)) return { ...answers, kind: 'agreed' };
  const choice = choiceFor(one, mono, ours);
  return { ...answers, kind: choice ? 'chosen' : 'different', choice };
}
