import type { Span } from '../source/SourceText.ts';

/** Text, `{{ … }}` or `{% … %}`. */
export type Token = TextToken | OutputToken | TagToken;

export interface TextToken {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}

export interface OutputToken {
  readonly kind: 'output';
  readonly markup: string;
  readonly span: Span;
}

export interface TagToken {
  readonly kind: 'tag';
  /** Empty when none stands there. */
  readonly name: string;
  readonly markup: string;
  readonly span: Span;
}

/** What begins at `span` and has no end. */
export interface Unterminated {
  readonly kind: 'unterminated';
  readonly what: 'tag' | 'output';
  readonly span: Span;
}

/** Tags whose content is text, whatever it looks like. */
const rawTags = new Set(['raw', 'comment', 'literal']);

/**
 * Cuts a template into tokens, in linear time. White space control is that of DotLiquid 2.0: `{%-`
 * takes the blanks and tabs in front of it, `-%}` either blanks and tabs or one line break behind it.
 */
export function* tokenize(text: string): Generator<Token | Unterminated> {
  let at = 0;
  const open = /\{\{|\{%/g;
  for (;;) {
    open.lastIndex = at;
    const match = open.exec(text);
    if (!match) break;
    const start = match.index;
    const trims = text[start + 2] === '-';
    if (start > at) yield textToken(text, at, start, trims);
    const isTag = match[0] === '{%';
    const close = closeOf(text, start + (trims ? 3 : 2), isTag ? '%' : '}');
    if (close === undefined) {
      const end = Math.min(text.length, start + shown);
      yield {
        kind: 'unterminated',
        what: isTag ? 'tag' : 'output',
        span: { start, end },
      };
      return;
    }
    const token = markupToken(text, start, close, trims, isTag);
    yield token;
    at = behind(text, close);
    if (token.kind === 'tag' && rawTags.has(token.name)) {
      const end = findEnd(text, at, token.name);
      // The block is missing its end, which its reader reports.
      if (end < 0) return;
      if (end > at) yield { kind: 'text', text: text.slice(at, end), span: { start: at, end } };
      at = end;
    }
  }
  if (at < text.length) yield textToken(text, at, text.length, false);
}

/** Units of an unterminated tag that a message points at. */
const shown = 40;

function textToken(text: string, start: number, end: number, trims: boolean): TextToken {
  let last = end;
  while (trims && last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
  return { kind: 'text', text: text.slice(start, last), span: { start, end: last } };
}

/** Where `%}` or `}}` stands outside of quotes, from `at` on. */
function closeOf(text: string, at: number, first: '%' | '}'): number | undefined {
  for (let place = at; place < text.length; place++) {
    const unit = text[place];
    if (unit === first && text[place + 1] === '}') return place;
    if (unit === '"' || unit === "'") {
      const end = text.indexOf(unit, place + 1);
      if (end < 0) return undefined;
      place = end;
    }
  }
  return undefined;
}

function markupToken(
  text: string,
  start: number,
  close: number,
  trimsBefore: boolean,
  isTag: boolean,
): OutputToken | TagToken {
  const from = start + (trimsBefore ? 3 : 2);
  const to = text[close - 1] === '-' && close > from ? close - 1 : close;
  const markup = text.slice(from, to);
  const span = { start, end: close + 2 };
  if (!isTag) return { kind: 'output', markup, span };
  const name = /^\s*([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)\s*/u.exec(markup);
  return { kind: 'tag', name: name?.[1] ?? '', markup: markup.slice(name?.[0].length ?? 0), span };
}

/** Where the text goes on behind a close. */
function behind(text: string, close: number): number {
  const at = close + 2;
  if (text[close - 1] !== '-') return at;
  if (text[at] === '\n') return at + 1;
  if (text.startsWith('\r\n', at)) return at + 2;
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

function findEnd(text: string, at: number, name: string): number {
  const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
  end.lastIndex = at;
  return end.exec(text)?.index ?? -1;
}
