import { SourceText } from '../../lib/source/SourceText.ts';
import { scan } from '../syntax/scan.ts';
import { SyntaxErrors } from '../syntax/syntaxErrors.ts';
import type { Token, TokenKind } from '../syntax/tokens.ts';

/** A call whose arguments are being written. */
export interface OpenCall {
  /** Where the name of what is called ends. */
  readonly nameEnd: number;
  /** How many arguments stand before the one under way. */
  readonly argument: number;
}

const closing: ReadonlySet<TokenKind> = new Set<TokenKind>([')', ']', '}', 'holeEnd']);
const opening: ReadonlySet<TokenKind> = new Set<TokenKind>(['(', '[', '{', 'holeStart']);

/** The innermost call that is open at the end of `code`, C# that may end anywhere. */
export function callAt(code: string): OpenCall | undefined {
  const source = new SourceText('expression', code);
  const tokens = scan(new SyntaxErrors(source)).filter(({ kind }) => kind !== 'end');
  let argument = 0;
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind } = tokens[i]!;
    if (closing.has(kind)) depth++;
    else if (opening.has(kind) && depth > 0) depth--;
    else if (kind === '(') {
      const name = nameBefore(tokens, i);
      // A bracket of its own stands within an argument, or in none.
      if (name) return { nameEnd: name.span.end, argument };
      argument = 0;
    } else if (opening.has(kind)) return undefined;
    else if (kind === '>' && depth === 0) i = startOfTypeArguments(tokens, i) ?? i;
    else if (kind === ',' && depth === 0) argument++;
  }
  return undefined;
}

/** The name right before a bracket, or before the type arguments that stand there. */
function nameBefore(tokens: readonly Token[], bracket: number): Token | undefined {
  const last = tokens[bracket - 1];
  const at = last?.kind === '>' ? startOfTypeArguments(tokens, bracket - 1) : bracket;
  const name = at === undefined ? undefined : tokens[at - 1];
  return name?.kind === 'identifier' ? name : undefined;
}

/** The `<` that a `>` closes, when only names of types stand between. */
function startOfTypeArguments(tokens: readonly Token[], end: number): number | undefined {
  // As the grammar decides it (C# 7.3 §7.6.2.4), of what can follow a type here.
  const next = tokens[end + 1]?.kind ?? '(';
  if (!['(', ')', ']', '}', '.', ',', '>', '?'].includes(next)) return undefined;
  let depth = 0;
  for (let i = end; i >= 0; i--) {
    const { kind } = tokens[i]!;
    if (kind === '>') depth++;
    else if (kind === '<') depth--;
    else if (!/^(?:identifier|[a-z]+|[.,?[\]])$/.test(kind) || kind === 'literal') return undefined;
    if (depth === 0) return i;
  }
  return undefined;
}
