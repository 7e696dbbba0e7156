import { isKeyword } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Words and marks of other languages, and what C# writes instead. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['and', "C# writes && for 'and'"],
  ['or', "C# writes || for 'or'"],
  ['not', "C# writes ! for 'not'"],
  ['elif', "C# writes 'else if'"],
  ['elseif', "C# writes 'else if'"],
  ['endif', "C# closes blocks with '}'"],
  ['then', "C# has no 'then': if (condition) statement"],
  ['function', 'a function within a block is written: string Name(int parameter) { … }'],
  ['let', "C# declares variables with 'var'"],
]);

/** What C# writes for a word of another language. */
export function wordHint(word: string): string | undefined {
  return elsewhere.get(word);
}

const statementWords: ReadonlySet<string> = new Set(
  'if else while do for foreach return break continue switch goto try using lock const'.split(' '),
);

/** What was meant where a keyword stands instead of a value. */
export function keywordHint({ kind }: Token): string | undefined {
  if (statementWords.has(kind)) return 'statements stand in @{ … } or in a block, not in a value';
  return isKeyword(kind) ? nameHint(kind) : undefined;
}

/** How a keyword becomes a name. */
export function nameHint(keyword: string): string {
  return `'${keyword}' is a keyword; as a name it is written @${keyword}`;
}

const operators: ReadonlySet<string> = new Set(
  '+ - * / % & | ^ ! ~ = < > ? : ?? && || == != <= >= += -= *= /= %= &= |= ^= << <<= => , is as new return throw in'.split(
    ' ',
  ),
);

/** What is missing behind a token that something must follow. */
export function operandHint(before: Token | undefined, text: string): string | undefined {
  if (!before || !operators.has(before.kind)) return undefined;
  return `something is missing behind '${text}'`;
}

/** A condition behind one word for `else if`, which C# takes for a call. */
const elseIf = /\b(?:elif|elseif|elsif)\s*\([^;{}]*\)\s*$/;
const maxCondition = 1000;

/** Whether a string ends where more of it seems to follow at once: `"a "word" b"`. */
function endsText(before: Token, { kind, span }: Token, text: string): boolean {
  if (before.kind !== 'literal' || before.span.end !== span.start) return false;
  return text[span.start - 1] === '"' && (kind === 'identifier' || text[span.start] === '"');
}

/** What a person may have meant at the token where parsing stopped; undefined when nothing is known. */
export function hintFor(text: string, token: Token, before?: Token): string | undefined {
  if (before?.kind === 'identifier' && before.name === 'not') return elsewhere.get('not');
  if (token.kind === 'identifier' && elsewhere.has(token.name)) return elsewhere.get(token.name);
  const { start, end } = token.span;
  if (before && endsText(before, token, text)) {
    return String.raw`a quote within a string is written \" (within @"…" it is "")`;
  }
  if (token.kind === '{' && elseIf.test(text.slice(Math.max(0, start - maxCondition), start))) {
    return "C# writes 'else if'";
  }
  if (
    token.kind === ';' &&
    /&(?:quot|amp|lt|gt|apos|#\d+)$/.test(text.slice(Math.max(0, start - 8), start))
  ) {
    return 'an XML entity is left over: it was escaped twice';
  }
  if (token.kind === '{' && text[end] === '{') {
    return '{{name}} stands for a named value, whose text was not put in here';
  }
  if (token.kind === '=' && /[=!]=$/.test(text.slice(Math.max(0, start - 2), start))) {
    return 'C# compares with == and !=';
  }
  if (token.kind === '>' && text[start - 1] === '<') return "C# writes != for '<>'";
  if (token.kind === ':' && text[end] === '=') return 'C# assigns with =';
  return undefined;
}
