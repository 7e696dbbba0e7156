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

/** What a person may have meant at the token where parsing stopped; undefined when nothing is known. */
export function hintFor(text: string, token: Token): string | undefined {
  if (token.kind === 'identifier' && elsewhere.has(token.name)) return elsewhere.get(token.name);
  const { start, end } = token.span;
  if (
    token.kind === ';' &&
    /&(?:quot|amp|lt|gt|apos|#\d+)$/.test(text.slice(Math.max(0, start - 8), start))
  ) {
    return 'an XML entity is left over: it was escaped twice';
  }
  if (token.kind === '{' && text[end] === '{') {
    return '{{name}} stands for a named value, whose text was not put in here';
  }
  if (token.kind === '=' && /[=!]=$/.test(text.slice(start - 2, start))) {
    return 'C# compares with == and !=';
  }
  return undefined;
}
