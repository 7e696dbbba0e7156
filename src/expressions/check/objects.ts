/** `new T(…) { … }`: C# 7.3 §object creation expressions. */
import type { ObjectCreation } from '../syntax/ast.ts';
import { defaultOf } from '../runtime/defaultOf.ts';
import { isDelegate, isInterface, isValueType, isVoid } from '../typeSystem/kinds.ts';
import type { MethodMember } from '../typeSystem/Member.ts';
import { errorType, TypeParameter } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { bindArguments, abandon, placeArguments } from './arguments.ts';
import type { BoundExpression } from './bound.ts';
import { callOf } from './callNodes.ts';
import { constructorCandidate } from './candidates.ts';
import { convert, defaultValue } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindInitializer } from './initializers.ts';
import { bad } from './operands.ts';
import type { BoundArgument } from './operands.ts';
import type { ProblemCode } from './problems.ts';
import { reportUnresolved, resolveOverload } from './overloads.ts';
import type { Scope } from './Scope.ts';
import { bindType } from './typeNames.ts';

export function bindObjectCreation(node: ObjectCreation, scope: Scope): BoundExpression {
  const type = bindType(node.type, scope);
  const args = bindArguments(node.arguments, scope);
  const created = create(type, args, node, scope);
  return node.initializer ? bindInitializer(created, node.initializer, node.span, scope) : created;
}

function create(
  type: NetType,
  args: readonly BoundArgument[],
  node: ObjectCreation,
  scope: Scope,
): BoundExpression {
  const { span } = node;
  if (type === errorType || isVoid(type)) {
    abandon(args, scope);
    return bad(span);
  }
  if (type.kind === 'parameter') return createOfParameter(type, args, node, scope);
  if (type.kind !== 'named') return bad(span);
  if (isDelegate(type)) return createDelegate(type, args, node, scope);
  if (isInterface(type)) {
    scope.session.report('CS0144', span, [displayType(type)]);
    abandon(args, scope);
    return bad(span);
  }
  return construct(type, args, node, scope);
}

function construct(
  type: NamedType,
  args: readonly BoundArgument[],
  node: ObjectCreation,
  scope: Scope,
): BoundExpression {
  const { span } = node;
  const { constructors } = type.definition;
  // Every struct can be made without arguments, whatever it declares.
  const hasOwn = constructors.some(({ parameters }) => parameters.length === 0);
  if (args.length === 0 && isValueType(type) && !hasOwn) return defaultValue(type, span);
  if (constructors.length === 0) {
    scope.session.report(whyNot(type, scope), node.type.span, [displayType(type), args.length]);
    abandon(args, scope);
    return bad(span);
  }
  const candidates = constructors.map((member) => constructorCandidate(member, type));
  const resolution = resolveOverload(candidates, args, [], scope);
  if (resolution.kind !== 'chosen') {
    const site = {
      name: displayType(type),
      nameSpan: node.type.span,
      kind: 'constructor',
    } as const;
    reportUnresolved(resolution, args, site, scope);
    abandon(args, scope);
    return bad(span);
  }
  const { chosen } = resolution;
  return callOf(chosen, undefined, placeArguments(chosen, args, span, scope), span);
}

/** Static classes, abstract ones, and those that only .NET makes objects of. */
function whyNot(type: NamedType, { session }: Scope): ProblemCode {
  const { definition } = type;
  if (isValueType(type)) return 'CS1729';
  if (definition.members.every((member) => member.isStatic)) return 'CS0712';
  const isBase = session.registry.definitions.some(
    (other) => other.base?.definition === definition,
  );
  return isBase ? 'CS0144' : 'CS1729';
}

/** `new Func<int>(x)` is a conversion. */
function createDelegate(
  type: NamedType,
  args: readonly BoundArgument[],
  node: ObjectCreation,
  scope: Scope,
): BoundExpression {
  const [only] = args;
  if (args.length === 1 && only) return convert(only.operand, type, scope, only.operand.span);
  scope.session.report('CS1729', node.type.span, [displayType(type), args.length]);
  return bad(node.span);
}

/** `new T()` under `where T : new()`. */
function createOfParameter(
  type: TypeParameter,
  args: readonly BoundArgument[],
  node: ObjectCreation,
  scope: Scope,
): BoundExpression {
  const { span } = node;
  const { session } = scope;
  if (!type.constraints?.hasNew && !type.constraints?.isStruct) {
    session.report('CS0304', span, [type.name]);
    return bad(span);
  }
  if (args.length > 0) {
    session.report('CS0417', span, [type.name]);
    return bad(span);
  }
  const container = session.types.object;
  return {
    kind: 'Call',
    type,
    span,
    member: activator(container),
    container,
    receiver: undefined,
    args: [],
    typeArguments: [type],
  };
}

function activator(container: NamedType): MethodMember {
  const implementation = ([type]: readonly NetType[], environment: unknown): unknown => {
    if (type?.kind !== 'named') throw new Error('a type parameter was not replaced');
    const found = type.definition.constructors.find(({ parameters }) => parameters.length === 0);
    if (!found) return defaultOf(type);
    return found.implementation(type.args as never, environment as never);
  };
  const parameter = new TypeParameter('T');
  return {
    kind: 'method',
    owner: container.definition,
    name: 'new',
    isStatic: true,
    declaration: { signature: 'static T new<T>()', implementation, examples: [] },
    isExtension: false,
    typeParameters: [parameter],
    parameters: [],
    returns: parameter,
    implementation: implementation as MethodMember['implementation'],
  };
}
