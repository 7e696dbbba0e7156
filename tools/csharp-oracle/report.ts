import { showAnswer } from './Answer.ts';
import type { Verdict } from './judge.ts';

/** Longest part of an expression or answer that is shown. */
const shown = 300;
/** Differences that are shown of a member. */
const shownOfMember = 6;

/** What a run found, for a person. */
export function report(verdicts: readonly Verdict[]): string {
  const count = (kind: Verdict['kind']): number =>
    verdicts.filter((verdict) => verdict.kind === kind).length;
  return [
    ...differencesOf(verdicts),
    ...choicesOf(verdicts),
    `${count('agreed')} agreed, ${count('different')} different, ${count('chosen')} chosen otherwise, ` +
      `${count('refused')} not comparable, of ${verdicts.length}.`,
  ].join('\n');
}

/** Where the cases were blind: members that Mono answered nothing about, by the name of the case. */
export function neverCompared(names: Iterable<string>, verdicts: readonly Verdict[]): string {
  const compared = new Set(
    verdicts.filter(({ kind }) => kind !== 'refused').map(({ case: { member } }) => member),
  );
  const all = new Set(names);
  const missing = [...all].filter((name) => !compared.has(name)).toSorted();
  return [`${missing.length} of ${all.size} members were never compared:`, ...missing].join('\n');
}

/** Some of each member. */
function differencesOf(verdicts: readonly Verdict[]): string[] {
  const different = verdicts.filter(({ kind }) => kind === 'different');
  const byMember = Map.groupBy(different, ({ case: { member } }) => member);
  return [...byMember].map(([member, group]) => {
    const more = group.length > 1 ? ` (${group.length} times)` : '';
    return [`${member}${more}`, ...group.slice(0, shownOfMember).map(exampleOf)].join('\n');
  });
}

function exampleOf({ case: one, mono, ours }: Verdict): string {
  return [
    `  ${one.expression.slice(0, shown)}`,
    `  C#:   ${showAnswer(mono).slice(0, shown)}`,
    `  ours: ${showAnswer(ours).slice(0, shown)}`,
  ].join('\n');
}

function choicesOf(verdicts: readonly Verdict[]): string[] {
  const byReason = Map.groupBy(verdicts, ({ choice }) => choice?.reason);
  return [...byReason].flatMap(([reason, group]) =>
    reason === undefined ? [] : [`${group.length} chosen otherwise: ${reason}`],
  );
}
