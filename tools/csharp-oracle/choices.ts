/** Where Mono is not what we follow, and why: the data is in choices.json. */
import choices from './choices.json' with { type: 'json' };
import { showAnswer } from './Answer.ts';
import type { Answer } from './Answer.ts';
import type { Case } from './Case.ts';

/** Regular expressions, all of which must match where they are given. */
export interface Choice {
  readonly member?: string;
  readonly expression?: string;
  /** Of either answer. */
  readonly answer?: string;
  /** What Mono answered. */
  readonly mono?: string;
  /** What we answer. */
  readonly ours?: string;
  readonly reason: string;
}

/** The choice that explains why the answers to a case differ. */
export function choiceFor(one: Case, mono: Answer, ours: Answer): Choice | undefined {
  const [theirs, own] = [showAnswer(mono), showAnswer(ours)];
  return (choices as readonly Choice[]).find(
    (choice) =>
      matches(choice.member, one.member) &&
      matches(choice.expression, one.expression) &&
      matches(choice.answer, theirs, own) &&
      matches(choice.mono, theirs) &&
      matches(choice.ours, own),
  );
}

function matches(pattern: string | undefined, ...texts: readonly string[]): boolean {
  return pattern === undefined || texts.some((text) => new RegExp(pattern).test(text));
}
