import { compileExpression } from '../expression.ts';
import { findFragment, fragmentEnd, skipSpace } from '../fragments.ts';
import { outputOf, textOf } from '../text.ts';
import type { Tag } from './Tag.ts';

/** `{% cycle 'a', 'b' %}` or `{% cycle 'group': 'a', 'b' %}`: one value after the other. */
export const cycle: Tag = ({ markup, span }, { compilation }) => {
  const group = groupOf(markup);
  // As in DotLiquid, a comma parts values also within quotes.
  const parts = markup.slice(group?.end ?? 0).split(',');
  const texts = parts.map((part) => findFragment(part, 0)?.text ?? '');
  if (texts.every((text) => text === '')) {
    compilation.error(
      span,
      "Syntax Error in 'cycle' tag - Valid syntax: cycle [name :] var [, var2, var3 ...]",
    );
    return undefined;
  }
  const values = texts.map((text) => compileExpression(text, compilation));
  const name = group && compileExpression(group.text, compilation);
  const ownName = texts.join('');
  return (run) => {
    run.spend();
    const key = name ? `:${textOf(name(run))}` : ownName;
    const at = run.cycles.get(key) ?? 0;
    const value = values[at]?.(run) ?? null;
    run.write(outputOf(value, run));
    run.cycles.set(key, at + 1 < values.length ? at + 1 : 0);
    return undefined;
  };
};

function groupOf(markup: string): { readonly text: string; readonly end: number } | undefined {
  const end = fragmentEnd(markup, 0);
  if (end === undefined) return undefined;
  const colon = skipSpace(markup, end);
  if (markup[colon] === ':') return { text: markup.slice(0, end), end: colon + 1 };
  // `group:` is one fragment.
  const text = markup.slice(0, end);
  return text.endsWith(':') ? { text: text.slice(0, -1), end } : undefined;
}
