/** Whether type arguments are what `where` demands: C# 7.3 §satisfying constraints. */
import {
  isInterface,
  isNonNullableValueType,
  isNullable,
  isReferenceType,
} from '../typeSystem/kinds.ts';
import { errorType, substitute } from '../typeSystem/NetType.ts';
import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { ProblemCode } from './problems.ts';
import { displayType } from './displayType.ts';
import { standardImplicit } from './standardConversions.ts';

export interface BrokenConstraint {
  readonly code: ProblemCode;
  readonly details: readonly string[];
}

/** The first constraint that the argument of a type parameter breaks. */
export function brokenConstraint(
  parameter: TypeParameter,
  args: ReadonlyMap<TypeParameter, NetType>,
): BrokenConstraint | undefined {
  const { constraints } = parameter;
  const argument = args.get(parameter);
  if (!constraints || !argument || argument === errorType) return undefined;
  const details = [displayType(argument), parameter.name];
  if (constraints.isClass && !isReferenceType(argument)) return { code: 'CS0452', details };
  if (constraints.isStruct && !isNonNullableValueType(argument)) return { code: 'CS0453', details };
  for (const bound of constraints.types) {
    const wanted = substitute(bound, args);
    const { kind } = standardImplicit(argument, wanted);
    if (kind !== 'none' && kind !== 'numeric' && kind !== 'nullable') continue;
    const code = boundCode(argument, wanted);
    return { code, details: [details[0]!, displayType(wanted), parameter.name] };
  }
  if (constraints.hasNew && !hasDefaultConstructor(argument)) return { code: 'CS0310', details };
  return undefined;
}

/** The number tells which kind of type does not convert to its bound. */
function boundCode(argument: NetType, bound: NetType): ProblemCode {
  if (isReferenceType(argument)) return 'CS0311';
  if (argument.kind === 'parameter') return 'CS0314';
  if (!isNullable(argument)) return 'CS0315';
  return isInterface(bound) ? 'CS0313' : 'CS0312';
}

function hasDefaultConstructor(type: NetType): boolean {
  if (isNonNullableValueType(type)) return true;
  if (type.kind === 'parameter') {
    return type.constraints?.hasNew === true || type.constraints?.isStruct === true;
  }
  if (type.kind !== 'named') return false;
  return type.definition.constructors.some(({ parameters }) => parameters.length === 0);
}

/** Whether all arguments satisfy all constraints. */
export function satisfiesConstraints(
  parameters: readonly TypeParameter[],
  args: ReadonlyMap<TypeParameter, NetType>,
): boolean {
  return parameters.every((parameter) => brokenConstraint(parameter, args) === undefined);
}
