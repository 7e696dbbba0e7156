/** Whether type arguments are what `where` demands: C# 7.3 §satisfying constraints. */
import { isNonNullableValueType, isReferenceType } from '../typeSystem/kinds.ts';
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
    return { code: 'CS0311', details: [details[0]!, displayType(wanted), parameter.name] };
  }
  if (constraints.hasNew && !hasDefaultConstructor(argument)) return { code: 'CS0310', details };
  return undefined;
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
