/** `target.name`: C# 7.3 §member access. */
import type { Span } from '../../lib/source/SourceText.ts';
import { closest } from '../../lib/source/closest.ts';
import type { Identifier, MemberAccess, MemberBinding, TypeSyntax } from '../syntax/ast.ts';
import { arrayInterfaces, asSeenFrom, interfacesOf } from '../typeSystem/hierarchy.ts';
import { isNullable, isTuple, isVoid } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression } from './bound.ts';
import { asSelf } from './callNodes.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { displayType } from './displayType.ts';
import type { KnownTypes } from './KnownTypes.ts';
import { bindExpression } from './expressions.ts';
import { findExtensions, findMembers, memberNames, memberTypes } from './members.ts';
import type { FoundMembers, FoundProperty } from './members.ts';
import { bindTypeOrNamespace } from './names.ts';
import { bad, constant, isBound } from './operands.ts';
import type {
  FoundMethod,
  MethodGroup,
  NamespaceOperand,
  Operand,
  TypeOperand,
} from './operands.ts';
import type { Scope } from './Scope.ts';
import { bindValueType, checkArguments, typeHint } from './typeNames.ts';
import { toValue } from './values.ts';

/** The name after the dot, with its type arguments. */
interface Selection {
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
  readonly span: Span;
}

export function bindMemberAccess(node: MemberAccess, scope: Scope): Operand {
  const target = bindExpression(node.target, scope);
  scope.session.observer?.member(node.name, target, scope);
  if (node.name.text === '') return bad(node.span);
  switch (target.kind) {
    case 'NamespaceOperand':
      return selectFromNamespace(target, node, scope);
    case 'TypeOperand':
      return selectFromType(target, node, scope);
    default: {
      const value = isBound(target) ? target : toValue(target, scope);
      const sameName = typeOfSameName(node, value, scope);
      return selectFromValue(value, node, scope, sameName);
    }
  }
}

/** `.name` after `?` */
export function bindMemberBinding(node: MemberBinding, scope: Scope): Operand {
  const receiver = scope.surroundings.conditionalReceiver;
  if (receiver) scope.session.observer?.member(node.name, receiver, scope);
  return receiver ? selectFromValue(receiver, node, scope, undefined) : bad(node.span);
}

/** The "Color Color" rule: a variable named like its type may mean either (C# 7.3 §12.7.5.2). */
function typeOfSameName(
  { target }: MemberAccess,
  value: BoundExpression,
  scope: Scope,
): NetType | undefined {
  if (target.kind !== 'SimpleName' || target.typeArguments.length > 0) return undefined;
  const { result } = scope.session.capture(() => bindTypeOrNamespace(target, scope));
  return result?.kind === 'TypeOperand' && result.type === value.type ? result.type : undefined;
}

function selectFromNamespace(
  { name: namespace }: NamespaceOperand,
  { name, typeArguments, span }: Selection,
  scope: Scope,
): Operand {
  const { registry } = scope.session;
  const qualified = `${namespace}.${name.text}`;
  const definition = registry.lookUp(qualified, typeArguments.length);
  if (definition) {
    const args = typeArguments.map((type) => bindValueType(type, scope));
    const isSound = checkArguments(definition, args, { span }, scope);
    if (!isSound || args.includes(errorType)) return bad(span);
    return { kind: 'TypeOperand', span, type: definition.construct(args) };
  }
  if (registry.isNamespace(qualified)) return { kind: 'NamespaceOperand', span, name: qualified };
  scope.session.report('CS0234', name.span, [name.text, namespace], typeHint(name.text, scope));
  return bad(span);
}

function hasMemberInAnotherCase(type: NetType, name: string, types: KnownTypes): boolean {
  const wanted = name.toLowerCase();
  return [...memberNames(type, types, false)].some((each) => each.toLowerCase() === wanted);
}

