/** Whether a candidate can take the arguments of a call: C# 7.3 §applicable function member. */
import type { Parameter } from '../typeSystem/Member.ts';
import { errorType, isSameType, substitute } from '../typeSystem/NetType.ts';
import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { Candidate } from './candidates.ts';
import { classifyImplicit } from './classify.ts';
import { satisfiesConstraints } from './constraints.ts';
import { exists } from './conversions.ts';
import { inferTypeArguments } from './inference.ts';
import { isBound } from './operands.ts';
import type { BoundArgument } from './operands.ts';
import type { Scope } from './Scope.ts';

/** A candidate that can take the arguments. */
export interface Applicable {
  readonly candidate: Candidate;
  /** Whether the `params` parameter takes its elements one by one. */
  readonly isExpanded: boolean;
  /** For each argument the index of its parameter. */
  readonly positions: readonly number[];
  /** For each argument the type of what it is converted to. */
  readonly targets: readonly NetType[];
  /** The parameters with all type arguments put in. */
  readonly parameters: readonly Parameter[];
  readonly returns: NetType;
  readonly typeArguments: readonly NetType[];
}

/** Why a candidate cannot take the arguments; later kinds came closer to doing so. */
export type Refusal =
  | { readonly kind: 'arity'; readonly candidate: Candidate }
  | { readonly kind: 'count'; readonly candidate: Candidate }
  | { readonly kind: 'missing'; readonly candidate: Candidate; readonly parameter: string }
  | { readonly kind: 'name'; readonly candidate: Candidate; readonly argument: BoundArgument }
  | { readonly kind: 'position'; readonly candidate: Candidate; readonly argument: BoundArgument }
  | { readonly kind: 'inference'; readonly candidate: Candidate }
  | {
      readonly kind: 'constraints';
      readonly candidate: Candidate;
      readonly typeArguments: ReadonlyMap<TypeParameter, NetType>;
    }
  | {
      readonly kind: 'conversion';
      readonly candidate: Candidate;
      readonly wrong: readonly WrongArgument[];
    };

export interface WrongArgument {
  readonly index: number;
  readonly target: NetType;
  readonly passing: Parameter['passing'];
}

export type Verdict =
  | { readonly applicable: Applicable; readonly refusal?: undefined }
  | { readonly applicable?: undefined; readonly refusal: Refusal };

/** Judges a candidate in its normal form and, if that fails, in its expanded one. */
export function judge(
  candidate: Candidate,
  args: readonly BoundArgument[],
  typeArguments: readonly NetType[],
  scope: Scope,
): Verdict {
  if (typeArguments.length > 0 && typeArguments.length !== candidate.typeParameters.length) {
    return { refusal: { kind: 'arity', candidate } };
  }
  const normal = judgeForm(candidate, args, typeArguments, scope, false);
  if (normal.applicable || candidate.parameters.at(-1)?.passing !== 'params') return normal;
  const expanded = judgeForm(candidate, args, typeArguments, scope, true);
  if (expanded.applicable) return expanded;
  // The form that came further tells more.
  const isCloser = closeness(expanded.refusal) >= closeness(normal.refusal);
  return isCloser ? expanded : normal;
}

const order: readonly Refusal['kind'][] = [
  'arity',
  'count',
  'missing',
  'name',
  'position',
  'inference',
  'conversion',
  'constraints',
];

export function closeness({ kind }: Refusal): number {
  return order.indexOf(kind);
}

function judgeForm(
  candidate: Candidate,
  args: readonly BoundArgument[],
  explicit: readonly NetType[],
  scope: Scope,
  isExpanded: boolean,
): Verdict {
  const placed = place(candidate, args, isExpanded);
  if ('kind' in placed) return { refusal: placed };
  const types = findTypeArguments(candidate, args, placed, explicit, scope, isExpanded);
  if ('kind' in types) return { refusal: types };
  const parameters =
    types.size === 0
      ? candidate.parameters
      : candidate.parameters.map((each) => ({ ...each, type: substitute(each.type, types) }));
  const targets = placed.map((index) => targetType(parameters[index]!, isExpanded));
  const wrong = wrongArguments(args, placed, parameters, targets, scope);
  if (wrong.length > 0) return { refusal: { kind: 'conversion', candidate, wrong } };
  if (!satisfiesConstraints(candidate.typeParameters, types)) {
    return { refusal: { kind: 'constraints', candidate, typeArguments: types } };
  }
  return {
    applicable: {
      candidate,
      isExpanded,
      positions: placed,
      targets,
      parameters,
      returns: substitute(candidate.returns, types),
      typeArguments: candidate.typeParameters.map((parameter) => types.get(parameter)!),
    },
  };
}

