/** Type arguments found from arguments: C# 7.3 §type inference. */
import { asSeenFrom, arrayInterfaces, basesOf, interfacesOf } from '../typeSystem/hierarchy.ts';
import {
  isDelegate,
  isInterface,
  isNullable,
  isReferenceType,
  isTuple,
} from '../typeSystem/kinds.ts';
import type { Parameter } from '../typeSystem/Member.ts';
import { errorType, isSameType, nullType, substitute, voidType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType, TypeParameter } from '../typeSystem/NetType.ts';
import { exists } from './conversions.ts';
import { bestType } from './bestType.ts';
import { explicitParameterTypes, inferredReturnType } from './lambdas.ts';
import { methodGroupReturnType } from './methodGroups.ts';
import type { Operand, UnboundLambda } from './operands.ts';
import { naturalType } from './operands.ts';
import type { Scope } from './Scope.ts';
import { standardImplicit } from './standardConversions.ts';

/** An argument with the parameter that it is for, in terms of the type parameters. */
export interface InferenceArgument {
  readonly operand: Operand;
  readonly parameterType: NetType;
  readonly passing: Parameter['passing'];
}

interface Bounds {
  readonly exact: Set<NetType>;
  readonly lower: Set<NetType>;
  readonly upper: Set<NetType>;
}

/** The type arguments, or undefined when they cannot be found. */
export function inferTypeArguments(
  typeParameters: readonly TypeParameter[],
  args: readonly InferenceArgument[],
  scope: Scope,
): ReadonlyMap<TypeParameter, NetType> | undefined {
  return new Inference(typeParameters, args, scope).run();
}

class Inference {
  readonly #parameters: readonly TypeParameter[];
  readonly #args: readonly InferenceArgument[];
  readonly #scope: Scope;
  readonly #bounds = new Map<TypeParameter, Bounds>();
  readonly #fixed = new Map<TypeParameter, NetType>();

  constructor(
    parameters: readonly TypeParameter[],
    args: readonly InferenceArgument[],
    scope: Scope,
  ) {
    this.#parameters = parameters;
    this.#args = args;
    this.#scope = scope;
    for (const parameter of parameters) {
      this.#bounds.set(parameter, { exact: new Set(), lower: new Set(), upper: new Set() });
    }
  }

