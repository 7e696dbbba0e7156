import type { Span } from '../source/SourceText.ts';
import type { Compilation } from './Compilation.ts';
import { compileExpression } from './expression.ts';
import type { Evaluate } from './expression.ts';
import { isTruthy } from './convert.ts';
import { findFragment, fragmentEnd, isSpace, skipSpace, wordEnd } from './fragments.ts';
import { operatorNamed, operatorNames } from './operators.ts';
import type { Rendering } from './Rendering.ts';

export type Test = (run: Rendering) => boolean;

/** Compiles comparisons joined by `and` and `or`, which bind from the right; undefined when there are none. */
export function compileCondition(
  markup: string,
  span: Span,
  compilation: Compilation,
): Test | undefined {
  const tests: { readonly test: Test; readonly joiner: Clause['joiner'] }[] = [];
  for (const { text, joiner } of clausesIn(markup)) {
    const test = compileClause(text, span, compilation);
    if (!test) return undefined;
    tests.push({ test, joiner });
  }
  const [only] = tests;
  if (tests.length === 1) return only?.test;
  return (run) => {
    let result = false;
    for (const { test, joiner } of tests) {
      result = test(run);
      // Everything behind the joiner belongs to its right side.
      if (result === (joiner === 'or')) return result;
    }
    return result;
  };
}

interface Clause {
  readonly text: string;
  /** What stands behind it. */
  readonly joiner: 'and' | 'or';
}

function clausesIn(markup: string): Clause[] {
  const clauses: Clause[] = [];
  let text = '';
  for (let at = 0; at < markup.length;) {
    if (isSpace(markup[at])) {
      text += ' ';
      at = skipSpace(markup, at);
      continue;
    }
    const end = fragmentEnd(markup, at) ?? wordEnd(markup, at);
    const word = markup.slice(at, end);
    if (word === 'and' || word === 'or') {
      clauses.push({ text, joiner: word });
      text = '';
    } else text += word;
    at = end;
  }
  return [...clauses, { text, joiner: 'or' }];
}

function compileClause(text: string, span: Span, compilation: Compilation): Test | undefined {
  const left = findFragment(text, 0);
  if (!left) return undefined;
  warnOfGlued(left.text, span, compilation);
  const word = /\s*([=!<>\p{L}_]+)?/uy;
  word.lastIndex = left.end;
  const name = word.exec(text)?.[1];
  const value = compileExpression(left.text, compilation);
  if (name === undefined) {
    warnOfRest(left.text, text.slice(left.end), span, compilation);
    return (run) => isTruthy(value(run));
  }
  const start = skipSpace(text, word.lastIndex);
  const end = fragmentEnd(text, start) ?? start;
  return compare(
    value,
    name,
    compileExpression(text.slice(start, end), compilation),
    span,
    compilation,
  );
}

function compare(
  left: Evaluate,
  name: string,
  right: Evaluate,
  span: Span,
  compilation: Compilation,
): Test | undefined {
  const operator = operatorNamed(name);
  if (!operator) {
    compilation.error(
      span,
      `Unknown operator ${name}`,
      `There are: ${operatorNames.join(' ')}, joined by: and or.`,
    );
    return () => false;
  }
  return (run) => {
    run.spend();
    return operator(left(run), right(run), run);
  };
}

/** DotLiquid takes `a==b` for the name of one variable, which is nothing. */
function warnOfGlued(text: string, span: Span, compilation: Compilation): void {
  const glued = /^[^"'\s]*?(==|!=|<>|<=|>=|<|>)/.exec(text)?.[1];
  if (glued === undefined) return;
  compilation.warn(
    span,
    `'${text}' is read as the name of one variable.`,
    `Put spaces around '${glued}'.`,
  );
}

/** DotLiquid reads no further: of `a &lt; 5` only `a`. */
function warnOfRest(read: string, rest: string, span: Span, compilation: Compilation): void {
  if (rest.trim() === '') return;
  const isEscaped = /&(lt|gt);/.test(rest);
  compilation.warn(
    span,
    `Only '${read}' is read of this condition, not '${rest.trim().slice(0, 40)}'.`,
    isEscaped
      ? 'Put the whole template in <![CDATA[…]]> and write < and > as they are.'
      : undefined,
  );
}
