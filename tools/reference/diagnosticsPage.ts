import { problems as policyProblems } from '../../src/engine/problems.ts';
import { problems as typeProblems } from '../../src/expressions/check/problems.ts';
import { messages as syntaxProblems } from '../../src/expressions/syntax/syntaxErrors.ts';
import { xmlProblems } from '../../src/lib/xml/problems.ts';
import { problems as configurationProblems } from '../../src/model/problems.ts';
import { code, page, plain, table } from './markdown.ts';

interface Row {
  readonly number: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Every numbered diagnostic, as the tables of the rooms have it. */
export function diagnosticsPage(): string {
  return page(
    '# Diagnostics',
    'What `sallyport check`, the editor and a start can say of documents and configurations. `{0}`, `{1}` … stand for details; most diagnostics come with a hint that fits the place.',
    '## Policy documents',
    rows(Object.entries(policyProblems).map(([number, entry]) => withHint(number, entry))),
    '## Expressions',
    'Numbers are those of Microsoft’s C# compiler, where it has the same diagnostic. All are errors unless the place says otherwise.',
    rows(Object.entries({ ...syntaxProblems, ...typeProblems }).map(error)),
    '## XML',
    'All are errors: XML 1.0 §1.2 calls every one of them fatal.',
    rows(
      Object.entries(xmlProblems).map(([number, [message, hint]]) => ({
        number,
        severity: 'error',
        message,
        hint,
      })),
    ),
    '## Configurations',
    rows(Object.entries(configurationProblems).map(([number, entry]) => withHint(number, entry))),
  );
}

function withHint(number: string, entry: readonly string[]): Row {
  const [severity = '', message = '', hint] = entry;
  return { number, severity, message, hint };
}

function error([number, message]: readonly [string, string]): Row {
  return { number, severity: 'error', message };
}

function rows(all: readonly Row[]): string | undefined {
  const hasHints = all.some(({ hint }) => hint !== undefined);
  return table(
    ['Number', 'Severity', 'Message', ...(hasHints ? ['What to do'] : [])],
    all
      .toSorted((one, other) => (one.number < other.number ? -1 : 1))
      .map(({ number, severity, message, hint }) => [
        code(number),
        severity,
        plain(message),
        ...(hasHints ? [plain(hint ?? '')] : []),
      ]),
  );
}
