import { SourceText } from '../../lib/source/SourceText.ts';
import { compileExpression } from '../evaluate.ts';
import type { CompileOptions } from '../evaluate.ts';
import { NetException } from '../runtime/exceptions.ts';
import { toText } from '../runtime/toText.ts';
import { typeOf } from '../runtime/typeOf.ts';
import { netTypes } from '../types/index.ts';
import { stillEnvironment } from '../types/testing/callMember.ts';

/**
 * What becomes of C#: `System.Int32 3`, `null`, `throws System.FormatException`, or each diagnostic as
 * `CS0103@1:5`. Code in braces is a block of statements.
 */
export function outcomeOf(code: string, options: Partial<CompileOptions> = {}): string {
  const isBlock = code.startsWith('{');
  const source = new SourceText('test', isBlock ? code.slice(1, -1) : code);
  const { expression, diagnostics } = compileExpression(
    source,
    isBlock ? 'statements' : 'expression',
    { registry: netTypes, ...options },
  );
  if (!expression) {
    return diagnostics
      .map(({ code: number, span }) => {
        const { line, column } = source.positionAt(span.start);
        return `${number}@${line}:${column + (isBlock && line === 1 ? 1 : 0)}`;
      })
      .join(' ');
  }
  try {
    return describe(expression.evaluate(null, stillEnvironment()));
  } catch (error) {
    if (error instanceof NetException) return `throws ${error.typeName}`;
    throw error;
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return `${typeOf(value)?.toString()} ${toText(value)}`;
}
