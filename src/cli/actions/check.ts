import { azureAnswer } from '../../engine/azureAnswer.ts';
import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { checkPath, NothingToCheck } from '../../server/checkPath.ts';
import type { CheckPathOptions, Findings } from '../../server/checkPath.ts';
import { Complaint } from '../Complaint.ts';
import { diagnosticJson, printDiagnostic } from '../printDiagnostic.ts';
import { paint, say } from '../terminal.ts';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly assumeReferences?: boolean;
  readonly strict?: boolean;
}

export async function check(
  paths: readonly string[],
  { format, assumeReferences = false, strict = false }: CheckOptions,
): Promise<void> {
  const all: [file: string, diagnostics: readonly Diagnostic[]][] = [];
  for (const path of paths) {
    const findings = await findingsIn(path, { assumeReferences, strict });
    for (const [file, diagnostics] of findings) print(file, diagnostics, { format, strict });
    all.push(...findings);
  }
  const faulty = all.filter(([, diagnostics]) => hasErrors(diagnostics)).length;
  if (format === 'text') summarize(all, faulty);
  if (faulty > 0) process.exitCode = 1;
}

async function findingsIn(path: string, options: CheckPathOptions): Promise<Findings> {
  try {
    return await checkPath(path, options);
  } catch (error) {
    if (!(error instanceof NothingToCheck)) throw error;
    const hint =
      error.reason === 'empty'
        ? 'A configuration directory has folders such as apis and products; a folder of policies has .xml files.'
        : undefined;
    throw new Complaint(error.message, hint);
  }
}

function print(
  file: string,
  diagnostics: readonly Diagnostic[],
  { format, strict }: Pick<CheckOptions, 'format' | 'strict'>,
): void {
  if (format === 'json') {
    const shown = diagnostics.map((diagnostic) => ({
      ...diagnosticJson(diagnostic),
      ...(strict ? { azure: azureAnswer(diagnostic) ?? null } : {}),
    }));
    say(JSON.stringify({ file, diagnostics: shown }));
    return;
  }
  for (const diagnostic of diagnostics) {
    const answer = strict ? azureAnswer(diagnostic) : undefined;
    const azure = answer === undefined ? '' : `\n   ${paint('dim', `Azure: ${answer}`)}`;
    say(`${printDiagnostic(diagnostic)}${azure}\n`);
  }
}

/** How many compile, and what keeps the others from it, the most frequent first. */
function summarize(
  all: readonly (readonly [string, readonly Diagnostic[]])[],
  faulty: number,
): void {
  const counted = all.length === 1 ? '1 file' : `${all.length} files`;
  if (faulty === 0) {
    say(`${paint('green', '✓')} ${counted}, no errors`);
    return;
  }
  say(`${paint('red', '✗')} ${counted}, ${faulty} with errors`);
  if (all.length === 1) return;
  const files = new Map<string, Set<string>>();
  for (const [file, diagnostics] of all) {
    for (const { code, severity } of diagnostics) {
      if (severity === 'error') files.set(code, (files.get(code) ?? new Set()).add(file));
    }
  }
  for (const [code, { size }] of [...files].toSorted(([, a], [, b]) => b.size - a.size)) {
    say(`  ${code.padEnd(8)} in ${size === 1 ? '1 file' : `${size} files`}`);
  }
}
