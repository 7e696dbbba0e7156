/** Binary operators: C# 7.3 §arithmetic, shift, relational, logical and conditional logical operators. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Binary, Expression } from '../syntax/ast.ts';
import { isDelegate, isNullable, isReferenceType, isVoid } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BinaryToken, BoundBinary, BoundExpression } from './bound.ts';
import { enumOf, findBuiltIn } from './builtInOperators.ts';
import type { BuiltIn } from './builtInOperators.ts';
import { classifyImplicit } from './classify.ts';
import { foldBinary } from './constants.ts';
import { exists } from './conversions.ts';
import { convert } from './convert.ts';
import { decimalOperator } from './decimals.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import {
  bad,
  constant,
  describeOperand,
  isBad,
  isBound,
  isNullLiteral,
  naturalType,
} from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { standardExplicit } from './standardConversions.ts';
import { tupleEquality } from './tuples.ts';
import { applyUserOperator } from './userOperators.ts';
import { toValue } from './values.ts';

/** What is known of an application of an operator. */
export interface Application {
  readonly operator: BinaryToken;
  readonly left: Operand;
  readonly right: Operand;
  readonly span: Span;
}

/** `a + b + …` leans left and may be thousands of nodes deep. */
export function bindBinary(node: Binary, scope: Scope): BoundExpression {
  const chain: Binary[] = [];
  let first: Expression = node;
  while (first.kind === 'Binary') {
    chain.push(first);
    first = first.left;
  }
  let left = bindExpression(first, scope);
  for (const each of chain.toReversed()) {
    const right = bindExpression(each.right, scope);
    const { operator, span } = each;
    left =
      operator === '&&' || operator === '||'
        ? bindLogical(operator, left, right, each, scope)
        : applyBinary({ operator, left, right, span }, scope);
  }
  return toValue(left, scope);
}

function bindLogical(
  operator: '&&' | '||',
  left: Operand,
  right: Operand,
  { span }: Binary,
  scope: Scope,
): BoundExpression {
  const { bool } = scope.session.types;
  if (isBad(left) || isBad(right)) return bad(span);
  const fit = [left, right].every((operand) => exists(classifyImplicit(operand, bool, scope)));
  if (!fit) {
    reportOperator(operator, left, right, span, scope, boolHint(left, right, scope));
    return bad(span);
  }
  const [one, other] = [convert(left, bool, scope), convert(right, bool, scope)];
  if (one.kind === 'Constant' && other.kind === 'Constant') {
    const value = operator === '&&' ? one.value && other.value : one.value || other.value;
    return constant(value, bool, span);
  }
  return { kind: 'Logical', type: bool, span, operator, left: one, right: other };
}

function boolHint(left: Operand, right: Operand, { session }: Scope): string | undefined {
  const { bool } = session.types;
  const isNullableBool = [left, right].some((operand) => {
    const type = naturalType(operand, session.types);
    return type !== undefined && isNullable(type) && type.args[0] === bool;
  });
  return isNullableBool ? "A 'bool?' may be null: compare it with '== true'." : undefined;
}

/** Applies an operator to operands that are bound. */
export function applyBinary(application: Application, scope: Scope): BoundExpression {
  const { operator, span } = application;
  const { left, right } = withDefaults(application, scope);
  if (isBad(left) || isBad(right)) return bad(span);
  const known = { ...application, left, right };
  const tuples = (operator === '==' || operator === '!=') && tupleEquality(known, scope);
  if (tuples) return tuples;
  const user = applyUserOperator(operator, [left, right], span, scope);
  if (user === 'ambiguous') return ambiguous(known, scope);
  const result = user ?? applyBuiltIn(known, scope);
  if (result === 'ambiguous') return ambiguous(known, scope);
  if (result) return result;
  reportOperator(operator, left, right, span, scope);
  return bad(span);
}

