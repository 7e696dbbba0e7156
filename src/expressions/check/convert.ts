/** Carrying out conversions, and saying why there is none. */
import type { Span } from '../../lib/source/SourceText.ts';
import {
  isNullable,
  isReferenceType,
  isTuple,
  isValueType,
  isVoid,
  underlyingOf,
} from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { BoundConstant, BoundExpression, ConvertBy } from './bound.ts';
import { classifyExplicit, classifyImplicit } from './classify.ts';
import { convertConstant } from './constants.ts';
import { conversionHint } from './conversionHints.ts';
import type { Conversion, UserConversion } from './conversions.ts';
import { exists } from './conversions.ts';
import { decimalConversion } from './decimals.ts';
import { displayType } from './displayType.ts';
import { bindLambda, tellLambda } from './lambdas.ts';
import { bindMethodGroup } from './methodGroups.ts';
import { fits, isIntegral, numericName } from './numericTypes.ts';
import {
  bad,
  constant,
  describeOperand,
  isBad,
  isBound,
  isNullLiteral,
  naturalType,
} from './operands.ts';
import type { Operand, TupleLiteral } from './operands.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

/** Converts implicitly; reports when that is impossible. */
export function convert(
  operand: Operand,
  to: NetType,
  scope: Scope,
  span: Span = operand.span,
): BoundExpression {
  if (isBad(operand) || to === errorType) return abandoned(operand, span);
  const conversion = classifyImplicit(operand, to, scope);
  if (exists(conversion)) return applyConversion(operand, conversion, to, scope, span);
  reportNoImplicit(operand, to, scope, span);
  return bad(span);
}

/** Converts as a cast does; reports when that is impossible. */
export function cast(operand: Operand, to: NetType, scope: Scope, span: Span): BoundExpression {
  if (isBad(operand) || to === errorType) return abandoned(operand, span);
  const conversion = classifyExplicit(operand, to, scope);
  if (exists(conversion)) return applyConversion(operand, conversion, to, scope, span);
  reportNoExplicit(operand, to, scope, span);
  return bad(span);
}

/** Something was wrong before: what is wrong within the operand is told all the same. */
function abandoned(operand: Operand, span: Span): BoundExpression {
  if (operand.kind === 'UnboundLambda') tellLambda(operand);
  return bad(span);
}

/** The operand after a conversion that has been found for it. */
export function applyConversion(
  operand: Operand,
  conversion: Conversion,
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  switch (operand.kind) {
    case 'UnboundLambda':
      return bindLambda(operand, to, scope);
    case 'MethodGroup':
      return bindMethodGroup(operand, to, scope);
    case 'ThrowValue':
      return { kind: 'Throw', type: to, span, value: operand.value };
    case 'DefaultLiteral':
      return defaultValue(to, span);
    case 'TupleLiteral':
      return applyToTupleLiteral(operand, conversion, to, scope, span);
    default:
      return isBound(operand) ? apply(operand, conversion, to, scope, span) : bad(span);
  }
}

function apply(
  operand: BoundExpression,
  conversion: Conversion,
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  switch (conversion.kind) {
    case 'identity':
      return operand.type === to ? operand : retype(operand, to, span);
    case 'null':
      return constant(null, to, span);
    case 'numeric':
      return convertNumber(operand, to, scope, span);
    case 'constant':
      return convertSmallConstant(operand, to, scope);
    case 'reference':
      return applyReference(operand, conversion.implicit, to, span);
    case 'boxing':
      return node('box', operand, to, span);
    case 'unboxing':
      return node('unbox', operand, to, span);
    case 'nullable':
      return applyNullable(operand, conversion.inner, to, scope, span);
    case 'tuple':
      return applyTuple(operand, conversion.items, to, scope, span);
    case 'user':
      return applyUser(operand, conversion, to, scope, span);
    default:
      return bad(span);
  }
}

function node(by: ConvertBy, operand: BoundExpression, type: NetType, span: Span): BoundExpression {
  return { kind: 'Convert', by, operand, type, span, checked: false, lifted: false };
}

/** The same value under another static type. */
export function retype(operand: BoundExpression, to: NetType, span: Span): BoundExpression {
  if (operand.kind === 'Constant') return constant(operand.value, to, span);
  return node('nothing', operand, to, span);
}

