/**
 * Compiles the documents of the corpus, prints what is wrong with which, and writes `known.json`:
 * `node tools/corpus/judge.ts`. Reasons are then written by hand, after a look at the documents.
 */
import { writeFileSync } from 'node:fs';
import { codesOf, corpusDocuments, errorsOf, readKnown } from './documents.ts';
import type { CorpusDocument } from './documents.ts';
import { findFilling } from './placeholders.ts';
import type { Filling } from './placeholders.ts';

const known = readKnown();
const fillings: Record<string, Filling> = {};
const faulty = new Map<string, string[]>();
for (const document of corpusDocuments()) {
  const { id } = document;
  const filling = fillingOf(document);
  if (filling.some((value) => value !== null)) fillings[id] = filling;
  const errors = errorsOf(document, filling);
  if (errors.length === 0) continue;
  const codes = codesOf(errors);
  faulty.set(codes, [...(faulty.get(codes) ?? []), id]);
  for (const { code, message, source, span } of errors) {
    const { line, column } = source.positionAt(span.start);
    console.log(`${id}:${line}:${column} ${code} ${message}`);
  }
}
const groups = [...faulty]
  .toSorted(([one], [other]) => one.localeCompare(other))
  .map(([codes, ids]) => {
    const before = known.faulty.filter((group) => group.codes === codes);
    const same = before.find((group) => group.ids.some((id) => ids.includes(id))) ?? before[0];
    return { codes, reason: same?.reason ?? '', ids };
  });
const text = JSON.stringify({ faulty: groups, fillings }, undefined, 2);
writeFileSync(new URL('known.json', import.meta.url), `${text}\n`);

/** The values that are known if they do, or those that are found now. */
function fillingOf(document: CorpusDocument): Filling {
  const before = known.fillings[document.id] ?? [];
  if (errorsOf(document, before).length === 0) return before;
  return findFilling(document.text, (text) =>
    errorsOf({ id: document.id, text })
      .filter(({ code }) => code !== 'APIM1001')
      .map(({ source, span }) => source.positionAt(span.start).line)
      .toSorted((one, other) => one - other),
  );
}
