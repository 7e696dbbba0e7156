import type { ExpressionForm } from '../../expressions/evaluate.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { MappedText } from '../../lib/xml/decode.ts';
import { spotAt } from './spotAt.ts';

/** A word of C# that stands in an expression. */
export interface CodeWord extends Span {
  /** What stands between the brackets of the expression; spans are in it. */
  readonly code: MappedText;
  readonly form: ExpressionForm;
  /** The offset that was asked for. */
  readonly at: number;
}

/** The word of C# around an offset of a document; of `var` the name that it declares. */
export function codeWordAt(text: string, offset: number): CodeWord | undefined {
  const { spot } = spotAt(text, offset);
  if (spot.kind !== 'code') return undefined;
  const code = spot.whole;
  const at = spot.code.length;
  const before = /@?\w*$/.exec(code.text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  const behind = /^\w*/.exec(code.text.slice(at, at + 200))?.[0] ?? '';
  const start = at - before.length;
  const end = at + behind.length;
  const declared = /^var(\s+\w+)/.exec(code.text.slice(start, end + 200));
  const isVar = code.text.slice(start, end) === 'var' && declared;
  return { code, form: spot.form, at, start, end: isVar ? end + declared[1]!.length : end };
}