/** `default(T)` */
export function defaultValue(type: NetType, span: Span): BoundExpression {
  if (isReferenceType(type) || isNullable(type)) return constant(null, type, span);
  if (type.kind !== 'named') return { kind: 'Default', type, span };
  switch (type.definition.representation) {
    case 'number':
      return constant(0, type, span);
    case 'bigint':
      return constant(0n, type, span);
    case 'boolean':
      return constant(false, type, span);
    default:
      return { kind: 'Default', type, span };
  }
}

/** Between number types; null passes from nullable to nullable. */
export function convertNumber(
  operand: BoundExpression,
  to: NetType,
  scope: Scope,
  span: Span,
  lifted = false,
): BoundExpression {
  const { decimal } = scope.session.types;
  if (underlyingOf(operand.type) === decimal || underlyingOf(to) === decimal) {
    return decimalConversion(operand, to, lifted, span, scope);
  }
  if (operand.kind === 'Constant' && operand.value !== null && !lifted) {
    return convertConstant(operand, to, span, scope, 'CS0221');
  }
  const { isChecked: checked } = scope;
  return { kind: 'Convert', by: 'number', operand, type: to, span, checked, lifted };
}

/** An int constant that is known to fit, or the zero of an enum; perhaps wrapped in a nullable. */
function convertSmallConstant(
  operand: BoundExpression,
  to: NetType,
  scope: Scope,
): BoundExpression {
  if (operand.kind !== 'Constant') return bad(operand.span);
  const number = convertConstant(operand, underlyingOf(to), operand.span, scope, 'CS0031');
  return number.kind === 'Constant' ? constant(number.value, to, operand.span) : number;
}

function applyReference(
  operand: BoundExpression,
  isImplicit: boolean,
  to: NetType,
  span: Span,
): BoundExpression {
  if (isImplicit) return retype(operand, to, span);
  // A type parameter may stand for a value type: what is cast is its box.
  const boxed = operand.type.kind === 'parameter' ? node('box', operand, to, span) : operand;
  return node(to.kind === 'parameter' ? 'unbox' : 'cast', boxed, to, span);
}

function applyNullable(
  operand: BoundExpression,
  inner: Conversion,
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  const target = underlyingOf(to);
  if (!isNullable(operand.type)) {
    return retype(apply(operand, inner, target, scope, span), to, span);
  }
  const from = underlyingOf(operand.type);
  if (!isNullable(to)) {
    return apply(node('unwrap', operand, from, span), inner, target, scope, span);
  }
  if (inner.kind === 'identity') return retype(operand, to, span);
  if (inner.kind === 'numeric') return convertNumber(operand, to, scope, span, true);
  const placeholder = scope.temporary(from, span);
  const value: BoundExpression = { kind: 'Local', type: from, span, variable: placeholder };
  const whenNotNull = retype(apply(value, inner, target, scope, span), to, span);
  return { kind: 'ConditionalAccess', type: to, span, receiver: operand, placeholder, whenNotNull };
}

/** A tuple from a tuple, item by item. */
function applyTuple(
  operand: BoundExpression,
  items: readonly Conversion[],
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  if (!isTuple(operand.type) || !isTuple(to)) return bad(span);
  const variable = scope.temporary(operand.type, span);
  const tuple: BoundExpression = { kind: 'Local', type: operand.type, span, variable };
  const converted = items.map((conversion, index) => {
    const [from, wanted] = [variable.type as NamedType, to.args[index]!];
    const type = from.args[index]!;
    return apply({ kind: 'TupleItem', type, span, tuple, index }, conversion, wanted, scope, span);
  });
  const body: BoundExpression = { kind: 'Tuple', type: to, span, items: converted };
  return { kind: 'Let', type: to, span, variable, value: operand, body };
}

function applyToTupleLiteral(
  operand: TupleLiteral,
  conversion: Conversion,
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  const inner = conversion.kind === 'nullable' ? conversion.inner : conversion;
  const target = underlyingOf(to);
  if (inner.kind !== 'tuple' || !isTuple(target)) {
    return apply(toValue(operand, scope), conversion, to, scope, span);
  }
  const items = operand.items.map((item, i) =>
    applyConversion(item, inner.items[i]!, target.args[i]!, scope, item.span),
  );
  const tuple: BoundExpression = { kind: 'Tuple', type: target, span, items };
  return target === to ? tuple : retype(tuple, to, span);
}