/** `x == default` takes the type of x; other operators do not. */
function withDefaults(
  { operator, left, right, span }: Application,
  scope: Scope,
): { readonly left: Operand; readonly right: Operand } {
  if (left.kind !== 'DefaultLiteral' && right.kind !== 'DefaultLiteral') return { left, right };
  const { types } = scope.session;
  const type = naturalType(left, types) ?? naturalType(right, types);
  if (!type || (operator !== '==' && operator !== '!=')) {
    scope.session.report('CS8310', span, [operator]);
    return { left: bad(span), right: bad(span) };
  }
  return {
    left: left.kind === 'DefaultLiteral' ? convert(left, type, scope) : left,
    right: right.kind === 'DefaultLiteral' ? convert(right, type, scope) : right,
  };
}

function applyBuiltIn(
  application: Application,
  scope: Scope,
): BoundExpression | 'ambiguous' | undefined {
  const { operator } = application;
  if (operator === '<<' || operator === '>>') return applyShift(application, scope);
  const isNothing = isNullLiteral(application.left) && isNullLiteral(application.right);
  // Texts and every nullable number could be meant.
  if (isNothing && operator === '+') return 'ambiguous';
  const special =
    applyText(application, scope) ??
    applyEnum(application, scope) ??
    applyDelegate(application, scope) ??
    applyNullTest(application, scope);
  if (special) return special;
  const { left, right } = application;
  const found = findBuiltIn(operator, [left, right], scope);
  if (found === 'ambiguous') return found;
  if (found) return applyNumeric(application, found, scope);
  return applyReferenceEquality(application, scope);
}

function isTest(operator: string): boolean {
  return /^([=!<>]=|[<>])$/.test(operator);
}

function applyNumeric(
  { operator, left, right, span }: Application,
  { kind, type, lifted }: BuiltIn,
  scope: Scope,
): BoundExpression {
  const { bool } = scope.session.types;
  const [a, b] = [convert(left, type, scope), convert(right, type, scope)];
  const result = isTest(operator) ? bool : type;
  if (kind === 'decimal') return decimalOperator(operator, [a, b], result, lifted, span, scope);
  return binaryNode(operator, kind, a, b, result, lifted, span, scope);
}

function binaryNode(
  operator: BinaryToken,
  on: BoundBinary['on'],
  left: BoundExpression,
  right: BoundExpression,
  type: NetType,
  lifted: boolean,
  span: Span,
  scope: Scope,
): BoundExpression {
  const { isChecked: checked } = scope;
  return foldBinary(
    { kind: 'Binary', type, span, operator, on, left, right, checked, lifted },
    scope,
  );
}

/** The count is an int; the result has the type of what is shifted. */
function applyShift(
  { operator, left, right, span }: Application,
  scope: Scope,
): BoundExpression | undefined {
  const { types } = scope.session;
  const found = findBuiltIn(operator, [left], scope);
  if (!found || found === 'ambiguous') return undefined;
  const countType = naturalType(right, types);
  const lifted = found.lifted || (countType !== undefined && isNullable(countType));
  const plain = types[found.kind];
  const type = lifted ? types.nullable(plain) : plain;
  const count = lifted ? types.nullable(types.int) : types.int;
  if (!exists(classifyImplicit(right, count, scope))) return undefined;
  const [a, b] = [convert(left, type, scope), convert(right, count, scope)];
  return binaryNode(operator, found.kind, a, b, type, lifted, span, scope);
}

/** `+` with a string on either side, `==` and `!=` between strings. */
function applyText(
  { operator, left, right, span }: Application,
  scope: Scope,
): BoundExpression | undefined {
  const { types } = scope.session;
  const { string, bool } = types;
  const [one, other] = [naturalType(left, types), naturalType(right, types)];
  if (operator === '+' && (one === string || other === string)) {
    if (!isPrintable(left) || !isPrintable(right)) return undefined;
    return concat(toValue(left, scope), toValue(right, scope), span, scope);
  }
  if (operator !== '==' && operator !== '!=') return undefined;
  const areTexts =
    (one === string && (other === string || isNullLiteral(right))) ||
    (other === string && isNullLiteral(left));
  if (!areTexts) return undefined;
  const [a, b] = [convert(left, string, scope), convert(right, string, scope)];
  return binaryNode(operator, 'string', a, b, bool, false, span, scope);
}

