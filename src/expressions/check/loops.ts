/** Loops: C# 7.3 §iteration statements. */
import type { Do, Expression, For, ForEach, ForEachDeconstruction, While } from '../syntax/ast.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import type { BoundStatement } from './boundStatements.ts';
import { bindCondition } from './conditionals.ts';
import { cast } from './convert.ts';
import { declareAll } from './declarations.ts';
import { bindForEachTarget } from './deconstruction.ts';
import { findEnumeration } from './enumeration.ts';
import type { FoundEnumeration } from './enumeration.ts';
import { bindExpression } from './expressions.ts';
import { isStatementExpression } from './lambdas.ts';
import type { Scope } from './Scope.ts';
import { bindEmbedded } from './statements.ts';
import { bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

const inLoop = { canBreak: true, canContinue: true } as const;

export function bindWhile(node: While, outer: Scope): BoundStatement {
  const scope = outer.child();
  const condition = bindCondition(node.condition, scope);
  const body = bindEmbedded(node.body, scope.with(inLoop));
  return { kind: 'While', span: node.span, locals: scope.locals, condition, body };
}

export function bindDo(node: Do, outer: Scope): BoundStatement {
  const body = bindEmbedded(node.body, outer.with(inLoop));
  const scope = outer.child();
  const condition = bindCondition(node.condition, scope);
  return { kind: 'Do', span: node.span, locals: scope.locals, body, condition };
}

export function bindFor(node: For, outer: Scope): BoundStatement {
  const scope = outer.child();
  const { initializer } = node;
  const initializers =
    'kind' in initializer
      ? declareAll(initializer, scope, 'local')
      : initializer.map((each) => effect(bindEffect(each, scope)));
  const round = scope.child();
  const condition = node.condition && bindCondition(node.condition, round);
  const body = bindEmbedded(node.body, round.with(inLoop));
  const iterators = node.iterators.map((each) => bindEffect(each, round));
  return {
    kind: 'For',
    span: node.span,
    locals: scope.locals,
    initializers,
    roundLocals: round.locals,
    condition,
    iterators,
    body,
  };
}

/** What stands in a `for` instead of a statement. */
function bindEffect(node: Expression, scope: Scope): BoundExpression {
  if (!isStatementExpression(node)) scope.session.report('CS0201', node.span);
  return toValue(bindExpression(node, scope), scope);
}

function effect(expression: BoundExpression): BoundStatement {
  return { kind: 'ExpressionStatement', span: expression.span, expression };
}

export function bindForEach(node: ForEach, outer: Scope): BoundStatement {
  const scope = outer.child();
  const found = bindSource(node.source, scope);
  const elementType = found?.element ?? errorType;
  const declared = node.type.kind === 'VarType' ? undefined : bindValueType(node.type, scope);
  const type = declared ?? elementType;
  const inner = scope.child();
  const { name } = node;
  const variable: Variable = inner.declare(name.text, type, 'foreach', name.span);
  const body = bindEmbedded(node.body, inner.with(inLoop));
  if (!found) return { kind: 'Empty', span: node.span };
  const element = scope.temporary(elementType, name.span);
  const local: BoundExpression = {
    kind: 'Local',
    type: elementType,
    span: node.type.span,
    variable: element,
  };
  // The language casts here: foreach (Match m in matches).
  const value = cast(local, type, scope, node.type.span);
  return {
    kind: 'ForEach',
    span: node.span,
    source: found.source,
    sourceVariable: found.sourceVariable,
    enumeration: found.enumeration,
    element,
    locals: [variable],
    into: { variable, value },
    body,
  };
}

export function bindForEachDeconstruction(
  node: ForEachDeconstruction,
  outer: Scope,
): BoundStatement {
  const scope = outer.child();
  const found = bindSource(node.source, scope);
  const inner = scope.child();
  const into = bindForEachTarget(node.target, found?.element ?? errorType, inner);
  const body = bindEmbedded(node.body, inner.with(inLoop));
  if (!found || !into) return { kind: 'Empty', span: node.span };
  return {
    kind: 'ForEach',
    span: node.span,
    source: found.source,
    sourceVariable: found.sourceVariable,
    enumeration: found.enumeration,
    element: scope.temporary(found.element, node.target.span),
    locals: inner.locals,
    into,
    body,
  };
}

function bindSource(node: ForEach['source'], scope: Scope): FoundEnumeration | undefined {
  return findEnumeration(bindExpression(node, scope), scope);
}
