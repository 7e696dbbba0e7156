/** The conversion of an operand to a type: C# 7.3 §conversions from expressions. */
import {
  canBeNull,
  isEnum,
  isNullable,
  isTuple,
  isVoid,
  underlyingOf,
} from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundConstant, BoundExpression } from './bound.ts';
import { exists, isImplicit, noConversion } from './conversions.ts';
import type { Conversion } from './conversions.ts';
import { lambdaFits } from './lambdas.ts';
import { methodGroupFits } from './methodGroups.ts';
import { fits, isIntegral, numericName } from './numericTypes.ts';
import { isBound, naturalType } from './operands.ts';
import type { Operand, TupleLiteral } from './operands.ts';
import type { Scope } from './Scope.ts';
import { standardExplicit, standardImplicit } from './standardConversions.ts';
import { userConversion } from './userConversions.ts';

/** The implicit conversion between two types, user-defined ones included. */
export function classifyTypes(from: NetType, to: NetType, { session }: Scope): Conversion {
  const standard = standardImplicit(from, to);
  if (exists(standard)) return standard;
  if (from.kind === 'special' || to.kind === 'special') return noConversion;
  return userConversion(from, to, session.types, 'implicit');
}

export function classifyImplicit(operand: Operand, to: NetType, scope: Scope): Conversion {
  if (to === errorType) return { kind: 'error' };
  if (isVoid(to)) return noConversion;
  switch (operand.kind) {
    case 'DefaultLiteral':
      return { kind: 'default' };
    case 'UnboundLambda':
      return lambdaFits(operand, to) ? { kind: 'lambda' } : noConversion;
    case 'MethodGroup':
      return methodGroupFits(operand, to) ? { kind: 'methodGroup' } : noConversion;
    case 'ThrowValue':
      return { kind: 'throw' };
    case 'TupleLiteral':
      return classifyTuple(operand, to, scope, classifyImplicit);
    default:
      return isBound(operand) ? classifyValue(operand, to, scope) : noConversion;
  }
}

function classifyValue(operand: BoundExpression, to: NetType, scope: Scope): Conversion {
  if (operand.kind === 'Constant') {
    const special = classifyConstant(operand, to);
    if (exists(special) || operand.type === nullType) return special;
  }
  const standard = standardImplicit(operand.type, to);
  if (exists(standard) || operand.type.kind === 'special') return standard;
  return userConversion(operand.type, to, scope.session.types, 'implicit', (type) => {
    const special = operand.kind === 'Constant' ? classifyConstant(operand, type) : noConversion;
    return exists(special) ? special : standardImplicit(operand.type, type);
  });
}

/** null, small enough int constants, and the zero of enums. */
function classifyConstant({ type, value }: BoundConstant, to: NetType): Conversion {
  if (type === nullType) return canBeNull(to) ? { kind: 'null' } : noConversion;
  const [from, target] = [numericName(type), underlyingOf(to)];
  if (type === target || value === null) return noConversion;
  if (isEnum(target)) return from && isZero(value) ? { kind: 'constant' } : noConversion;
  const wanted = numericName(target);
  if (!wanted || !isIntegral(wanted) || wanted === 'char') return noConversion;
  if (from === 'int' && typeof value === 'number') {
    return fits(value, wanted) ? { kind: 'constant' } : noConversion;
  }
  const isFittingLong = from === 'long' && wanted === 'ulong' && typeof value === 'bigint';
  return isFittingLong && value >= 0n ? { kind: 'constant' } : noConversion;
}

function isZero(value: unknown): boolean {
  return value === 0 || value === 0n;
}

function classifyTuple(
  operand: TupleLiteral,
  to: NetType,
  scope: Scope,
  each: (operand: Operand, to: NetType, scope: Scope) => Conversion,
): Conversion {
  const target = underlyingOf(to);
  if (isTuple(target) && target.args.length === operand.items.length) {
    const items = operand.items.map((item, i) => each(item, target.args[i]!, scope));
    if (!items.every(exists)) return noConversion;
    const inner: Conversion = { kind: 'tuple', implicit: items.every(isImplicit), items };
    return isNullable(to) ? { kind: 'nullable', implicit: inner.implicit, inner } : inner;
  }
  const natural = naturalType(operand, scope.session.types);
  return natural ? classifyTypes(natural, to, scope) : noConversion;
}

/** The conversion that a cast uses: implicit if there is one. */
export function classifyExplicit(operand: Operand, to: NetType, scope: Scope): Conversion {
  const implicit = classifyImplicit(operand, to, scope);
  if (exists(implicit)) return implicit;
  if (operand.kind === 'TupleLiteral') return classifyTuple(operand, to, scope, classifyExplicit);
  if (!isBound(operand) || operand.type.kind === 'special') return noConversion;
  const standard = standardExplicit(operand.type, to);
  if (exists(standard)) return standard;
  return userConversion(operand.type, to, scope.session.types, 'explicit');
}
