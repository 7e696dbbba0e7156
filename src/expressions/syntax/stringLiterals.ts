import type { SourceText } from '../../lib/source/SourceText.ts';
import { scan } from './scan.ts';
import { SyntaxErrors } from './syntaxErrors.ts';

/** What the string literals of C# text say, escapes resolved; of interpolated ones the texts between holes. */
export function stringLiterals(source: SourceText): string[] {
  return scan(new SyntaxErrors(source)).flatMap((token) => {
    if (token.kind === 'interpolatedText') return [token.text];
    if (token.kind !== 'literal' || typeof token.literal.value !== 'string') return [];
    return token.literal.type === 'string' ? [token.literal.value] : [];
  });
}
