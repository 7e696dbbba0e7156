/**
 * Other tools' placeholders in policy documents (`${x}`, `%{x}`, `#{x}#`, `#x#`, `{x}`, `<x>`,
 * `__X__`, `SOME_NAME`), which are replaced before a document reaches API Management. What each
 * stood for is written nowhere, so values are tried where a document has faults.
 */

/** A `<name>` counts within quotes only. */
const placeholder =
  /%\{[^}]*\}|\$\{[\w.-]+\}|#\{[\w.-]+\}#|#[A-Za-z]\w*#|(?<=["/])<[A-Za-z][\w -]*>(?=["/])|(?<!\{)\{(?![A-Z_]+\})[A-Za-z][\w-]*\}(?!\})|\$[a-z]\w*|__\w+__|\b[A-Z]+(?:_[A-Z]+)+\b/g;

/** What placeholders stand for in real configurations; directives of templates for nothing. */
const values: readonly string[] = [
  'example',
  'true',
  'https://example.org',
  '42',
  '10.0.0.1',
  '"text"',
  '',
  'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  '<origin>https://example.org</origin>',
];

/** For each placeholder of a text, in the order of their first places, its value; null: it stays. */
export type Filling = readonly (string | null)[];

/** The lines, counted from 1, in which a text has faults, in ascending order. */
export type FaultyLines = (text: string) => readonly number[];

/** The text with the values in the place of its placeholders. */
export function fillPlaceholders(text: string, filling: Filling): string {
  const names = placeholdersOf(text);
  return text.replace(placeholder, (name) => filling[names.indexOf(name)] ?? name);
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(placeholder))];
}

interface Attempt {
  readonly filling: Filling;
  readonly lines: readonly number[];
}

/** Finds values for those placeholders that have to be replaced. */
export function findFilling(text: string, faultyLines: FaultyLines): Filling {
  const names = placeholdersOf(text);
  let best: Attempt = { filling: names.map(() => null), lines: faultyLines(text) };
  // Each round gets past the first faulty line that can be mended; what cannot be is passed over.
  for (let hopeless = 0; names.length > 0;) {
    const line = best.lines.find((each) => each > hopeless);
    if (line === undefined) break;
    const better = mendLine(text, best, line, faultyLines);
    if (better) best = better;
    else hopeless = line;
  }
  return best.filling;
}

/** Faults of an element are told where it starts, up to so many lines before the placeholder. */
const reach = 4;

function mendLine(
  text: string,
  before: Attempt,
  line: number,
  faultyLines: FaultyLines,
): Attempt | undefined {
  const all = placeholdersOf(text);
  const rows = text.split('\n').slice(line - 1, line + reach);
  const inLine = placeholdersOf(rows[0] ?? '');
  const near = placeholdersOf(rows.join('\n'));
  // All by one value first, because the fault of one may hide that of another.
  const groups = [inLine, near, ...near.map((name) => [name])];
  let best: Attempt | undefined;
  for (const group of groups) {
    for (const value of group.length > 0 ? values : []) {
      const filling = all.map((name, at) =>
        group.includes(name) ? value : (before.filling[at] ?? null),
      );
      const attempt = { filling, lines: faultyLines(fillPlaceholders(text, filling)) };
      if (faultsUpTo(line, attempt) < faultsUpTo(line, best ?? before)) best = attempt;
      if (best && !best.lines.includes(line)) return best;
    }
  }
  return best;
}

function faultsUpTo(line: number, { lines }: Attempt): number {
  return lines.filter((each) => each <= line).length;
}
