/**
 * The body of a lambda under given parameter types. Overload resolution and inference ask for several
 * of them, again and again; each is bound once.
 */
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { AnonymousMethod, Lambda, Parameter as ParameterNode } from '../syntax/ast.ts';
import { errorType, voidType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { bestType } from './bestType.ts';
import type { FunctionSymbol, Variable } from './bound.ts';
import type { BoundStatement } from './boundStatements.ts';
import { bindOrThrow } from './expressions.ts';
import { endIsReachable } from './flow/reachability.ts';
import { bad, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import { enterRangeVariables, isTransparent, rangeVariables } from './rangeVariables.ts';
import type { FunctionContext, Scope } from './Scope.ts';
import { bindBlockIn } from './statements.ts';
import { bindValueType } from './typeNames.ts';

export type LambdaNode = Lambda | AnonymousMethod;

/** One reading of a lambda. */
export interface LambdaBinding {
  readonly symbol: FunctionSymbol;
  readonly parameters: readonly Variable[];
  readonly scope: Scope;
  /** The value of an expression body; undefined of a block. */
  readonly value: Operand | undefined;
  readonly block: BoundStatement | undefined;
  /** What a block returns, to be converted when the type of the result is known. */
  readonly returned: FunctionContext['returned'];
  readonly diagnostics: readonly Diagnostic[];
}

export class LambdaBindings {
  readonly #byTypes = new Map<string, LambdaBinding>();

  get(node: LambdaNode, scope: Scope, parameterTypes: readonly NetType[]): LambdaBinding {
    const key = parameterTypes.map(numberOf).join();
    let binding = this.#byTypes.get(key);
    if (!binding) {
      binding = bindLambdaBody(node, scope, parameterTypes);
      this.#byTypes.set(key, binding);
    }
    return binding;
  }

  /** What is wrong with the body in some reading, to be told when no reading was chosen. */
  anyProblems(): readonly Diagnostic[] {
    for (const { diagnostics } of this.#byTypes.values()) {
      if (diagnostics.length > 0) return diagnostics;
    }
    return [];
  }
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number that tells a type from all others. */
function numberOf(type: object): number {
  let number = numbers.get(type);
  if (number === undefined) numbers.set(type, (number = ++count));
  return number;
}

function bindLambdaBody(
  node: LambdaNode,
  outer: Scope,
  parameterTypes: readonly NetType[],
): LambdaBinding {
  const { session } = outer;
  const symbol: FunctionSymbol = {
    name: 'lambda',
    outer: outer.function.symbol,
    typeParameters: [],
  };
  const context: FunctionContext = { symbol, kind: 'lambda', returns: undefined, returned: [] };
  const scope = outer.functionBody(context);
  const { result, diagnostics } = session.capture(() => {
    const parameters = declareParameters(node.parameters, scope, parameterTypes);
    if (!session.allowLambdaBinding(node.span)) {
      return { parameters, value: bad(node.span), block: undefined };
    }
    return node.body.kind === 'Block'
      ? { parameters, value: undefined, block: bindBlockIn(node.body, scope) }
      : { parameters, value: bindOrThrow(node.body, scope), block: undefined };
  });
  return { symbol, scope, ...result, returned: context.returned, diagnostics };
}

function declareParameters(
  nodes: readonly ParameterNode[] | undefined,
  scope: Scope,
  types: readonly NetType[],
): Variable[] {
  if (!nodes) return types.map((type) => scope.temporary(type, { start: 0, end: 0 }));
  const seen = new Set<string>();
  return nodes.map(({ name, mode, span }, i) => {
    const type = types[i] ?? errorType;
    if (isTransparent(name.text)) {
      const variable = scope.temporary(type, name.span);
      scope.enter(name.text, { kind: 'variable', variable }, name.span);
      enterRangeVariables(variable, rangeVariables(name.text), scope);
      return variable;
    }
    const kind = mode === 'ref' || mode === 'out' ? mode : 'parameter';
    if (!seen.has(name.text)) {
      seen.add(name.text);
      return scope.declare(name.text, type, kind, name.span);
    }
    scope.session.report('CS0100', span, [name.text]);
    return scope.temporary(type, name.span);
  });
}

/** The declared parameter types; undefined when the lambda leaves them open. */
export function declaredTypes(node: LambdaNode, scope: Scope): readonly NetType[] | undefined {
  const { parameters } = node;
  if (!parameters) return undefined;
  if (parameters.some(({ type }) => type === undefined)) return undefined;
  return parameters.map(({ type }) =>
    type ? scope.session.capture(() => bindValueType(type, scope)).result : errorType,
  );
}

/** The type of what the lambda returns (C# 7.3 §inferred return type). */
export function returnTypeOf({
  value,
  block,
  returned,
  scope,
}: LambdaBinding): NetType | undefined {
  const { types } = scope.session;
  if (value) return naturalType(value, types);
  if (!block) return undefined;
  const values = returned.flatMap(({ operand }) => (operand ? [operand] : []));
  if (values.length === 0) return voidType;
  const found = values.flatMap((operand) => naturalType(operand, types) ?? []);
  return found.includes(errorType) ? errorType : bestType(found);
}

/** Whether a block can end without a return. */
export function endsOpen({ block }: LambdaBinding): boolean {
  return block !== undefined && endIsReachable(block);
}