function isPrintable(operand: Operand): boolean {
  if (operand.kind === 'TupleLiteral') return true;
  return isBound(operand) && !isVoid(operand.type);
}

/** Longer rows nest, so that thousands of texts are not copied again for each that follows. */
const maxFlatParts = 256;

/** Texts after each other; constants become one. */
function concat(
  left: BoundExpression,
  right: BoundExpression,
  span: Span,
  scope: Scope,
): BoundExpression {
  const { string } = scope.session.types;
  if (left.type === errorType || right.type === errorType) return bad(span);
  if (isConstantText(left, string) && isConstantText(right, string)) {
    return constant(`${textOf(left)}${textOf(right)}`, string, span);
  }
  const parts = [left, right].flatMap((each) =>
    each.kind === 'Concat' && each.parts.length < maxFlatParts ? each.parts : [each],
  );
  return { kind: 'Concat', type: string, span, parts };
}

function isConstantText(node: BoundExpression, string: NetType): boolean {
  return node.kind === 'Constant' && (node.type === string || node.type === nullType);
}

function textOf(node: BoundExpression): string {
  return node.kind === 'Constant' && typeof node.value === 'string' ? node.value : '';
}

/** Operators of enums: comparisons, bits, and sums and differences with their number. */
function applyEnum(application: Application, scope: Scope): BoundExpression | undefined {
  const { operator, left, right } = application;
  const { types } = scope.session;
  const [one, other] = [enumOf(left, types), enumOf(right, types)];
  const type = one ?? other;
  if (!type) return undefined;
  const lifted = [left, right].some((operand) => {
    const own = naturalType(operand, types);
    return isNullLiteral(operand) || (own !== undefined && isNullable(own));
  });
  const wrap = (plain: NetType): NetType => (lifted ? types.nullable(plain) : plain);
  const both = [left, right].every((operand) =>
    exists(classifyImplicit(operand, wrap(type), scope)),
  );
  if (both && isTest(operator)) {
    return onInts(application, wrap(type), wrap(type), types.bool, lifted, scope);
  }
  if (both && /^[&|^]$/.test(operator)) {
    return onInts(application, wrap(type), wrap(type), wrap(type), lifted, scope);
  }
  if (both && operator === '-' && one && other) {
    return onInts(application, wrap(type), wrap(type), wrap(types.int), lifted, scope);
  }
  const number = wrap(types.int);
  if ((operator === '+' || operator === '-') && one && canConvert(right, number, scope)) {
    return onInts(application, wrap(type), number, wrap(type), lifted, scope);
  }
  if (operator === '+' && other && canConvert(left, number, scope)) {
    return onInts(application, number, wrap(type), wrap(type), lifted, scope);
  }
  return undefined;
}

function canConvert(operand: Operand, to: NetType, scope: Scope): boolean {
  return exists(classifyImplicit(operand, to, scope));
}

/** Enums are kept as ints, so their operators are those of ints. */
function onInts(
  { operator, left, right, span }: Application,
  leftType: NetType,
  rightType: NetType,
  result: NetType,
  lifted: boolean,
  scope: Scope,
): BoundExpression {
  const [a, b] = [convert(left, leftType, scope), convert(right, rightType, scope)];
  return binaryNode(operator, 'int', a, b, result, lifted, span, scope);
}

/** Combination, removal and equality of delegates. */
function applyDelegate(
  { operator, left, right, span }: Application,
  scope: Scope,
): BoundExpression | undefined {
  if (!/^([+-]|[=!]=)$/.test(operator)) return undefined;
  const { types } = scope.session;
  const [one, other] = [naturalType(left, types), naturalType(right, types)];
  const type = [one, other].find((each) => each !== undefined && isDelegate(each));
  if (!type || !canConvert(left, type, scope) || !canConvert(right, type, scope)) return undefined;
  const [a, b] = [convert(left, type, scope), convert(right, type, scope)];
  const result = isTest(operator) ? types.bool : type;
  return binaryNode(operator, 'delegate', a, b, result, false, span, scope);
}

