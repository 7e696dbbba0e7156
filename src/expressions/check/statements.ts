/** Binding of statements: which file knows about which kind of node. */
import type {
  Block,
  ExpressionStatement,
  Goto,
  If,
  Labeled,
  Lock,
  Return,
  Statement,
  Throw,
} from '../syntax/ast.ts';
import { isValueType, isVoid } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundBlock, BoundReturn, BoundStatement } from './boundStatements.ts';
import { bindThrown } from './casts.ts';
import { bindCondition } from './conditionals.ts';
import { convert } from './convert.ts';
import { bindLocalDeclaration } from './declarations.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { bindDo, bindFor, bindForEach, bindForEachDeconstruction, bindWhile } from './loops.ts';
import { bindLocalFunctionBody, declareLocalFunction } from './localFunctions.ts';
import type { Returned, Scope } from './Scope.ts';
import { bindGotoCase, bindGotoDefault, bindSwitch } from './switches.ts';
import { bindTry, bindUsing } from './tries.ts';
import { toValue } from './values.ts';

type Kind = Statement['kind'];
type Binders = {
  readonly [K in Kind]: (node: Extract<Statement, { kind: K }>, scope: Scope) => BoundStatement;
};

/** How each kind of statement is bound; adding a kind is adding a line. */
const binders: Binders = {
  Block: bindBlock,
  LocalDeclaration: bindLocalDeclaration,
  LocalFunction: bindLocalFunctionBody,
  ExpressionStatement: bindExpressionStatement,
  If: bindIf,
  While: bindWhile,
  Do: bindDo,
  For: bindFor,
  ForEach: bindForEach,
  ForEachDeconstruction: bindForEachDeconstruction,
  Return: bindReturn,
  Break: ({ span }, scope) => {
    if (!scope.surroundings.canBreak) reportJump('break', ' or switch', span, scope);
    return { kind: 'Break', span };
  },
  Continue: ({ span }, scope) => {
    if (!scope.surroundings.canContinue) reportJump('continue', '', span, scope);
    return { kind: 'Continue', span };
  },
  Switch: bindSwitch,
  Goto: bindGoto,
  GotoCase: bindGotoCase,
  GotoDefault: bindGotoDefault,
  Labeled: bindLabeled,
  Throw: bindThrowStatement,
  Try: bindTry,
  Using: bindUsing,
  Lock: bindLock,
  CheckedStatement: ({ block, checked }, scope) =>
    bindBlock(block, scope.with({ overflow: checked ? 'checked' : 'unchecked' })),
  Empty: ({ span }) => ({ kind: 'Empty', span }),
};

export function bindStatement(node: Statement, scope: Scope): BoundStatement {
  const bind = binders[node.kind] as (node: Statement, scope: Scope) => BoundStatement;
  return bind(node, scope);
}

export function bindBlock(node: Block, scope: Scope): BoundBlock {
  return bindBlockIn(node, scope.child());
}

/** The statements of a block whose scope is given: that of a function or a catch clause. */
export function bindBlockIn({ statements, span }: Block, scope: Scope): BoundBlock {
  announce(statements, scope);
  const bound = statements.map((statement) => bindStatement(statement, scope));
  const { locals, functions } = scope;
  return { kind: 'Block', span, locals, functions, statements: bound };
}

/** Makes known what a statement list declares: it is in sight in the whole list (C# 7.3 §scopes). */
export function announce(statements: readonly Statement[], scope: Scope): void {
  for (const statement of statements) {
    let at: Statement = statement;
    while (at.kind === 'Labeled') {
      announceLabel(at, scope);
      at = at.statement;
    }
    if (at.kind === 'LocalDeclaration') {
      for (const { name } of at.declarators) scope.pending.add(name.text);
    }
  }
  for (const statement of statements) {
    if (statement.kind === 'LocalFunction') declareLocalFunction(statement, scope);
  }
}

function announceLabel({ label }: Labeled, scope: Scope): void {
  if (scope.labels.has(label.text)) scope.session.report('CS0140', label.span, [label.text]);
  scope.labels.set(label.text, { name: label.text });
}

