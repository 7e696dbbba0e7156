/** `try`, `catch`, `finally` and `using`: C# 7.3 §try statement, §using statement. */
import type { CatchClause, Try, Using } from '../syntax/ast.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import type { BoundCatch, BoundStatement } from './boundStatements.ts';
import { classifyTypes } from './classify.ts';
import { bindCondition } from './conditionals.ts';
import { exists } from './conversions.ts';
import { declareAll } from './declarations.ts';
import { displayType } from './displayType.ts';
import { disposeOf } from './disposal.ts';
import { bindExpression } from './expressions.ts';
import type { Scope } from './Scope.ts';
import { bindBlock, bindBlockIn, bindEmbedded } from './statements.ts';
import { bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

export function bindTry(node: Try, scope: Scope): BoundStatement {
  const block = bindBlock(node.block, scope);
  const catches: BoundCatch[] = [];
  for (const clause of node.catches) {
    const bound = bindCatch(clause, scope);
    reportUnreachable(bound, catches, clause, scope);
    catches.push(bound);
  }
  const last = node.finallyBlock;
  const inFinally = {
    handler: scope.surroundings.handler === undefined ? undefined : ('finally' as const),
    finallies: scope.surroundings.finallies + 1,
    canBreak: false,
    canContinue: false,
  };
  return {
    kind: 'Try',
    span: node.span,
    block,
    catches,
    finally: last && bindBlock(last, scope.child(inFinally)),
  };
}

function bindCatch(node: CatchClause, outer: Scope): BoundCatch {
  const scope = outer.child({ handler: 'catch' });
  const type = node.type && bindExceptionType(node.type, scope);
  const variable =
    node.name && scope.declare(node.name.text, type ?? errorType, 'local', node.name.span);
  const filter = node.filter && bindCondition(node.filter, scope);
  if (filter) scope.session.hasFilters = true;
  const block = bindBlockIn(node.block, scope.child());
  return { span: node.span, locals: scope.locals, type, variable, filter, block };
}

function bindExceptionType(node: NonNullable<CatchClause['type']>, scope: Scope): NetType {
  const type = bindValueType(node, scope);
  if (type === errorType) return type;
  if (exists(classifyTypes(type, scope.session.types.exception, scope))) return type;
  scope.session.report('CS0155', node.span, [displayType(type)]);
  return errorType;
}

function reportUnreachable(
  { type }: BoundCatch,
  earlier: readonly BoundCatch[],
  node: CatchClause,
  scope: Scope,
): void {
  if (!type || type === errorType || !node.type) return;
  const isCaught = earlier.some(
    (other) => other.type && !other.filter && exists(classifyTypes(type, other.type, scope)),
  );
  if (isCaught) scope.session.report('CS0160', node.type.span, [displayType(type)]);
}

export function bindUsing(node: Using, outer: Scope): BoundStatement {
  const scope = outer.child();
  const { resource } = node;
  if (resource.kind !== 'LocalDeclaration') {
    const value = toValue(bindExpression(resource, scope), scope);
    const variable = scope.temporary(value.type, resource.span);
    return hold(variable, value, bindEmbedded(node.body, scope), node, scope);
  }
  const declared = declareAll(resource, scope, 'using');
  const body = bindEmbedded(node.body, scope);
  // Several resources are disposed of in reverse order, as if each stood in the other.
  return declared.reduceRight<BoundStatement>((inner, declaration) => {
    if (declaration.kind !== 'Declaration' || !declaration.value) return inner;
    return hold(declaration.variable, declaration.value, inner, node, scope);
  }, body);
}

function hold(
  resource: Variable,
  value: BoundExpression,
  body: BoundStatement,
  { resource: node, span }: Using,
  scope: Scope,
): BoundStatement {
  const { type } = resource;
  const dispose = disposeOf(resource, scope);
  if (!dispose) {
    if (type !== errorType && type !== nullType) {
      scope.session.report('CS1674', node.span, [displayType(type)]);
    }
    const evaluate: BoundStatement = { kind: 'ExpressionStatement', span, expression: value };
    return { kind: 'Block', span, locals: [], functions: [], statements: [evaluate, body] };
  }
  return {
    kind: 'Using',
    span,
    locals: [...scope.locals, resource],
    resource,
    value,
    dispose,
    body,
  };
}
