/** Declarations of local variables and constants: C# 7.3 §local variable declarations. */
import type { Declarator, LocalDeclaration } from '../syntax/ast.ts';
import { isReferenceType, isVoid } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { bindElements, fillArray } from './arrays.ts';
import type { BoundExpression } from './bound.ts';
import type { BoundDeclaration, BoundStatement } from './boundStatements.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { tellLambda } from './lambdas.ts';
import { numberName } from './numericTypes.ts';
import { bad, describeOperand, isBad, naturalType } from './operands.ts';
import type { Scope } from './Scope.ts';
import { bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

export function bindLocalDeclaration(node: LocalDeclaration, scope: Scope): BoundStatement {
  const { span } = node;
  const statements = declareAll(node, scope, 'local');
  const [only] = statements;
  if (only && statements.length === 1) return only;
  return { kind: 'Block', span, locals: [], functions: [], statements };
}

/** One declaration for each variable; constants leave nothing to do. */
export function declareAll(
  node: LocalDeclaration,
  scope: Scope,
  kind: 'local' | 'using',
): BoundStatement[] {
  const { type, declarators, span } = node;
  if (type.kind === 'VarType') {
    if (declarators.length > 1) scope.session.report('CS0819', span);
    if (node.constant) scope.session.report('CS0822', type.span);
    return declarators.map((each) => declareInferred(each, scope, kind));
  }
  const declared = bindValueType(type, scope);
  return declarators.map((each) =>
    node.constant
      ? declareConstant(each, declared, scope)
      : declareTyped(each, declared, scope, kind),
  );
}

/** The variable is in sight of its own value, where flow analysis finds it unassigned. */
function declareTyped(
  { name, value, span }: Declarator,
  type: NetType,
  scope: Scope,
  kind: 'local' | 'using',
): BoundDeclaration {
  const home = scope.surroundings.localsIn ?? scope;
  const variable = home.declare(name.text, type, kind, name.span);
  const bound = value && bindValue(value, type, scope);
  return { kind: 'Declaration', span, variable, value: bound };
}

function bindValue(
  value: NonNullable<Declarator['value']>,
  type: NetType,
  scope: Scope,
): BoundExpression {
  if (value.kind !== 'ArrayInitializer') {
    return convert(bindExpression(value, scope), type, scope);
  }
  if (type.kind === 'array') return fillArray(value, type, [], value.span, scope);
  if (type !== errorType) scope.session.report('CS0622', value.span, [displayType(type)]);
  bindElements(value, scope);
  return bad(value.span);
}

function declareInferred(
  { name, value, span }: Declarator,
  scope: Scope,
  kind: 'local' | 'using',
): BoundDeclaration {
  const { session } = scope;
  const bound = inferValue(value, name, scope);
  const home = scope.surroundings.localsIn ?? scope;
  const variable = home.declare(name.text, bound?.type ?? errorType, kind, name.span);
  if (!value) session.report('CS0818', name.span);
  return { kind: 'Declaration', span, variable, value: bound };
}

function inferValue(
  value: Declarator['value'],
  name: Declarator['name'],
  scope: Scope,
): BoundExpression | undefined {
  const { session } = scope;
  if (!value) return undefined;
  if (value.kind === 'ArrayInitializer') {
    session.report('CS0820', value.span);
    bindElements(value, scope);
    return bad(value.span);
  }
  const operand = bindExpression(value, scope);
  const type = naturalType(operand, session.types);
  if (type && !isVoid(type)) return toValue(operand, scope);
  if (!isBad(operand)) {
    const isValueless = operand.kind === 'TypeOperand' || operand.kind === 'NamespaceOperand';
    if (isValueless) toValue(operand, scope);
    else session.report('CS0815', name.span, [describeOperand(operand)]);
    if (operand.kind === 'UnboundLambda') tellLambda(operand);
  }
  return bad(value.span);
}

function declareConstant(
  { name, value, span }: Declarator,
  type: NetType,
  scope: Scope,
): BoundStatement {
  const { session } = scope;
  const home = scope.surroundings.localsIn ?? scope;
  const bound = value && bindValue(value, type, scope);
  if (!canBeConstant(type, scope)) session.report('CS0283', span, [displayType(type)]);
  else if (!bound) session.report('CS0145', name.span);
  else if (bound.type !== errorType && !isConstantOf(type, bound, scope)) {
    const isObject = isReferenceType(type) && type !== session.types.string;
    const code = isObject ? 'CS0134' : 'CS0133';
    session.report(code, bound.span, [name.text, displayType(type)]);
  }
  const constant = bound?.kind === 'Constant' ? { value: bound.value } : undefined;
  home.declare(name.text, constant ? type : errorType, 'local', name.span, constant);
  return { kind: 'Empty', span };
}

/** Numbers, bool, char, string and enums; of other references null only. */
function canBeConstant(type: NetType, { session }: Scope): boolean {
  if (type === errorType || isReferenceType(type) || type === session.types.bool) return true;
  return numberName(type) !== undefined;
}

function isConstantOf(type: NetType, value: BoundExpression, { session }: Scope): boolean {
  if (value.kind !== 'Constant') return false;
  return value.value === null || !isReferenceType(type) || type === session.types.string;
}