  run(): ReadonlyMap<TypeParameter, NetType> | undefined {
    for (const arg of this.#args) this.#firstPhase(arg.operand, arg.parameterType, arg.passing);
    for (let round = 0; round <= this.#parameters.length; round++) {
      if (this.#unfixed().length === 0) return this.#fixed;
      if (!this.#secondPhase()) return undefined;
    }
    return this.#unfixed().length === 0 ? this.#fixed : undefined;
  }

  // ── Phases ─────────────────────────────────────────────────────────────────────────────────────

  #firstPhase(operand: Operand, to: NetType, passing: Parameter['passing']): void {
    if (!this.#mentions(to)) return;
    if (operand.kind === 'UnboundLambda') {
      this.#explicitLambda(operand, to);
    } else if (operand.kind === 'TupleLiteral' && isTuple(to)) {
      if (to.args.length !== operand.items.length) return;
      for (const [i, item] of operand.items.entries()) this.#firstPhase(item, to.args[i]!, 'value');
    } else if (operand.kind === 'OutDeclaration') {
      if (operand.type) this.#exact(operand.type, to);
    } else if (operand.kind !== 'MethodGroup') {
      const from = naturalType(operand, this.#scope.session.types);
      if (!from || from === voidType || from === errorType) return;
      if (passing === 'ref' || passing === 'out') this.#exact(from, to);
      else this.#lower(from, to);
    }
  }

  /**
   * Infers from the results of lambdas and method groups whose inputs are known, then fixes what depends
   * on nothing. As compilers do it: the order of the text of C# 7.3 would leave ConvertAll without types.
   */
  #secondPhase(): boolean {
    for (const { operand, parameterType } of this.#args) this.#outputs(operand, parameterType);
    const unfixed = this.#unfixed();
    let ready = unfixed.filter(
      (parameter) =>
        this.#hasBounds(parameter) && !unfixed.some((other) => this.#dependsOn(parameter, other)),
    );
    if (ready.length === 0) {
      ready = unfixed.filter(
        (parameter) =>
          this.#hasBounds(parameter) && unfixed.some((other) => this.#dependsOn(other, parameter)),
      );
      if (ready.length === 0) return false;
    }
    for (const parameter of ready) if (!this.#fix(parameter)) return false;
    return true;
  }

  /** Output inferences, once the inputs of an argument are fixed and its outputs are not. */
  #outputs(operand: Operand, to: NetType): void {
    if (operand.kind === 'TupleLiteral') {
      if (!isTuple(to) || to.args.length !== operand.items.length) return;
      for (const [i, item] of operand.items.entries()) this.#outputs(item, to.args[i]!);
      return;
    }
    const isFunction = operand.kind === 'UnboundLambda' || operand.kind === 'MethodGroup';
    if (!isFunction || !isDelegate(to)) return;
    if (this.#inputs(operand, to).some((parameter) => !this.#fixed.has(parameter))) return;
    if (this.#outputParameters(to).every((parameter) => this.#fixed.has(parameter))) return;
    this.#output(operand, to);
  }

  #output(operand: Operand, to: NamedType): void {
    const invoke = to.definition.invoke;
    if (!invoke) return;
    const returns = asSeenFrom(invoke.returns, to);
    const parameters = invoke.parameters.map((each) => ({
      ...each,
      type: substitute(asSeenFrom(each.type, to), this.#fixed),
    }));
    if (operand.kind === 'UnboundLambda' && !hasParameters(operand, parameters)) return;
    const from =
      operand.kind === 'UnboundLambda'
        ? inferredReturnType(
            operand,
            parameters.map(({ type }) => type),
          )
        : operand.kind === 'MethodGroup'
          ? methodGroupReturnType(operand, parameters)
          : undefined;
    if (from && from !== voidType && from !== errorType) this.#lower(from, returns);
  }

  /** A lambda with declared parameter types gives their exact bounds. */
  #explicitLambda(lambda: UnboundLambda, to: NetType): void {
    if (!isDelegate(to) || !to.definition.invoke) return;
    const declared = explicitParameterTypes(lambda);
    const { parameters } = to.definition.invoke;
    if (!declared || declared.length !== parameters.length) return;
    for (const [i, type] of declared.entries()) {
      this.#exact(type, asSeenFrom(parameters[i]!.type, to));
    }
  }

  // ── Dependence ─────────────────────────────────────────────────────────────────────────────────

  #unfixed(): TypeParameter[] {
    return this.#parameters.filter((parameter) => !this.#fixed.has(parameter));
  }

  /** The type parameters that an argument needs before its result can be known. */
  #inputs(operand: Operand, to: NetType): TypeParameter[] {
    if (!isDelegate(to) || !to.definition.invoke) return [];
    const isImplicit = operand.kind === 'UnboundLambda' && !explicitParameterTypes(operand);
    if (!isImplicit && operand.kind !== 'MethodGroup') return [];
    const types = to.definition.invoke.parameters.map(({ type }) => asSeenFrom(type, to));
    return this.#parameters.filter((parameter) => types.some((type) => mentions(type, parameter)));
  }

  #outputParameters(to: NamedType): TypeParameter[] {
    const { invoke } = to.definition;
    if (!invoke) return [];
    const returns = asSeenFrom(invoke.returns, to);
    return this.#parameters.filter((parameter) => mentions(returns, parameter));
  }

  /** Directly or through others: `one` is an output of an argument that has `other` as input. */
  #dependsOn(one: TypeParameter, other: TypeParameter, seen = new Set<TypeParameter>()): boolean {
    if (seen.has(one)) return false;
    seen.add(one);
    for (const direct of this.#directDependencies(one)) {
      if (direct === other || this.#dependsOn(direct, other, seen)) return true;
    }
    return false;
  }

  #directDependencies(parameter: TypeParameter): Set<TypeParameter> {
    const found = new Set<TypeParameter>();
    for (const { operand, parameterType } of this.#args) {
      if (!isDelegate(parameterType)) continue;
      if (operand.kind !== 'UnboundLambda' && operand.kind !== 'MethodGroup') continue;
      if (!this.#outputParameters(parameterType).includes(parameter)) continue;
      for (const input of this.#inputs(operand, parameterType)) {
        if (!this.#fixed.has(input)) found.add(input);
      }
    }
    return found;
  }

  #mentions(type: NetType): boolean {
    return this.#parameters.some((parameter) => mentions(type, parameter));
  }

  #hasBounds(parameter: TypeParameter): boolean {
    const { exact, lower, upper } = this.#bounds.get(parameter)!;
    return exact.size + lower.size + upper.size > 0;
  }

  // ── Bounds ─────────────────────────────────────────────────────────────────────────────────────

  #unfixedBounds(type: NetType): Bounds | undefined {
    if (type.kind !== 'parameter' || this.#fixed.has(type)) return undefined;
    return this.#bounds.get(type);
  }

  #exact(from: NetType, to: NetType): void {
    const bounds = this.#unfixedBounds(to);
    if (bounds) {
      bounds.exact.add(from);
    } else if (to.kind === 'array') {
      if (from.kind === 'array' && from.rank === to.rank) this.#exact(from.element, to.element);
    } else if (to.kind === 'named' && from.kind === 'named' && to.definition === from.definition) {
      for (const [i, arg] of from.args.entries()) this.#exact(arg, to.args[i]!);
    }
  }

