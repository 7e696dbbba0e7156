/**
 * decimal is a type of the language, but its arithmetic is declared with the type. So its operators
 * and conversions are bound like those of other types, and folded like those of numbers.
 */
import type { Span } from '../../lib/source/SourceText.ts';
import { underlyingOf } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundConstant, BoundExpression } from './bound.ts';
import { foldDecimal } from './constants.ts';
import { displayType } from './displayType.ts';
import { constant } from './operands.ts';
import type { Scope } from './Scope.ts';

/** `token` over decimals; `lifted` over nullable ones. */
export function decimalOperator(
  token: string,
  args: readonly BoundExpression[],
  type: NetType,
  lifted: boolean,
  span: Span,
  scope: Scope,
): BoundExpression {
  const { decimal } = scope.session.types;
  const member = decimal.definition.operators.find(
    ({ operator, parameters }) => operator === token && parameters.length === args.length,
  );
  if (!member) throw new Error(`decimal declares no operator ${token}`);
  const node = {
    kind: 'UserOperator',
    type,
    span,
    member,
    container: decimal,
    args,
    lifted,
  } as const;
  return foldDecimal(node, scope);
}

/** Between decimal and another number type, perhaps over nullables. */
export function decimalConversion(
  operand: BoundExpression,
  to: NetType,
  lifted: boolean,
  span: Span,
  scope: Scope,
): BoundExpression {
  const { decimal, int } = scope.session.types;
  const asNumber = (type: NetType): NetType => {
    const own = underlyingOf(type);
    return own.kind === 'named' && own.definition.kind === 'enum' ? int : own;
  };
  const [from, target] = [asNumber(operand.type), asNumber(to)];
  const member = decimal.definition.conversions.find(
    (conversion) => conversion.from === from && conversion.to === target,
  );
  if (!member) throw new Error(`decimal declares no conversion from ${from.toString()}`);
  const args = [operand];
  const node = {
    kind: 'UserOperator',
    type: to,
    span,
    member,
    container: decimal,
    args,
    lifted,
  } as const;
  // Only a conversion of what decimal cannot hold fails wherever it stands (CS0031).
  const code = target === decimal ? 'CS0031' : 'CS0221';
  const value = operand.kind === 'Constant' ? String(operand.value) : '';
  return foldDecimal(node, scope, { code, details: [value, displayType(to)] });
}

/** The constant of a literal such as `1.50m`, given as digits with perhaps a point and an exponent. */
export function decimalLiteral(text: string, span: Span, scope: Scope): BoundConstant | undefined {
  const { decimal, string } = scope.session.types;
  const parse = decimal.definition
    .membersNamed('Parse')
    .find((member) => member.kind === 'method' && member.parameters.length === 1);
  if (parse?.kind !== 'method' || parse.parameters[0]?.type !== string) {
    throw new Error('decimal declares no Parse(string)');
  }
  try {
    const implementation = parse.implementation as (...args: unknown[]) => unknown;
    return constant(implementation(withoutExponent(text), [], undefined), decimal, span);
  } catch {
    return undefined;
  }
}

/** `1.5e2` as `150`: Parse reads no exponents by default. */
function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent);
  if (shift === 0) return mantissa;
  // More digits than a decimal has can only overflow or vanish.
  const bounded = Math.max(-60, Math.min(60, shift));
  const digits = whole + fraction;
  const point = whole.length + bounded;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
