/** One expression, one answer: what `sallyport eval` prints. */
import { compileExpression, EvaluationFault } from '../../expressions/evaluate.ts';
import type { ExpressionForm } from '../../expressions/evaluate.ts';
import {
  defaultLimits,
  Environment,
  LimitExceeded,
} from '../../expressions/runtime/Environment.ts';
import type { ExpressionLimits } from '../../expressions/runtime/Environment.ts';
import { NetException } from '../../expressions/runtime/exceptions.ts';
import { typeOf } from '../../expressions/runtime/typeOf.ts';
import { netTypes } from '../../expressions/types/index.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { printValue } from './printValue.ts';
import type { PrintedValue } from './printValue.ts';
import { readContext } from './readContext.ts';

export interface EvaluationRequest {
  /** `@(…)`, `@{…}` or the bare C# of a single expression. */
  readonly expression: string;
  /** JSON that mirrors the `context` variable. */
  readonly context?: unknown;
  /** ISO 8601: where the clock stands still. */
  readonly now?: string;
}

export type EvaluationResult =
  | ({ readonly kind: 'value' } & PrintedValue)
  | { readonly kind: 'exception'; readonly error: string; readonly message: string }
  | { readonly kind: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] };

/** Under which an expression is evaluated. */
export interface Surroundings {
  /** Unpredictable unless given. */
  readonly randomBytes?: (count: number) => Uint8Array;
  /** What differs from the usual limits. */
  readonly limits?: Partial<ExpressionLimits>;
}

/** @throws Complaint when the context cannot be read */
export function evaluate(
  { expression, context = {}, now }: EvaluationRequest,
  surroundings: Surroundings = {},
): EvaluationResult {
  const { source, form } = unwrap(expression);
  const compiled = compileExpression(source, form, { registry: netTypes });
  if (!compiled.expression) return { kind: 'diagnostics', diagnostics: compiled.diagnostics };
  const host = readContext(context);
  const environment = environmentAt(now, surroundings);
  try {
    const value = compiled.expression.evaluate(host, environment);
    return { kind: 'value', ...printValue(value, environment) };
  } catch (error) {
    return asException(error);
  }
}

/** The C# inside `@( )` or `@{ }`. */
function unwrap(text: string): { source: SourceText; form: ExpressionForm } {
  const trimmed = text.trim();
  const isStatements = trimmed.startsWith('@{') && trimmed.endsWith('}');
  const isWrapped = isStatements || (trimmed.startsWith('@(') && trimmed.endsWith(')'));
  return {
    source: new SourceText('expression', isWrapped ? trimmed.slice(2, -1) : trimmed),
    form: isStatements ? 'statements' : 'expression',
  };
}

function environmentAt(
  now: string | undefined,
  { randomBytes = unpredictable, limits }: Surroundings,
): Environment {
  const stopped = now === undefined ? undefined : Date.parse(now);
  const world = { now: () => stopped ?? Date.now(), randomBytes };
  return new Environment(world, { ...defaultLimits, ...limits });
}

function unpredictable(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function asException(error: unknown): EvaluationResult {
  if (error instanceof NetException) {
    return { kind: 'exception', error: String(typeOf(error)), message: error.message };
  }
  if (error instanceof LimitExceeded || error instanceof EvaluationFault) {
    return { kind: 'exception', error: error.name, message: error.message };
  }
  // A lazy sequence runs when it is printed, where no evaluation catches what fails within.
  return asException(new EvaluationFault(error));
}