/** A statement that is no block but has a scope of its own: the body of an `if` or a loop. */
export function bindEmbedded(node: Statement, scope: Scope): BoundStatement {
  if (node.kind === 'Block') return bindBlock(node, scope);
  const inner = scope.child();
  announce([node], inner);
  const statement = bindStatement(node, inner);
  const { locals, functions } = inner;
  if (locals.length === 0 && functions.length === 0) return statement;
  return { kind: 'Block', span: node.span, locals, functions, statements: [statement] };
}

function bindExpressionStatement(
  { expression, span }: ExpressionStatement,
  scope: Scope,
): BoundStatement {
  const value = toValue(bindExpression(expression, scope), scope);
  return { kind: 'ExpressionStatement', span, expression: value };
}

function bindIf(node: If, scope: Scope): BoundStatement {
  const condition = bindCondition(node.condition, scope);
  return {
    kind: 'If',
    span: node.span,
    condition,
    whenTrue: bindEmbedded(node.whenTrue, scope),
    whenFalse: node.whenFalse && bindEmbedded(node.whenFalse, scope),
  };
}

function bindReturn({ value, span }: Return, scope: Scope): BoundStatement {
  const { function: context, session } = scope;
  if (scope.surroundings.finallies > 0) session.report('CS0157', span, ['return']);
  const operand = value && bindExpression(value, scope);
  const node: BoundReturn = { kind: 'Return', span, value: undefined };
  if (context.returns === undefined) context.returned.push({ node, operand });
  else finishReturn({ node, operand }, context.returns, scope);
  return node;
}

/** Converts what is returned to the type of the function. */
export function finishReturn({ node, operand }: Returned, returns: NetType, scope: Scope): void {
  const { session } = scope;
  if (operand && isVoid(returns)) {
    const { kind, symbol } = scope.function;
    if (kind === 'lambda') session.report('CS8030', node.span);
    else session.report('CS0127', node.span, [`${symbol.name}()`]);
  } else if (operand) {
    node.value = convert(operand, returns, scope);
  } else if (!isVoid(returns) && returns !== errorType) {
    session.report('CS0126', node.span, [displayType(returns)]);
  }
}

function reportJump(
  word: string,
  alternative: string,
  span: Statement['span'],
  { session, surroundings }: Scope,
): void {
  if (surroundings.finallies > 0) session.report('CS0157', span, [word]);
  else session.report('CS0139', span, [word, alternative]);
}

function bindGoto({ label, span }: Goto, scope: Scope): BoundStatement {
  const home = scope.labelScope(label.text);
  const target = home?.labels.get(label.text);
  if (home && home.surroundings.finallies < scope.surroundings.finallies) {
    scope.session.report('CS0157', span, ['goto']);
  }
  if (target) return { kind: 'Goto', span, target };
  scope.session.report('CS0159', label.span, [label.text]);
  return { kind: 'Goto', span, target: { name: label.text } };
}

function bindLabeled({ label, statement, span }: Labeled, scope: Scope): BoundStatement {
  const target = scope.label(label.text) ?? { name: label.text };
  return { kind: 'Labeled', span, target, statement: bindStatement(statement, scope) };
}

function bindThrowStatement({ value, span }: Throw, scope: Scope): BoundStatement {
  if (value) return { kind: 'ThrowStatement', span, value: bindThrown(value, scope) };
  const { handler } = scope.surroundings;
  if (handler === undefined) scope.session.report('CS0156', span);
  if (handler === 'finally') scope.session.report('CS0724', span);
  return { kind: 'ThrowStatement', span, value: undefined };
}

/** One evaluation runs on one thread, so that a lock only evaluates its target. */
function bindLock({ target, body, span }: Lock, scope: Scope): BoundStatement {
  const expression = toValue(bindExpression(target, scope), scope);
  if (isValueType(expression.type) || expression.type === nullType) {
    scope.session.report('CS0185', target.span, [displayType(expression.type)]);
  }
  const evaluate: BoundStatement = { kind: 'ExpressionStatement', span: target.span, expression };
  const statements = [evaluate, bindEmbedded(body, scope)];
  return { kind: 'Block', span, locals: [], functions: [], statements };
}
