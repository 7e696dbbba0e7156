/** Said on every page, for whoever opens one to edit it. */
export const generated =
  '<!-- Written by `npm run docs` from the declarations; change those, not this page. -->';

/** A page from its parts, one blank line between them; undefined parts are left out. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${[generated, ...parts].filter((part) => part !== undefined).join('\n\n')}\n`;
}

export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (rows.length === 0) return undefined;
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Text as code within a line (CommonMark 0.31 §6.1). */
export function code(text: string): string {
  if (text === '') return '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const tick = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${tick}${space}${text.replaceAll('\n', ' ')}${space}${tick}`;
}

/** Text that means nothing to Markdown. */
export function plain(text: string): string {
  return text.replaceAll(/[\\<>*_[\]]/g, (character) => `\\${character}`);
}

/** The address of a heading, as GitHub makes it. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

// A pipe ends a cell even within code (GFM §4.10).
function cell(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
