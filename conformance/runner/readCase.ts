/** One part of a case: `--- title`, then lines until the next. */
export interface CasePart {
  readonly title: string;
  readonly text: string;
  /** Line of the title, from 1, for messages. */
  readonly line: number;
}

/** A behaviour as text: the page that promises it, then what is set up, sent and expected. */
export interface Case {
  readonly reference: string;
  readonly parts: readonly CasePart[];
}

/** Reads a case. Throws when it is not of the form: a case is our own text. */
export function readCase(text: string): Case {
  const [reference = '', ...lines] = text.split('\n');
  if (!/^https:\/\/\S+$/.test(reference)) throw new Error('line 1 is not the address of a page');
  const parts: { title: string; lines: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const title = /^--- (.+)$/.exec(line)?.[1];
    if (title !== undefined) parts.push({ title: title.trim(), lines: [], line: index + 2 });
    else if (parts.length > 0) parts.at(-1)!.lines.push(line);
    else if (line.trim() !== '') throw new Error(`line ${index + 2}: text before the first part`);
  }
  return {
    reference,
    parts: parts.map((part) => ({ ...part, text: part.lines.join('\n').replace(/\n+$/, '') })),
  };
}

/** A message as HTTP writes it: a first line, header lines, an empty line, a body. */
export interface Message {
  readonly first: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
}

export function readMessage({ text, title, line }: CasePart): Message {
  const empty = text.indexOf('\n\n');
  const head = empty < 0 ? text : text.slice(0, empty);
  const [first = '', ...rest] = head.split('\n');
  const headers = rest.map((each) => {
    const colon = each.indexOf(':');
    if (colon < 0) throw new Error(`line ${line}: '${each}' in '${title}' is no header`);
    return [each.slice(0, colon).trim(), each.slice(colon + 1).trim()] as const;
  });
  return { first, headers, body: empty < 0 ? undefined : text.slice(empty + 2) };
}

/** Lines of `name: value`. */
export function readFields({ text, line }: CasePart): [name: string, value: string][] {
  return text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const colon = each.indexOf(':');
      if (colon < 0) throw new Error(`line ${line}: '${each}' is no 'name: value'`);
      return [each.slice(0, colon).trim(), each.slice(colon + 1).trim()];
    });
}
