/** Which of the operators that the language defines fits two operands: C# 7.3 §predefined operators. */
import { isEnum, isNullable, underlyingOf } from '../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { OperandKind } from './bound.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import type { KnownTypes } from './KnownTypes.ts';
import { numericName } from './numericTypes.ts';
import { isNullLiteral, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';

/** Better ones first: each converts to those after it, or is preferred to them. */
const numbers = ['int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'] as const;
const integers = ['int', 'uint', 'long', 'ulong'] as const;
const signed = ['int', 'long', 'float', 'double', 'decimal'] as const;

const kindsByOperator: Readonly<Record<string, readonly OperandKind[]>> = {
  '+': numbers,
  '-': numbers,
  '*': numbers,
  '/': numbers,
  '%': numbers,
  '<': numbers,
  '>': numbers,
  '<=': numbers,
  '>=': numbers,
  '==': [...numbers, 'bool'],
  '!=': [...numbers, 'bool'],
  '&': [...integers, 'bool'],
  '|': [...integers, 'bool'],
  '^': [...integers, 'bool'],
  '<<': integers,
  '>>': integers,
  '++': numbers,
  '--': numbers,
  'unary +': numbers,
  'unary -': signed,
  '~': integers,
  '!': ['bool'],
};

export interface BuiltIn {
  readonly kind: OperandKind;
  /** Of the operands, with the nullable around it when lifted. */
  readonly type: NetType;
  readonly lifted: boolean;
}

/** The operator for one or two operands; for a shift the left one alone is given. */
export function findBuiltIn(
  operator: string,
  operands: readonly Operand[],
  scope: Scope,
): BuiltIn | 'ambiguous' | undefined {
  const { types } = scope.session;
  const known = operands.flatMap((operand) => naturalType(operand, types) ?? []);
  if (known.length === 0) return undefined;
  const lifted = known.some(isNullable) || operands.some(isNullLiteral);
  for (const kind of kindsByOperator[operator] ?? []) {
    const plain = types[kind];
    const type = lifted ? types.nullable(plain) : plain;
    const fits = operands.every((operand) => exists(classifyImplicit(operand, type, scope)));
    if (!fits) continue;
    // C# 7.3 §binary numeric promotions: ulong with a signed type fits float, double and decimal alike.
    if (kind === 'float' && !known.some(isReal)) return 'ambiguous';
    return { kind, type, lifted };
  }
  return undefined;
}

function isReal(type: NetType): boolean {
  const name = numericName(underlyingOf(type));
  // A type that is no number got here by a conversion of its own, which may well lead to float.
  return name === 'float' || name === undefined;
}

/** The enum of which an operand is a value. */
export function enumOf(operand: Operand, types: KnownTypes): NamedType | undefined {
  const type = naturalType(operand, types);
  const own = type && underlyingOf(type);
  return own && isEnum(own) ? own : undefined;
}
