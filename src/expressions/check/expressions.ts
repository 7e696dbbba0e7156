/** Binding of expressions: which file knows about which kind of node. */
import type { Expression } from '../syntax/ast.ts';
import { bindAnonymousObject } from './anonymousObjects.ts';
import { bindArrayCreation, bindImplicitArray } from './arrays.ts';
import { bindAssignment } from './assignment.ts';
import { bindBinary } from './binary.ts';
import { bindInvocation } from './calls.ts';
import { bindCast, bindThrow } from './casts.ts';
import { bindCoalesce, bindConditional, bindConditionalAccess } from './conditionals.ts';
import { bindElementAccess, bindElementBinding } from './elementAccess.ts';
import { LambdaBindings } from './lambdaBindings.ts';
import {
  bindDefault,
  bindInterpolatedString,
  bindLiteral,
  bindSizeOf,
  bindTypeOf,
} from './literals.ts';
import { bindMemberAccess, bindMemberBinding } from './memberAccess.ts';
import { bindAliasQualifiedName, bindSimpleName } from './names.ts';
import { bindObjectCreation } from './objects.ts';
import { bad } from './operands.ts';
import type { Operand } from './operands.ts';
import { bindQuery } from './queries.ts';
import type { Scope } from './Scope.ts';
import { bindTupleLiteral } from './tuples.ts';
import { bindAs, bindIs, bindIsPattern } from './typeTests.ts';
import { bindIncrement, bindUnary } from './unary.ts';

type Kind = Expression['kind'];
type Binders = {
  readonly [K in Kind]: (node: Extract<Expression, { kind: K }>, scope: Scope) => Operand;
};

/** How each kind of node is bound; adding a kind is adding a line. */
const binders: Binders = {
  Literal: bindLiteral,
  InterpolatedString: bindInterpolatedString,
  SimpleName: bindSimpleName,
  AliasQualifiedName: bindAliasQualifiedName,
  PredefinedType: ({ name, span }, { session }) => ({
    kind: 'TypeOperand',
    span,
    type: session.registry.named(name),
  }),
  Parenthesized: ({ expression }, scope) => bindExpression(expression, scope),
  Tuple: bindTupleLiteral,
  MemberAccess: bindMemberAccess,
  ElementAccess: bindElementAccess,
  Invocation: bindInvocation,
  ConditionalAccess: bindConditionalAccess,
  MemberBinding: bindMemberBinding,
  ElementBinding: bindElementBinding,
  ObjectCreation: bindObjectCreation,
  ArrayCreation: bindArrayCreation,
  ImplicitArrayCreation: bindImplicitArray,
  AnonymousObject: bindAnonymousObject,
  TypeOf: bindTypeOf,
  SizeOf: bindSizeOf,
  Default: bindDefault,
  CheckedExpression: ({ expression, checked }, scope) =>
    bindExpression(expression, scope.with({ overflow: checked ? 'checked' : 'unchecked' })),
  Unary: bindUnary,
  Increment: bindIncrement,
  Cast: bindCast,
  Binary: bindBinary,
  Coalesce: bindCoalesce,
  Is: bindIs,
  IsPattern: bindIsPattern,
  As: bindAs,
  Conditional: bindConditional,
  Assignment: bindAssignment,
  ThrowExpression: ({ span }, { session }) => {
    session.report('CS8115', span);
    return bad(span);
  },
  Lambda: (node, scope) => ({
    kind: 'UnboundLambda',
    span: node.span,
    node,
    scope,
    bindings: new LambdaBindings(),
  }),
  AnonymousMethod: (node, scope) => ({
    kind: 'UnboundLambda',
    span: node.span,
    node,
    scope,
    bindings: new LambdaBindings(),
  }),
  Query: bindQuery,
  DeclarationExpression: ({ span }, { session }) => {
    session.report('CS8185', span);
    return bad(span);
  },
  Missing: ({ span }) => bad(span),
};

/** What an expression is, before it is clear what it is wanted for. */
export function bindExpression(node: Expression, scope: Scope): Operand {
  const bind = binders[node.kind] as (node: Expression, scope: Scope) => Operand;
  return bind(node, scope);
}

/** Where `throw e` may stand instead of a value: after `??`, in `?:`, as the body of a lambda. */
export function bindOrThrow(node: Expression, scope: Scope): Operand {
  return node.kind === 'ThrowExpression' ? bindThrow(node, scope) : bindExpression(node, scope);
}
