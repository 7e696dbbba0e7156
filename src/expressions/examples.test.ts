import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { compileExpression } from './evaluate.ts';
import type { ExpressionForm } from './evaluate.ts';
import { equalsBoxed } from './runtime/equality.ts';
import { NetException } from './runtime/exceptions.ts';
import { toText } from './runtime/toText.ts';
import type { TypeDefinition } from './typeSystem/TypeDefinition.ts';
import { netTypes } from './types/index.ts';
import { stillEnvironment } from './types/testing/callMember.ts';

/** Documentation runs: `"echo".Length // 4` is an example of a member, and a test of it. */
for (const definition of netTypes.definitions) {
  const examples = (definition.declaration.members ?? []).flatMap((member) => member.examples);
  if (!examples.some(isRunnable)) continue;
  test(`the examples of ${definition.fullName} hold`, () => {
    assert.deepEqual(failuresOf(definition), []);
  });
}

function isRunnable(example: string): boolean {
  // What needs a request is shown with one in the tests of the context.
  return !/\bcontext\b/.test(example);
}

function failuresOf({ declaration }: TypeDefinition): string[] {
  return (declaration.members ?? []).flatMap(({ signature, examples }) =>
    examples.filter(isRunnable).flatMap((example) => {
      const failure = failureOf(example);
      return failure === undefined ? [] : [`${signature}: ${example}: ${failure}`];
    }),
  );
}

type Outcome = { readonly value: unknown } | { readonly thrown: string };

function failureOf(example: string): string | undefined {
  const border = example.lastIndexOf(' // ');
  if (border < 0) return "has no '//' with what is expected";
  const expected = example.slice(border + 4).trim();
  const outcome = evaluate(example.slice(0, border));
  if (typeof outcome === 'string') return outcome;
  if (expected.startsWith('throws ')) {
    if ('thrown' in outcome && outcome.thrown === expected.slice(7).trim()) return undefined;
    return `gave ${describe(outcome)}`;
  }
  const wanted = evaluate(expected);
  if (typeof wanted === 'string') return wanted;
  const agree = 'value' in wanted && 'value' in outcome && equalsBoxed(outcome.value, wanted.value);
  return agree ? undefined : `gave ${describe(outcome)}`;
}

function describe(outcome: Outcome): string {
  if ('thrown' in outcome) return `throws ${outcome.thrown}`;
  return outcome.value === null ? 'null' : toText(outcome.value);
}

function compile(code: string, form: ExpressionForm): ReturnType<typeof compileExpression> {
  return compileExpression(new SourceText('example', code), form, { registry: netTypes });
}

/** The outcome, or why there is none. */
function evaluate(code: string): Outcome | string {
  const asValue = compile(code, 'expression');
  const isVoid = asValue.diagnostics.some(({ message }) => message.includes("type 'void'"));
  const { expression, diagnostics } = isVoid
    ? compile(`${code}; return null;`, 'statements')
    : asValue;
  if (!expression) return diagnostics.map((each) => `${each.code} ${each.message}`).join(' ');
  try {
    return { value: expression.evaluate(null, stillEnvironment()) };
  } catch (error) {
    if (error instanceof NetException) return { thrown: error.typeName };
    return `failed: ${error instanceof Error ? error.stack : 'unknown'}`;
  }
}
