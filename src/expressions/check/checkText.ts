/** From text to a bound tree, with everything that is wrong on the way. */
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { parseExpressionText, parseStatementText } from '../syntax/parse.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import type { BoundFunction, FunctionSymbol } from './bound.ts';
import type { BoundStatement } from './boundStatements.ts';
import { convert } from './convert.ts';
import { bindExpression } from './expressions.ts';
import { checkAssignments } from './flow/definiteAssignment.ts';
import { endIsReachable } from './flow/reachability.ts';
import type { Observer } from './Observer.ts';
import { naturalType } from './operands.ts';
import { Scope } from './Scope.ts';
import type { FunctionContext } from './Scope.ts';
import { Session } from './Session.ts';
import { bindBlockIn } from './statements.ts';
import { toNonVoid } from './values.ts';

export interface CheckOptions {
  readonly registry: TypeRegistry;
  /** What the value must convert to; without it an expression keeps its own type, a block gives object. */
  readonly expected?: NetType | undefined;
  /** The type of `context`. */
  readonly contextType?: NetType | undefined;
  /** Names that stand for something unknown: nothing is said about them. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
  /** With one, text with syntax errors is bound as far as it can be read. */
  readonly observer?: Observer | undefined;
}

export interface Checked {
  /** Undefined when there are errors. */
  readonly root: BoundFunction | undefined;
  /** Whether the text mentions `context`. */
  readonly usesContext: boolean;
  /** Whether some catch clause has a filter. */
  readonly hasFilters: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks what stands in `@( )` or `@{ }`. Never throws. */
export function checkText(
  source: SourceText,
  form: 'expression' | 'statements',
  options: CheckOptions,
): Checked {
  const session = new Session(source, options);
  const parse = form === 'expression' ? parseExpressionText : parseStatementText;
  const { tree, diagnostics: syntax } = parse(source);
  // As compilers do: what was read with errors is not judged further.
  if (hasErrors(syntax) && !options.observer)
    return { root: undefined, usesContext: false, hasFilters: false, diagnostics: syntax };
  const symbol: FunctionSymbol = { name: 'expression', outer: undefined, typeParameters: [] };
  const returns = options.expected ?? (tree.kind === 'Block' ? session.types.object : undefined);
  const context: FunctionContext = { symbol, kind: 'root', returns, returned: [] };
  const scope = Scope.root(session, context);
  const root: BoundFunction =
    tree.kind === 'Block'
      ? rootOfBlock(tree, returns ?? session.types.object, scope)
      : rootOfExpression(tree, returns, scope);
  if (!hasErrors(session.diagnostics)) checkAssignments(root, session);
  const diagnostics = [...syntax, ...inOrder(session.diagnostics)];
  return {
    root: hasErrors(diagnostics) ? undefined : root,
    usesContext: session.usesContext,
    hasFilters: session.hasFilters,
    diagnostics,
  };
}

function rootOfExpression(
  tree: Parameters<typeof bindExpression>[0],
  expected: NetType | undefined,
  scope: Scope,
): BoundFunction {
  const operand = bindExpression(tree, scope);
  const { types } = scope.session;
  const wanted = expected ?? (naturalType(operand, types) ? undefined : types.object);
  const value = wanted ? convert(operand, wanted, scope) : toNonVoid(operand, scope);
  const body: BoundStatement = { kind: 'Return', span: tree.span, value };
  const { symbol } = scope.function;
  return { symbol, parameters: [], locals: scope.locals, returns: value.type, body };
}

function rootOfBlock(
  tree: Parameters<typeof bindBlockIn>[0],
  returns: NetType,
  scope: Scope,
): BoundFunction {
  const body = bindBlockIn(tree, scope);
  const { session } = scope;
  if (returns !== errorType && endIsReachable(body)) {
    const { text } = session.source;
    const last = Math.max(0, text.trimEnd().length - 1);
    session.report(
      'CS0161',
      { start: last, end: Math.min(last + 1, text.length) },
      ['@{ }'],
      "Every path through '@{ }' must end with 'return value;'.",
    );
  }
  return { symbol: scope.function.symbol, parameters: [], locals: [], returns, body };
}

/** By place, each once: lambdas that are read in several ways may tell the same twice. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const distinct = diagnostics.filter(({ code, span }) => {
    const key = `${code}@${span.start}-${span.end}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.toSorted((one, other) => one.span.start - other.span.start);
}
