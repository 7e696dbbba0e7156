import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/lib/source/Diagnostic.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { checkText } from '../../src/server/checkPath.ts';
import { fillPlaceholders } from './placeholders.ts';
import type { Filling } from './placeholders.ts';

/** Policy documents of other people, kept beside the repository and not in it. */
const folder = new URL('../../../shared/corpus/policies/', import.meta.url);

/** Why tests of these documents are skipped; false when the documents are there. */
export const skip = existsSync(folder) ? false : 'the corpus is not here';

export interface CorpusDocument {
  readonly id: string;
  /** As found. */
  readonly text: string;
}

export function corpusDocuments(): CorpusDocument[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({
      id: file.replace('.xml', ''),
      text: readFileSync(new URL(file, folder), 'utf8'),
    }));
}

/** What is known of the documents: `node tools/corpus/judge.ts` writes it, but for the reasons. */
export interface Known {
  /** Documents with faults of their own, by what is found in them. */
  readonly faulty: readonly {
    /** The codes of their errors, in alphabetical order. */
    readonly codes: string;
    readonly reason: string;
    readonly ids: readonly string[];
  }[];
  /** Values for the placeholders of other tools, by document. */
  readonly fillings: Readonly<Record<string, Filling>>;
}

const file = new URL('known.json', import.meta.url);

export function readKnown(): Known {
  return JSON.parse(readFileSync(file, 'utf8')) as Known;
}

/** What is wrong with a document whose placeholders have these values. */
export function errorsOf({ id, text }: CorpusDocument, filling: Filling = []): Diagnostic[] {
  const source = new SourceText(id, fillPlaceholders(text, filling));
  return checkText(source, true).filter(({ severity }) => severity === 'error');
}

/** The codes of errors as `Known` has them. */
export function codesOf(errors: readonly Diagnostic[]): string {
  return [...new Set(errors.map(({ code }) => code))].toSorted().join(' ');
}
