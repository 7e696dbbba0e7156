import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import { paint } from './terminal.ts';

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Longest stretch of a line that is shown. */
const maxWidth = 100;

/**
 * A diagnostic for people: place, what is wrong, the line with a mark under it, what to do.
 *
 *     orders.policy.xml:4:59 CS1061: 'string' does not contain a definition for 'Lenght' and no …
 *        4 |   <set-variable name="n" value="@(context.Request.Url.Path.Lenght)" />
 *          |                                                            ^^^^^^ Did you mean 'Length'?
 */
export function printDiagnostic({
  code,
  severity,
  message,
  hint,
  source,
  span,
}: Diagnostic): string {
  const { line, column } = source.positionAt(span.start);
  const colour = colours[severity];
  // Without colours, too, it is to be seen what keeps a document from running.
  const what = severity === 'error' ? code : `${code} ${severity}`;
  const head = `${source.name}:${line}:${column} ${paint([colour, 'bold'], what)}: ${message}`;
  const shown = visiblePart(source.lineAt(line), column);
  if (shown.text.trim() === '') return hint ? `${head}\n   ${paint('cyan', hint)}` : head;
  const end = source.positionAt(span.end);
  const width = end.line === line ? Math.max(end.column - column, 1) : 1;
  const mark = '^'.repeat(Math.min(width, Math.max(shown.text.length - shown.column + 1, 1)));
  const gutter = String(line).padStart(4);
  const margin = ' '.repeat(gutter.length);
  const indent = shown.text.slice(0, shown.column - 1).replaceAll(/[^\t]/g, ' ');
  return [
    head,
    `${paint('dim', `${gutter} |`)} ${shown.text}`,
    `${paint('dim', `${margin} |`)} ${indent}${paint(colour, mark)}${hint ? ` ${paint('cyan', hint)}` : ''}`,
  ].join('\n');
}

/** Cuts a long line down to what stands around the column. */
function visiblePart(line: string, column: number): { text: string; column: number } {
  if (line.length <= maxWidth) return { text: line, column };
  const start = Math.max(0, Math.min(column - 1 - maxWidth / 2, line.length - maxWidth));
  return { text: line.slice(start, start + maxWidth), column: column - start };
}

/** A diagnostic for programs. */
export function diagnosticJson({ code, severity, message, hint, source, span }: Diagnostic): {
  code: string;
  severity: string;
  message: string;
  line: number;
  column: number;
  hint: string | null;
} {
  const { line, column } = source.positionAt(span.start);
  return { code, severity, message, line, column, hint: hint ?? null };
}