function targetType({ type, passing }: Parameter, isExpanded: boolean): NetType {
  return isExpanded && passing === 'params' && type.kind === 'array' ? type.element : type;
}

/** The parameter of each argument: C# 7.3 §corresponding parameters. */
function place(
  candidate: Candidate,
  args: readonly BoundArgument[],
  isExpanded: boolean,
): readonly number[] | Refusal {
  const { parameters } = candidate;
  const last = parameters.length - 1;
  const positions: number[] = [];
  let outOfPosition: BoundArgument | undefined;
  for (const [i, argument] of args.entries()) {
    if (argument.name === undefined) {
      if (outOfPosition) return { kind: 'position', candidate, argument: outOfPosition };
      if (i > last && !isExpanded) return { kind: 'count', candidate };
      positions.push(isExpanded ? Math.min(i, last) : i);
    } else {
      const index = parameters.findIndex(({ name }) => name === argument.name);
      if (index < 0 || positions.includes(index)) return { kind: 'name', candidate, argument };
      if (index !== i) outOfPosition ??= argument;
      positions.push(index);
    }
  }
  const missing = parameters.find(
    ({ defaultValue, passing }, i) =>
      !positions.includes(i) && !defaultValue && !(isExpanded && passing === 'params'),
  );
  return missing ? { kind: 'missing', candidate, parameter: missing.name } : positions;
}

function findTypeArguments(
  candidate: Candidate,
  args: readonly BoundArgument[],
  positions: readonly number[],
  explicit: readonly NetType[],
  scope: Scope,
  isExpanded: boolean,
): ReadonlyMap<TypeParameter, NetType> | Refusal {
  const { typeParameters, parameters } = candidate;
  if (typeParameters.length === 0) return new Map();
  if (explicit.length > 0) {
    return new Map(typeParameters.map((parameter, i) => [parameter, explicit[i]!]));
  }
  const inferred = inferTypeArguments(
    typeParameters,
    args.map(({ operand }, i) => {
      const parameter = parameters[positions[i]!]!;
      return {
        operand,
        parameterType: targetType(parameter, isExpanded),
        passing: parameter.passing,
      };
    }),
    scope,
  );
  return inferred ?? { kind: 'inference', candidate };
}

function wrongArguments(
  args: readonly BoundArgument[],
  positions: readonly number[],
  parameters: readonly Parameter[],
  targets: readonly NetType[],
  scope: Scope,
): WrongArgument[] {
  return args.flatMap((argument, index) => {
    const { passing } = parameters[positions[index]!]!;
    const target = targets[index]!;
    return takes(argument, target, passing, scope) ? [] : [{ index, target, passing }];
  });
}

function takes(
  { operand, mode }: BoundArgument,
  target: NetType,
  passing: Parameter['passing'],
  scope: Scope,
): boolean {
  const wanted = passing === 'out' || passing === 'ref' ? passing : 'value';
  const given = mode === 'in' ? 'value' : mode;
  if (wanted !== given) return false;
  if (wanted === 'value') return exists(classifyImplicit(operand, target, scope));
  if (operand.kind === 'OutDeclaration') {
    return operand.type === undefined || isSameOrError(operand.type, target);
  }
  if (operand.kind === 'Discard') return wanted === 'out';
  return isBound(operand) && isSameOrError(operand.type, target);
}

function isSameOrError(one: NetType, other: NetType): boolean {
  return one === errorType || other === errorType || isSameType(one, other);
}
