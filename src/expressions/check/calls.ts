/** `callee(…)`: C# 7.3 §invocation expressions. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Expression, Identifier, Invocation } from '../syntax/ast.ts';
import { isDelegate } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { Applicable } from './applicability.ts';
import { argumentOf, bindArguments, abandon, placeArguments } from './arguments.ts';
import type { BoundExpression } from './bound.ts';
import { callOf } from './callNodes.ts';
import { delegateCandidate, methodCandidate } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { findExtensions } from './members.ts';
import { candidatesOf } from './methodGroups.ts';
import { bad, constant } from './operands.ts';
import type { BoundArgument, MethodGroup, Operand } from './operands.ts';
import { reportUnresolved, resolveOverload } from './overloads.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

export function bindInvocation(node: Invocation, scope: Scope): BoundExpression {
  if (isNameof(node, scope)) return bindNameof(node, scope);
  const callee = bindExpression(node.callee, scope);
  const args = bindArguments(node.arguments, scope);
  if (callee.kind === 'MethodGroup') return callGroup(callee, args, node.span, scope);
  return callValue(callee, args, node, scope);
}

/** Calls a method of a group; an extension method when no other takes the arguments. */
export function callGroup(
  group: MethodGroup,
  args: readonly BoundArgument[],
  span: Span,
  scope: Scope,
): BoundExpression {
  const { receiver, typeArguments } = group;
  if (typeArguments.includes(errorType)) {
    abandon(args, scope);
    return bad(span);
  }
  const candidates = usableCandidates(group);
  const own = resolveOverload(candidates, args, typeArguments, scope);
  if (own.kind === 'chosen') return finishCall(group, own.chosen, args, span, scope);
  const extended = receiver ? [argumentOf(receiver), ...args] : [];
  if (receiver && own.kind === 'refused') {
    const extensions = findExtensions(group.name, scope.session.types).map(methodCandidate);
    const other = resolveOverload(extensions, extended, typeArguments, scope);
    if (other.kind === 'chosen') {
      const placed = placeArguments(other.chosen, extended, span, scope);
      return callOf(other.chosen, undefined, placed, span);
    }
    if (candidates.length === 0) {
      const site = {
        name: group.name,
        nameSpan: group.span,
        kind: 'method',
        isExtension: true,
      } as const;
      reportUnresolved(other, extended, site, scope);
      abandon(args, scope);
      return bad(span);
    }
  }
  const site = { name: group.name, nameSpan: group.span, kind: 'method' } as const;
  reportUnresolved(own, args, site, scope);
  abandon(args, scope);
  return bad(span);
}

/**
 * Static methods after an object and instance methods after a type are no candidates, unless nothing
 * else is left to report (C# 7.3, improved overload candidates).
 */
function usableCandidates(group: MethodGroup): readonly Candidate[] {
  const all = candidatesOf(group);
  if (group.local || group.receiverType) return all;
  const usable = all.filter(
    ({ callee }) => callee.kind === 'method' && callee.member.isStatic === !group.receiver,
  );
  return usable.length > 0 ? usable : all;
}

function finishCall(
  group: MethodGroup,
  chosen: Applicable,
  args: readonly BoundArgument[],
  span: Span,
  scope: Scope,
): BoundExpression {
  const { callee } = chosen.candidate;
  const { session } = scope;
  if (callee.kind === 'method') {
    const { isStatic } = callee.member;
    if (!isStatic && !group.receiver) {
      const owner = displayType(callee.container);
      session.report('CS0120', group.span, [`${owner}.${group.name}`]);
    }
    if (isStatic && group.receiver && !group.receiverType) {
      session.report('CS0176', group.span, [group.name, displayType(callee.container)]);
    }
  }
  const placed = placeArguments(chosen, args, span, scope);
  return callOf(chosen, group.receiver, placed, span);
}

/** Calls a delegate. */
function callValue(
  callee: Operand,
  args: readonly BoundArgument[],
  node: Invocation,
  scope: Scope,
): BoundExpression {
  if (callee.kind === 'UnboundLambda') {
    scope.session.report('CS0149', callee.span, ['=>'], 'Cast it to a delegate: ((Func<…>)(…))().');
    abandon(args, scope);
    return bad(node.span);
  }
  const value = toValue(callee, scope);
  const candidate = isDelegate(value.type) ? delegateCandidate(value.type) : undefined;
  if (!candidate) {
    const group = extensionOfSameName(value, node, scope);
    if (group) return callGroup(group, args, node.span, scope);
    if (value.type !== errorType) {
      const code = value.kind === 'Property' ? 'CS1955' : 'CS0149';
      const name = nameOf(node.callee);
      scope.session.report(code, name?.span ?? node.callee.span, [
        name?.text ?? displayType(value.type),
      ]);
    }
    abandon(args, scope);
    return bad(node.span);
  }
  const resolution = resolveOverload([candidate], args, [], scope);
  if (resolution.kind === 'chosen') {
    const { chosen } = resolution;
    return callOf(chosen, value, placeArguments(chosen, args, node.span, scope), node.span);
  }
  const name = displayType(value.type);
  reportUnresolved(resolution, args, { name, nameSpan: node.callee.span, kind: 'delegate' }, scope);
  abandon(args, scope);
  return bad(node.span);
}

/**
 * Where a method is called, a property that cannot be called is not looked at (C# 7.3 §member lookup):
 * `list.Count(n => n > 1)` is the extension method, although lists have a property `Count`.
 */
function extensionOfSameName(
  value: BoundExpression,
  { callee }: Invocation,
  scope: Scope,
): MethodGroup | undefined {
  const name = nameOf(callee);
  if (value.kind !== 'Property' || !value.receiver || !name) return undefined;
  if (findExtensions(name.text, scope.session.types).length === 0) return undefined;
  return {
    kind: 'MethodGroup',
    span: name.span,
    whole: callee.span,
    name: name.text,
    methods: [],
    local: undefined,
    receiver: value.receiver,
    receiverType: undefined,
    typeArguments: [],
    scope,
  };
}

function nameOf(callee: Expression): Identifier | undefined {
  return callee.kind === 'MemberAccess' || callee.kind === 'SimpleName' ? callee.name : undefined;
}

/** `nameof` is a name like others when something is called so. */
function isNameof({ callee, arguments: args }: Invocation, scope: Scope): boolean {
  if (callee.kind !== 'SimpleName' || callee.name.text !== 'nameof') return false;
  return (
    args.length === 1 && callee.typeArguments.length === 0 && scope.find('nameof') === undefined
  );
}

/** The last name of the argument, which must mean something. */
function bindNameof({ arguments: args, span }: Invocation, scope: Scope): BoundExpression {
  const { session } = scope;
  const { value } = args[0]!;
  const { diagnostics } = session.capture(() => bindExpression(value, scope));
  // An instance member may be named through its type.
  session.accept(diagnostics.filter(({ code }) => code !== 'CS0120' && code !== 'CS0154'));
  const name = lastName(value);
  if (name === undefined) {
    session.report('CS8081', value.span);
    return bad(span);
  }
  return constant(name, session.types.string, span);
}

function lastName(node: Expression): string | undefined {
  switch (node.kind) {
    case 'SimpleName':
    case 'MemberAccess':
    case 'AliasQualifiedName':
      return node.name.text;
    default:
      return undefined;
  }
}
