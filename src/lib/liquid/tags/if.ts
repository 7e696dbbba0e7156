import { compileCondition } from '../condition.ts';
import type { Test } from '../condition.ts';
import type { Parser } from '../Parser.ts';
import type { Node } from '../Rendering.ts';
import type { TagToken } from '../tokenize.ts';
import type { Tag } from './Tag.ts';

interface Branch {
  readonly test: Test;
  readonly node: Node;
}

/** `{% if a == 1 and b %}…{% elsif c %}…{% else %}…{% endif %}` */
export const ifTag: Tag = (token, parser) => conditional(readBranches(token, parser));

/** `{% unless a %}…{% endunless %}`: only its own condition is turned round. */
export const unless: Tag = (token, parser) => {
  const [first, ...rest] = readBranches(token, parser);
  if (!first) return undefined;
  const { test, node } = first;
  return conditional([{ test: (run) => !test(run), node }, ...rest]);
};

function conditional(branches: readonly Branch[]): Node {
  return (run) => {
    run.spend();
    return branches.find(({ test }) => test(run))?.node(run);
  };
}

function readBranches(token: TagToken, parser: Parser): Branch[] {
  const branches: Branch[] = [];
  for (let tag: TagToken | undefined = token; tag && tag.name !== `end${token.name}`;) {
    const test = tag.name === 'else' ? () => true : testOf(tag, parser);
    const { node, end } = parser.part(token, ['elsif', 'elseif', 'else']);
    branches.push({ test, node });
    tag = end;
  }
  return branches;
}

function testOf({ name, markup, span }: TagToken, { compilation }: Parser): Test {
  const test = compileCondition(markup, span, compilation);
  if (test) return test;
  compilation.error(span, `Syntax Error in '${name}' tag - Valid syntax: ${name} [expression]`);
  return () => false;
}
