import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Answer } from './Answer.ts';
import type { Verdict } from './judge.ts';

/** Where the agreed cases are kept. */
export const vectorsFolder = new URL('../../conformance/expressions/', import.meta.url);

/** When C# answered: a time without a date is one of that day. */
const answeredFile = new URL('answered.json', vectorsFolder);

/** Longest text of an answer that is kept. */
const maxText = 2_000;

/** Writes the cases on which both sides agree, a file a namespace, each expression once. */
export function writeVectors(verdicts: readonly Verdict[]): number {
  for (const file of readdirSync(vectorsFolder)) {
    if (file.endsWith('.jsonl.gz')) rmSync(new URL(file, vectorsFolder));
  }
  const agreed = verdicts.filter(({ kind, mono }) => kind === 'agreed' && isShort(mono));
  const once = [...new Map(agreed.map((each) => [each.case.expression, each])).values()];
  for (const [file, group] of Map.groupBy(once, fileOf)) {
    const text = group.map(lineOf).join('\n') + '\n';
    writeFileSync(new URL(`${file}.jsonl.gz`, vectorsFolder), gzipSync(text, { level: 9 }));
  }
  writeFileSync(answeredFile, `{ "at": "${new Date().toISOString()}" }\n`);
  return once.length;
}

/** A long answer takes long to make and shows no more. */
function isShort(answer: Answer): boolean {
  return !('text' in answer) || answer.text.length <= maxText;
}

/** `System.Linq` of `System.Linq.Enumerable.First`. */
function fileOf({ case: { member } }: Verdict): string {
  const ofLanguage = /^(?:operators|language)(?=: )/.exec(member);
  if (ofLanguage) return ofLanguage[0];
  return member.split('.').slice(0, -2).join('.');
}

function lineOf({ case: { id, expression }, mono }: Verdict): string {
  return JSON.stringify({ id, expression, ...mono });
}
