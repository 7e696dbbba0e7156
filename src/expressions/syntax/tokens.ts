import type { Span } from '../../lib/source/SourceText.ts';
import type { LiteralValue } from './ast.ts';

/** The reserved words of C#, in alphabetical order. `from`, `var`, `when` and the like are identifiers. */
const keywordList = [
  ...(['abstract', 'as', 'base', 'bool', 'break', 'byte', 'case', 'catch', 'char'] as const),
  ...(['checked', 'class', 'const', 'continue', 'decimal', 'default', 'delegate', 'do'] as const),
  ...(['double', 'else', 'enum', 'event', 'explicit', 'extern', 'false', 'finally'] as const),
  ...(['fixed', 'float', 'for', 'foreach', 'goto', 'if', 'implicit', 'in', 'int'] as const),
  ...(['interface', 'internal', 'is', 'lock', 'long', 'namespace', 'new', 'null'] as const),
  ...(['object', 'operator', 'out', 'override', 'params', 'private', 'protected'] as const),
  ...(['public', 'readonly', 'ref', 'return', 'sbyte', 'sealed', 'short', 'sizeof'] as const),
  ...(['stackalloc', 'static', 'string', 'struct', 'switch', 'this', 'throw', 'true'] as const),
  ...(['try', 'typeof', 'uint', 'ulong', 'unchecked', 'unsafe', 'ushort', 'using'] as const),
  ...(['virtual', 'void', 'volatile', 'while'] as const),
];

/**
 * Punctuation, longer marks before their beginnings. `>>` and `>>=` are not among them: the parser
 * joins neighbours, because `>>` also closes two lists of type arguments.
 */
const markList = [
  ...(['<<=', '??='] as const),
  ...(['??', '::', '++', '--', '&&', '||', '->', '==', '!=', '<=', '>=', '+='] as const),
  ...(['-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<', '=>'] as const),
  ...(['{', '}', '[', ']', '(', ')', '.', ',', ':', ';', '+', '-', '*', '/'] as const),
  ...(['%', '&', '|', '^', '!', '~', '=', '<', '>', '?'] as const),
];

export type Keyword = (typeof keywordList)[number];
export type Mark = (typeof markList)[number];

/**
 * The tokens of `$"a{b,3:f}"` are `interpolatedStart` `$"`, `interpolatedText` `a`, `holeStart` `{`,
 * those of `b,3`, `format` `:f`, `holeEnd` `}`, `interpolatedEnd` `"`. Each start has its end, also
 * in wrong text, where the end may be empty.
 */
export type StringMark = 'interpolatedStart' | 'interpolatedEnd' | 'holeStart' | 'holeEnd';

export type Token =
  | { readonly kind: Keyword | Mark | StringMark | 'end'; readonly span: Span }
  | IdentifierToken
  | { readonly kind: 'literal'; readonly span: Span; readonly literal: LiteralValue }
  | { readonly kind: 'interpolatedText' | 'format'; readonly span: Span; readonly text: string };

export interface IdentifierToken {
  readonly kind: 'identifier';
  readonly span: Span;
  /** What the name means: without `@`, escapes resolved. */
  readonly name: string;
  /** Written with `@`, so never a contextual keyword. */
  readonly verbatim: boolean;
}

export type TokenKind = Token['kind'];

const keywords: ReadonlyMap<string, Keyword> = new Map(keywordList.map((word) => [word, word]));

export function keywordOf(text: string): Keyword | undefined {
  return keywords.get(text);
}

export function isKeyword(kind: string): kind is Keyword {
  return keywords.has(kind);
}

const marksByFirst = new Map<number, Mark[]>();
for (const mark of markList) {
  const first = mark.charCodeAt(0);
  marksByFirst.set(first, [...(marksByFirst.get(first) ?? []), mark]);
}

/** The longest mark that stands at `offset`. */
export function markAt(text: string, offset: number): Mark | undefined {
  return marksByFirst.get(text.charCodeAt(offset))?.find((mark) => text.startsWith(mark, offset));
}