/** A nullable of any type can be compared with null. */
function applyNullTest(
  { operator, left, right, span }: Application,
  scope: Scope,
): BoundExpression | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  const { types } = scope.session;
  const [one, other] = isNullLiteral(left) ? [right, left] : [left, right];
  const type = naturalType(one, types);
  if (!isNullLiteral(other) || !type) return undefined;
  if (!isNullable(type) && type.kind !== 'parameter') return undefined;
  const value = toValue(one, scope);
  const nothing = constant(null, type, other.span);
  const [a, b] = one === left ? [value, nothing] : [nothing, value];
  return binaryNode(operator, 'nullTest', a, b, types.bool, false, span, scope);
}

/** Between references that could be the same object (C# 7.3 §reference type equality operators). */
function applyReferenceEquality(
  { operator, left, right, span }: Application,
  scope: Scope,
): BoundExpression | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  if (!isBound(left) || !isBound(right)) return undefined;
  if (!isReference(left) || !isReference(right)) return undefined;
  const areRelated =
    left.type === nullType ||
    right.type === nullType ||
    isReferenceConversion(left.type, right.type) ||
    isReferenceConversion(right.type, left.type);
  if (!areRelated) return undefined;
  const { object, bool } = scope.session.types;
  warnOfTexts(operator, left, right, span, scope);
  const [a, b] = [convert(left, object, scope), convert(right, object, scope)];
  // Equal literals are one object: the language interns them.
  const on = isLiteralText(left) && isLiteralText(right) ? 'string' : 'reference';
  return binaryNode(operator, on, a, b, bool, false, span, scope);
}

function isLiteralText(node: BoundExpression): boolean {
  return node.kind === 'Constant' && typeof node.value === 'string';
}

/** A text against an object that may be one is hardly ever meant so (CS0252, CS0253). */
function warnOfTexts(
  operator: string,
  left: BoundExpression,
  right: BoundExpression,
  span: Span,
  { session }: Scope,
): void {
  const { object, string } = session.types;
  if (left.type === object && right.type === string) {
    session.warn('CS0252', span, [operator], "Cast the left side: '(string)…'.");
  } else if (left.type === string && right.type === object) {
    session.warn('CS0253', span, [operator], "Cast the right side: '(string)…'.");
  }
}

function isReference({ type }: BoundExpression): boolean {
  return type === nullType || isReferenceType(type);
}

function isReferenceConversion(from: NetType, to: NetType): boolean {
  const { kind } = standardExplicit(from, to);
  return kind === 'identity' || kind === 'reference';
}

// ── Reports ────────────────────────────────────────────────────────────────────────────────────────

function ambiguous({ operator, left, right, span }: Application, scope: Scope): BoundExpression {
  const names = [operandName(left, scope), operandName(right, scope)];
  scope.session.report('CS0034', span, [operator, ...names], 'Cast one side.');
  return bad(span);
}

export function operandName(operand: Operand, { session }: Scope): string {
  if (isNullLiteral(operand)) return '<null>';
  const type = naturalType(operand, session.types);
  return type ? displayType(type) : describeOperand(operand);
}

export function reportOperator(
  operator: string,
  left: Operand,
  right: Operand,
  span: Span,
  scope: Scope,
  hint?: string,
): void {
  const names = [operandName(left, scope), operandName(right, scope)];
  scope.session.report(
    'CS0019',
    span,
    [operator, ...names],
    hint ?? operatorHint(left, right, scope),
  );
}

function operatorHint(left: Operand, right: Operand, { session }: Scope): string | undefined {
  const { types } = session;
  const { object } = types;
  const sides = [naturalType(left, types), naturalType(right, types)];
  if (sides.includes(object)) return 'Cast the object to its type first: ((T)…).';
  const isTexts = sides.some((type) => type?.kind === 'array' && type.element === types.string);
  if (isTexts) return `Take one text with '[0]', or a header with 'GetValueOrDefault(name, "")'.`;
  const isJson = sides.some(
    (type) => type?.kind === 'named' && type.definition.fullName === 'Newtonsoft.Json.Linq.JToken',
  );
  return isJson ? 'Cast the JSON token to the type of its value first: (string)….' : undefined;
}