function selectFromType({ type }: TypeOperand, selection: Selection, scope: Scope): Operand {
  const { name, span } = selection;
  const { session } = scope;
  if (type.kind === 'parameter') {
    session.report('CS0119', span, [type.name, 'type parameter']);
    return bad(span);
  }
  const found = findMembers(type, name.text, session.types);
  if (found.kind === 'enumValue') return constant(found.value, found.type, span);
  if (found.kind === 'methods') return methodGroup(found, selection, scope, undefined, undefined);
  if (found.kind === 'property') {
    if (!found.property.member.isStatic) {
      session.report('CS0120', name.span, [`${displayType(type)}.${name.text}`]);
      return bad(span);
    }
    return propertyOf(found.property, undefined, span);
  }
  const nested = nestedType(type, selection, scope);
  if (nested) return nested;
  const near = closest(name.text, memberNames(type, session.types, true));
  const hint = near === undefined ? undefined : `Did you mean '${near}'?`;
  session.report('CS0117', name.span, [displayType(type), name.text], hint);
  return bad(span);
}

function nestedType(
  type: NetType,
  { name, typeArguments, span }: Selection,
  scope: Scope,
): TypeOperand | undefined {
  if (type.kind !== 'named') return undefined;
  const args = [...type.args, ...typeArguments.map((each) => bindValueType(each, scope))];
  const qualified = `${type.definition.fullName}.${name.text}`;
  const definition = scope.session.registry.lookUp(qualified, args.length);
  return definition && { kind: 'TypeOperand', span, type: definition.construct(args) };
}

function selectFromValue(
  value: BoundExpression,
  selection: Selection,
  scope: Scope,
  sameName: NetType | undefined,
): Operand {
  const { type } = value;
  const { name, span } = selection;
  const { session } = scope;
  if (type === errorType) {
    for (const each of selection.typeArguments) bindValueType(each, scope);
    return bad(span);
  }
  if (type === nullType || isVoid(type)) {
    session.report('CS0023', span, ['.', displayType(type)]);
    return bad(span);
  }
  const item = tupleItem(value, name.text, span);
  if (item) return item;
  const found = findMembers(type, name.text, session.types);
  switch (found.kind) {
    case 'methods':
      return methodGroup(found, selection, scope, value, sameName);
    case 'property':
      return instanceProperty(found.property, value, selection, scope, sameName);
    case 'enumValue':
      if (sameName) return constant(found.value, found.type, span);
      session.report('CS0176', name.span, [name.text, displayType(found.type)]);
      return bad(span);
    case 'none':
      if (hasExtension(value, name.text, scope)) {
        return methodGroup({ kind: 'methods', methods: [] }, selection, scope, value, undefined);
      }
      reportNoMember(value, name, scope);
      return bad(span);
  }
}

/** By its name or as ItemN. */
function tupleItem(tuple: BoundExpression, name: string, span: Span): BoundExpression | undefined {
  const { type } = tuple;
  if (!isTuple(type)) return undefined;
  const named = type.names?.indexOf(name) ?? -1;
  const index = named >= 0 ? named : Number(/^Item([1-9]\d*)$/.exec(name)?.[1] ?? 0) - 1;
  const item = type.args[index];
  return item && { kind: 'TupleItem', type: item, span, tuple, index };
}

function methodGroup(
  { methods }: Extract<FoundMembers, { kind: 'methods' }>,
  { name, typeArguments, span }: Selection,
  scope: Scope,
  receiver: BoundExpression | undefined,
  receiverType: NetType | undefined,
): MethodGroup {
  return {
    kind: 'MethodGroup',
    span: name.span,
    whole: span,
    name: name.text,
    methods,
    local: undefined,
    receiver,
    receiverType,
    typeArguments: typeArguments.map((type) => bindValueType(type, scope)),
    scope,
  };
}

function instanceProperty(
  property: FoundProperty,
  value: BoundExpression,
  { name, span }: Selection,
  { session }: Scope,
  sameName: NetType | undefined,
): BoundExpression {
  if (!property.member.isStatic) return propertyOf(property, value, span);
  if (sameName) return propertyOf(property, undefined, span);
  session.report('CS0176', name.span, [name.text, displayType(property.container)]);
  return bad(span);
}

export function propertyOf(
  { member, container }: FoundProperty,
  receiver: BoundExpression | undefined,
  span: Span,
): BoundExpression {
  const type = asSeenFrom(member.type, container);
  if (member.field === 'const' && member.constant)
    return constant(member.constant.value, type, span);
  return {
    kind: 'Property',
    type,
    span,
    member,
    container,
    receiver: receiver && asSelf(receiver, container),
    indexes: [],
  };
}

