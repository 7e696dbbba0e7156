import type { Token, TokenKind } from './tokens.ts';

const closerOf: Partial<Record<TokenKind, TokenKind>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  holeStart: 'holeEnd',
};
const closers: ReadonlySet<TokenKind> = new Set(Object.values(closerOf));

/**
 * For each token the index of the bracket that closes it, or -1. A `}` or the end of a hole also ends
 * whatever stands unclosed within it; other closing brackets close only the innermost open one.
 */
export function matchBrackets(tokens: readonly Token[]): Int32Array {
  const matches = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  // The places in `open` of braces and holes, so that finding them takes no search.
  const braces: number[] = [];
  const kindAt = (place: number | undefined) => tokens[open[place ?? -1] ?? -1]?.kind;
  for (const [index, { kind }] of tokens.entries()) {
    if (closerOf[kind] !== undefined) {
      if (kind === '{' || kind === 'holeStart') braces.push(open.length);
      open.push(index);
    } else if (closers.has(kind)) {
      if (kind === 'holeEnd') while (kindAt(braces.at(-1)) === '{') braces.pop();
      const inner = kind === '}' || kind === 'holeEnd' ? braces.at(-1) : open.length - 1;
      const opener = kindAt(inner);
      if (inner === undefined || opener === undefined || closerOf[opener] !== kind) continue;
      matches[open[inner]!] = index;
      open.length = inner;
      if (inner === braces.at(-1)) braces.pop();
    }
  }
  return matches;
}