function applyUser(
  operand: BoundExpression,
  { member, container, before, after, from, to: result, lifted }: UserConversion,
  to: NetType,
  scope: Scope,
  span: Span,
): BoundExpression {
  const argument = apply(operand, before, from, scope, span);
  const converted: BoundExpression = {
    kind: 'UserOperator',
    type: result,
    span,
    member,
    container,
    args: [argument],
    lifted,
  };
  return apply(converted, after, to, scope, span);
}

// ── Reports ────────────────────────────────────────────────────────────────────────────────────────

function reportNoImplicit(operand: Operand, to: NetType, scope: Scope, span: Span): void {
  const { session } = scope;
  if (reportSpecial(operand, to, scope, span)) return;
  if (operand.kind === 'Constant' && reportConstant(operand, to, scope)) return;
  const from = naturalType(operand, session.types);
  if (from === errorType) return;
  const names = [from ? displayType(from) : describeOperand(operand), displayType(to)];
  const hint =
    operand.kind === 'Assign' && to === session.types.bool
      ? "To compare, write '=='."
      : from && conversionHint(from, to, session.types);
  if (from && !isVoid(from) && exists(classifyExplicit(operand, to, scope))) {
    session.report('CS0266', span, names, hint ?? `Write a cast: '(${displayType(to)})'.`);
  } else session.report('CS0029', span, names, hint);
}

function reportNoExplicit(operand: Operand, to: NetType, scope: Scope, span: Span): void {
  const { session } = scope;
  if (reportSpecial(operand, to, scope, span)) return;
  const from = naturalType(operand, session.types);
  if (from === errorType) return;
  const names = [from ? displayType(from) : describeOperand(operand), displayType(to)];
  session.report('CS0030', span, names, from && conversionHint(from, to, session.types));
}

/** Operands that have problems of their own. */
function reportSpecial(operand: Operand, to: NetType, scope: Scope, span: Span): boolean {
  const { session } = scope;
  if (isNullLiteral(operand)) {
    if (to.kind === 'parameter') session.report('CS0403', span, [to.name]);
    else if (isValueType(to)) {
      const name = displayType(to);
      session.report('CS0037', span, [name], `Use '${name}?' if there may be no value.`);
    } else return false;
    return true;
  }
  switch (operand.kind) {
    case 'UnboundLambda':
      bindLambda(operand, to, scope);
      return true;
    case 'MethodGroup':
      bindMethodGroup(operand, to, scope);
      return true;
    case 'TupleLiteral':
      return reportTuple(operand, to, scope, span);
    case 'TypeOperand':
    case 'NamespaceOperand':
    case 'Discard':
    case 'OutDeclaration':
      toValue(operand, scope);
      return true;
    default:
      return false;
  }
}

function reportTuple(operand: TupleLiteral, to: NetType, scope: Scope, span: Span): boolean {
  const target = underlyingOf(to);
  if (!isTuple(target)) return false;
  if (target.args.length !== operand.items.length) {
    scope.session.report('CS8135', span, [operand.items.length, displayType(to)]);
    return true;
  }
  for (const [i, item] of operand.items.entries()) convert(item, target.args[i]!, scope);
  return true;
}

/** An int constant that does not fit is a problem of its value; a real one lacks its suffix. */
function reportConstant(operand: BoundConstant, to: NetType, { session }: Scope): boolean {
  const target = numericName(underlyingOf(to));
  const { value } = operand;
  if (operand.type === session.types.double && (target === 'float' || target === 'decimal')) {
    const suffix = target === 'float' ? 'f' : 'm';
    session.report(
      'CS0664',
      operand.span,
      [target, suffix.toUpperCase()],
      `Write the suffix '${suffix}' behind it.`,
    );
    return true;
  }
  const isInt = operand.type === session.types.int && typeof value === 'number';
  const isLong = operand.type === session.types.long && target === 'ulong';
  if (!target || !isIntegral(target) || target === 'char' || isNullable(to)) return false;
  const isOutside = isInt
    ? !fits(value, target)
    : isLong && typeof value === 'bigint' && value < 0n;
  if (isOutside) session.report('CS0031', operand.span, [String(value), displayType(to)]);
  return isOutside;
}
