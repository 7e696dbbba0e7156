/**
 * Finds the end of `@(…)` and `@{…}` in the text of a document by the lexical rules of C#, without
 * reading the expression. A quote may be written as an entity (`&quot;`), and raw and escaped quotes
 * may stand in one expression.
 */

/** References to the characters that matter here; others are ordinary text. */
const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&#X22;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&#X27;': "'",
};

const entityAt = new RegExp(Object.keys(entities).join('|'), 'y');

/** One character as C# sees it, and where it ends in the document. */
interface Character {
  readonly value: string;
  readonly end: number;
}

function characterAt(text: string, at: number): Character {
  const value = text[at]!;
  if (value !== '&') return { value, end: at + 1 };
  entityAt.lastIndex = at;
  const entity = entityAt.exec(text)?.[0];
  return entity === undefined
    ? { value, end: at + 1 }
    : { value: entities[entity]!, end: at + entity.length };
}

/** Where one kind of C# text ends; undefined when it does not. */
type Skip = (text: string, at: number) => number | undefined;

/**
 * The offset after the bracket that closes the one at `offset + 1`; undefined when none does, or when
 * no `@(` or `@{` stands at `offset`. Takes time linear in the text up to there.
 */
export function endOfExpression(text: string, offset: number): number | undefined {
  return beginsExpression(text, offset) ? skipBrackets(text, offset + 1) : undefined;
}

/** Whether `@(` or `@{` stands there. */
export function beginsExpression(text: string, offset: number): boolean {
  return text[offset] === '@' && (text[offset + 1] === '(' || text[offset + 1] === '{');
}

/** More expressions without an end than this are no text that somebody writes. */
const mostEndless = 50;

/**
 * `endOfExpression` for one text, over and over. Each that has no end takes a look at all that follows,
 * so that after many of them none is looked for any more.
 */
export class ExpressionEnds {
  #endless = 0;

  /** Whether so many had no end that others are not looked for. */
  get hasGivenUp(): boolean {
    return this.#endless >= mostEndless;
  }

  of(text: string, offset: number): number | undefined {
    if (this.hasGivenUp) return undefined;
    const end = endOfExpression(text, offset);
    if (end === undefined) this.#endless++;
    return end;
  }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** From an opening bracket to the end of the one that closes it, over everything in between. */
function skipBrackets(text: string, start: number): number | undefined {
  // An interpolated string holds code, which holds strings: a stack of its own keeps any depth cheap.
  const frames: Frame[] = [{ kind: 'code', expected: [closing[text[start]!]!] }];
  let at: number | undefined = start + 1;
  while (at !== undefined && at < text.length) {
    const frame = frames.at(-1)!;
    at =
      frame.kind === 'code'
        ? stepCode(text, at, frame, frames)
        : stepString(text, at, frame, frames);
    if (frames.length === 0) return at;
  }
  return undefined;
}

type Frame =
  | { readonly kind: 'code'; readonly expected: string[] }
  | { readonly kind: 'string'; readonly verbatim: boolean };

function stepCode(
  text: string,
  at: number,
  { expected }: Extract<Frame, { kind: 'code' }>,
  frames: Frame[],
): number | undefined {
  const { value, end } = characterAt(text, at);
  if (value === '/') {
    if (text[end] === '/') return skipLine(text, end);
    if (text[end] === '*') return skipComment(text, end + 1);
    return end;
  }
  if (value === "'") return skipCharacter(text, end);
  if (value === '"') return skipString(text, end);
  if (value === '@' || value === '$') return startPrefixed(text, at, end, frames);
  const closer = closing[value];
  if (closer !== undefined) expected.push(closer);
  else if (value === expected.at(-1)) {
    expected.pop();
    if (expected.length === 0) frames.pop();
  }
  return end;
}

/** `@"…"`, `$"…"`, `$@"…"` and `@$"…"`; the signs alone are nothing. */
function startPrefixed(text: string, at: number, end: number, frames: Frame[]): number | undefined {
  const second = text[at + 1];
  const isPair = (second === '@' || second === '$') && second !== text[at];
  const quoteAt = isPair ? end + 1 : end;
  if (quoteAt >= text.length) return end;
  const quote = characterAt(text, quoteAt);
  if (quote.value !== '"') return end;
  const isInterpolated = text[at] === '$' || isPair;
  const isVerbatim = text[at] === '@' || isPair;
  if (!isInterpolated) return skipVerbatim(text, quote.end);
  frames.push({ kind: 'string', verbatim: isVerbatim });
  return quote.end;
}

/** Within an interpolated string: up to its end, or to a hole. */
function stepString(
  text: string,
  at: number,
  { verbatim }: Extract<Frame, { kind: 'string' }>,
  frames: Frame[],
): number | undefined {
  const { value, end } = characterAt(text, at);
  if (value === '\\' && !verbatim) return afterEscape(text, end);
  if (value === '{') {
    if (text[end] === '{') return end + 1;
    frames.push({ kind: 'code', expected: ['}'] });
    return end;
  }
  if (value !== '"') return end;
  if (verbatim && end < text.length) {
    const next = characterAt(text, end);
    if (next.value === '"') return next.end;
  }
  frames.pop();
  return end;
}

function afterEscape(text: string, at: number): number | undefined {
  return at < text.length ? characterAt(text, at).end : undefined;
}

const skipLine: Skip = (text, at) => {
  const end = /[\r\n]/g;
  end.lastIndex = at;
  const found = end.exec(text);
  return found ? found.index : undefined;
};

const skipComment: Skip = (text, at) => {
  const end = text.indexOf('*/', at);
  return end < 0 ? undefined : end + 2;
};

/** `'x'`, `'\n'`, `'\u0041'`; an apostrophe that starts none of these is passed over. */
const skipCharacter: Skip = (text, at) => {
  if (at >= text.length) return undefined;
  let end: number | undefined = characterAt(text, at).end;
  if (text[at] === '\\') {
    end = afterEscape(text, at + 1);
    // Hexadecimal escapes are longer.
    while (end !== undefined && /[0-9A-Fa-f]/.test(text[end] ?? '')) end++;
  }
  if (end === undefined || end >= text.length) return at;
  const close = characterAt(text, end);
  return close.value === "'" ? close.end : at;
};

const skipString: Skip = (text, start) => {
  let at: number | undefined = start;
  while (at !== undefined && at < text.length) {
    const { value, end } = characterAt(text, at);
    if (value === '"') return end;
    if (value === '\n' || value === '\r') return undefined;
    at = value === '\\' ? afterEscape(text, end) : end;
  }
  return undefined;
};

const skipVerbatim: Skip = (text, start) => {
  for (let at = start; at < text.length;) {
    const { value, end } = characterAt(text, at);
    if (value !== '"') {
      at = end;
      continue;
    }
    const next = end < text.length ? characterAt(text, end) : undefined;
    if (next?.value !== '"') return end;
    at = next.end;
  }
  return undefined;
};