/** Whether an extension method of that name takes such a receiver, whatever its arguments are. */
function hasExtension(receiver: BoundExpression, name: string, scope: Scope): boolean {
  return extensionsOf(receiver, name, scope).length > 0;
}

/** The extension methods of that name that take such a receiver, whatever their arguments are. */
export function extensionsOf(
  receiver: BoundExpression,
  name: string,
  scope: Scope,
): readonly FoundMethod[] {
  return findExtensions(name, scope.session.types).filter((each) => takes(each, receiver, scope));
}

function takes({ member }: FoundMethod, receiver: BoundExpression, scope: Scope): boolean {
  const first = member.parameters[0]!.type;
  if (member.typeParameters.length > 0) return couldBe(receiver.type, first, scope);
  return exists(classifyImplicit(receiver, first, scope));
}

/** Whether a type is, or has among its interfaces, a construction of a generic parameter's type. */
function couldBe(type: NetType, parameter: NetType, scope: Scope): boolean {
  if (parameter.kind === 'parameter') return true;
  if (parameter.kind === 'array') return type.kind === 'array';
  if (parameter.kind !== 'named') return false;
  return supertypesOf(type, scope).some(({ definition }) => definition === parameter.definition);
}

function supertypesOf(type: NetType, { session }: Scope): readonly NamedType[] {
  if (type.kind === 'array') return arrayInterfaces(type, session.registry);
  const levels = memberTypes(type, session.types);
  return [...levels, ...levels.flatMap((level) => interfacesOf(level))];
}

function reportNoMember(value: BoundExpression, name: Identifier, scope: Scope): void {
  const details = [displayType(value.type), name.text];
  scope.session.report('CS1061', name.span, details, memberHint(value, name.text, scope));
}

function memberHint(value: BoundExpression, name: string, scope: Scope): string | undefined {
  const { type } = value;
  const { types, registry } = scope.session;
  if (isNullable(type) && findMembers(type.args[0]!, name, types).kind !== 'none') {
    return `It may be null: write '.Value.${name}', or '?.${name}'.`;
  }
  if (type === types.object && !hasMemberInAnotherCase(type, name, types)) {
    return 'Cast the object to its type first: ((T)…).';
  }
  const extensions = registry
    .extensionMethodNames()
    .filter((each) => closest(name, [each]) !== undefined && hasExtension(value, each, scope));
  const near = closest(name, [...memberNames(type, types, false), ...extensions]);
  if (near !== undefined) return `Did you mean '${near}'?`;
  const farther = fartherMembers(value, name, scope);
  if (farther.length > 0) return `Did you mean ${farther.join(' or ')}?`;
  if (type.kind === 'array' && findMembers(type.element, name, types).kind !== 'none') {
    return `It is an array: take one element with '[0]', or a header with 'GetValueOrDefault(name, "")'.`;
  }
  const isJson = type.kind === 'named' && type.definition.namespace === 'Newtonsoft.Json.Linq';
  if (isJson) return `A property of JSON is read with ["${name}"].`;
  // The types of the context are few and small: what they have is soon said.
  if (type.kind !== 'named' || type.definition.namespace !== '') return undefined;
  const general = new Set(memberNames(types.object, types, false));
  const own = [...memberNames(type, types, false)].filter((each) => !general.has(each));
  return own.length > 0 ? `It has: ${own.join(', ')}.` : undefined;
}

/** `Request.Headers` and `Response.Headers` for `context.Headers`; none when nearly all have it. */
function fartherMembers(value: BoundExpression, name: string, scope: Scope): readonly string[] {
  const { contextType, types } = scope.session;
  if (!contextType || value.type !== contextType) return [];
  const found: string[] = [];
  for (const each of memberNames(contextType, types, false)) {
    const member = findMembers(contextType, each, types);
    if (member.kind !== 'property') continue;
    const { type } = member.property.member;
    const has = findMembers(type, name, types).kind !== 'none';
    if (has || hasExtension({ kind: 'Context', type, span: value.span }, name, scope))
      found.push(`'${each}.${name}'`);
  }
  return found.length > 3 ? [] : found;
}