  #lower(from: NetType, to: NetType): void {
    if (from === nullType || !this.#mentions(to)) return;
    const bounds = this.#unfixedBounds(to);
    if (bounds) {
      bounds.lower.add(from);
    } else if (to.kind === 'array') {
      if (from.kind === 'array' && from.rank === to.rank) {
        if (isReferenceType(from.element)) this.#lower(from.element, to.element);
        else this.#exact(from.element, to.element);
      }
    } else if (isNullable(to)) {
      if (isNullable(from)) this.#lower(from.args[0]!, to.args[0]!);
    } else if (to.kind === 'named') this.#lowerNamed(from, to);
  }

  /** By the only construction of the target's definition among the bases of `from`. */
  #lowerNamed(from: NetType, to: NamedType): void {
    if (isTuple(to)) {
      if (isTuple(from) && from.args.length === to.args.length) {
        for (const [i, arg] of from.args.entries()) this.#lower(arg, to.args[i]!);
      }
      return;
    }
    const base = uniqueBase(from, to, this.#scope);
    if (!base) return;
    for (const [i, arg] of base.args.entries()) {
      const wanted = to.args[i]!;
      const variance = isReferenceType(arg) ? to.definition.variance[i] : 'none';
      if (variance === 'out') this.#lower(arg, wanted);
      else if (variance === 'in') this.#upper(arg, wanted);
      else this.#exact(arg, wanted);
    }
  }

  #upper(from: NetType, to: NetType): void {
    const bounds = this.#unfixedBounds(to);
    if (bounds) {
      bounds.upper.add(from);
    } else if (to.kind === 'array') {
      if (from.kind === 'array' && from.rank === to.rank) {
        if (isReferenceType(from.element)) this.#upper(from.element, to.element);
        else this.#exact(from.element, to.element);
      }
    } else if (to.kind === 'named' && from.kind === 'named' && to.definition === from.definition) {
      for (const [i, arg] of from.args.entries()) {
        const variance = isReferenceType(arg) ? to.definition.variance[i] : 'none';
        if (variance === 'out') this.#upper(arg, to.args[i]!);
        else if (variance === 'in') this.#lower(arg, to.args[i]!);
        else this.#exact(arg, to.args[i]!);
      }
    }
  }

  // ── Fixing ─────────────────────────────────────────────────────────────────────────────────────

  /** The one candidate that all bounds agree with. */
  #fix(parameter: TypeParameter): boolean {
    const { exact, lower, upper } = this.#bounds.get(parameter)!;
    let candidates = distinct([...exact, ...lower, ...upper]);
    for (const bound of exact) candidates = candidates.filter((type) => isSameType(type, bound));
    for (const bound of lower) candidates = candidates.filter((type) => converts(bound, type));
    for (const bound of upper) candidates = candidates.filter((type) => converts(type, bound));
    const best = bestType(candidates);
    if (!best) return false;
    this.#fixed.set(parameter, best);
    return true;
  }
}

function distinct(types: readonly NetType[]): NetType[] {
  return types.filter((type, i) => types.findIndex((other) => isSameType(type, other)) === i);
}

function converts(from: NetType, to: NetType): boolean {
  return exists(standardImplicit(from, to));
}

export function mentions(type: NetType, parameter: TypeParameter): boolean {
  if (type === parameter) return true;
  if (type.kind === 'array') return mentions(type.element, parameter);
  return type.kind === 'named' && type.args.some((arg) => mentions(arg, parameter));
}

/** The construction of a definition that a type is; undefined when there is none or several. */
function uniqueBase(from: NetType, to: NamedType, { session }: Scope): NamedType | undefined {
  const { definition } = to;
  const found = new Set<NamedType>();
  for (const base of supertypes(from, to, session.registry)) {
    if (base.definition === definition) found.add(base);
  }
  const [only, second] = found;
  return second ? undefined : only;
}

function* supertypes(
  type: NetType,
  to: NamedType,
  registry: Scope['session']['registry'],
): Generator<NamedType> {
  if (type.kind === 'array') {
    yield* arrayInterfaces(type, registry);
  } else if (type.kind === 'parameter') {
    for (const bound of type.constraints?.types ?? []) yield* supertypes(bound, to, registry);
  } else if (type.kind === 'named') {
    if (isInterface(to)) yield type;
    else yield* basesOf(type);
    if (isInterface(to)) yield* interfacesOf(type);
  }
}

/** Whether a lambda that declares its parameters declares just these. */
function hasParameters(lambda: UnboundLambda, parameters: readonly Parameter[]): boolean {
  const declared = explicitParameterTypes(lambda);
  if (!declared) return true;
  if (declared.length !== parameters.length) return false;
  return declared.every((type, i) => isSameType(type, parameters[i]!.type));
}
