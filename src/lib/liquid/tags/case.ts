import { areEqual } from '../compare.ts';
import { compileExpression } from '../expression.ts';
import type { Evaluate } from '../expression.ts';
import { findFragment, skipSpace } from '../fragments.ts';
import type { Parser } from '../Parser.ts';
import type { Node, Rendering } from '../Rendering.ts';
import type { TagToken } from '../tokenize.ts';
import type { Tag } from './Tag.ts';

/** A branch; without values it is `else`. */
interface Branch {
  readonly values: readonly Evaluate[] | undefined;
  readonly node: Node;
}

/**
 * `{% case value %}{% when 1 or 2 %}…{% else %}…{% endcase %}`. As in DotLiquid, every branch that
 * fits is rendered, once for each value that fits, and `else` when none before it did.
 */
export const caseTag: Tag = (token, parser) => {
  const { compilation } = parser;
  const subject = findFragment(token.markup, 0);
  if (!subject) {
    compilation.error(token.span, "Syntax Error in 'case' tag - Valid syntax: case [condition]");
  }
  const value = compileExpression(subject?.text ?? '', compilation);
  const branches = readBranches(token, parser);
  return (run) => {
    run.spend();
    let isElse = true;
    for (const { values, node } of branches) {
      const times = values ? matches(value, values, run) : Number(isElse);
      if (values && times > 0) isElse = false;
      for (let time = 0; time < times; time++) {
        const interrupt = node(run);
        if (interrupt) return interrupt;
      }
    }
    return undefined;
  };
};

function matches(value: Evaluate, candidates: readonly Evaluate[], run: Rendering): number {
  return candidates.filter((candidate) => {
    run.spend();
    return areEqual(value(run), candidate(run), run);
  }).length;
}

function readBranches(token: TagToken, parser: Parser): Branch[] {
  const branches: Branch[] = [];
  // What stands in front of the first `when` is nowhere.
  let { end } = parser.part(token, ['when', 'else']);
  while (end && end.name !== 'endcase') {
    const values = end.name === 'when' ? valuesOf(end, parser) : undefined;
    const { node, end: next } = parser.part(token, ['when', 'else']);
    branches.push({ values, node });
    end = next;
  }
  return branches;
}

/** `1, 2` or `1 or 2`. */
function valuesOf({ markup, span }: TagToken, { compilation }: Parser): Evaluate[] {
  const values: Evaluate[] = [];
  const separator = /\s+or\s+|\s*,\s*/y;
  for (let at = 0; ;) {
    const fragment = findFragment(markup, at);
    if (!fragment) break;
    values.push(compileExpression(fragment.text, compilation));
    separator.lastIndex = fragment.end;
    if (!separator.test(markup)) break;
    at = skipSpace(markup, separator.lastIndex);
  }
  if (values.length === 0) {
    compilation.error(
      span,
      "Syntax Error in 'case' tag - Valid when syntax: when [condition] [or condition2...]",
    );
  }
  return values;
}
