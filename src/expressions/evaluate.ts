/** The expression language from outside: text in, something to evaluate or diagnostics out. */
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import type { SourceText } from '../lib/source/SourceText.ts';
import { checkText } from './check/checkText.ts';
import type { CheckOptions } from './check/checkText.ts';
import { compileRoot } from './compile/compileRoot.ts';
import type { CompiledRoot } from './compile/compileRoot.ts';
import { box } from './runtime/boxing.ts';
import { Box } from './runtime/Box.ts';
import { rememberDelegateType } from './runtime/delegates.ts';
import type { DelegateFunction } from './runtime/delegates.ts';
import { defaultLimits, Environment, LimitExceeded } from './runtime/Environment.ts';
import { NetException } from './runtime/exceptions.ts';
import type { NetType } from './typeSystem/NetType.ts';

export type ExpressionForm = 'expression' | 'statements';

export interface CompiledExpression {
  /** The static type of the value. */
  readonly type: NetType;
  /** Which message bodies of `context` may be read: they must be there before the evaluation. */
  readonly reads: { readonly requestBody: boolean; readonly responseBody: boolean };
  /** The boxed value, when it depends on nothing outside the text. */
  readonly constant?: { readonly value: unknown } | undefined;
  /**
   * The boxed value.
   * @throws NetException what the expression throws
   * @throws LimitExceeded when it goes over the environment's limits
   * @throws EvaluationFault when an implementation fails; what failed is its cause only
   */
  evaluate(context: unknown, environment: Environment): unknown;
  /** The same in the static representation of `type`. */
  evaluateStatic(context: unknown, environment: Environment): unknown;
}

/** Something broke that no expression may see. */
export class EvaluationFault extends Error {
  constructor(cause: unknown) {
    super('The expression could not be evaluated because of an internal error.', { cause });
    this.name = 'EvaluationFault';
  }
}

export interface CompileOptions extends Omit<CheckOptions, 'contextType'> {
  /** The type of `context`; the declared IProxyRequestContext when absent. */
  readonly contextType?: NetType | undefined;
}

/** Checks and compiles what stands in `@( )` (expression) or `@{ }` (statements). Never throws. */
export function compileExpression(
  source: SourceText,
  form: ExpressionForm,
  options: CompileOptions,
): {
  readonly expression?: CompiledExpression | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const contextType =
    options.contextType ?? options.registry.lookUp('IProxyRequestContext')?.construct();
  try {
    const checked = checkText(source, form, { ...options, contextType });
    const { root, usesContext, hasFilters, diagnostics } = checked;
    if (!root) return { diagnostics };
    const compiled = compileRoot(root, hasFilters);
    return { expression: asExpression(compiled, root.returns, usesContext), diagnostics };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { diagnostics: [tooDeep(source)] };
  }
}

/** The tree is too high for the stack of this thread. */
function tooDeep(source: SourceText): Diagnostic {
  const span = { start: 0, end: source.text.length };
  const message = 'The expression is nested too deeply.';
  return { code: 'CS8078', severity: 'error', message, source, span };
}

function asExpression(
  { reads, run }: CompiledRoot,
  type: NetType,
  usesContext: boolean,
): CompiledExpression {
  const evaluateStatic = (context: unknown, environment: Environment): unknown => {
    environment.begin();
    try {
      return run(context, environment);
    } catch (error) {
      throw asPublic(error, environment);
    }
  };
  return {
    type,
    reads,
    constant: usesContext ? undefined : constantOf(run, type),
    evaluateStatic,
    evaluate(context, environment) {
      const value = evaluateStatic(context, environment);
      if (typeof value === 'function') rememberDelegateType(value as DelegateFunction, type);
      return box(value, type);
    },
  };
}

/** Errors of the host stay inside; running out of its stack or memory is a limit like others. */
function asPublic(error: unknown, { limits }: Environment): unknown {
  if (error instanceof NetException || error instanceof LimitExceeded) return error;
  if (error instanceof RangeError) return new LimitExceeded('nested calls', limits.maxDepth);
  return new EvaluationFault(error);
}

/** Enough for what a text can compute of itself, little enough for publishing. */
const probeLimits = { ...defaultLimits, maxSteps: 10_000, maxStringLength: 1024 * 1024 };

/** Finds out by trying: an evaluation that asks the world for nothing gives the same each time. */
function constantOf(run: CompiledRoot['run'], type: NetType): { value: unknown } | undefined {
  const environment = new Environment({ now: askWorld, randomBytes: askWorld }, probeLimits);
  try {
    const value = box(run(null, environment), type);
    // Objects could be changed by whoever gets them.
    const isMutable = typeof value === 'object' && value !== null && !(value instanceof Box);
    return isMutable || typeof value === 'function' ? undefined : { value };
  } catch {
    return undefined;
  }
}

function askWorld(): never {
  throw new Error('a constant depends on the world');
}
