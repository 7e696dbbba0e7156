/** How `foreach` gets the elements of a value: C# 7.3 §foreach statement. */
import { arrayInterfaces, interfacesOf } from '../typeSystem/hierarchy.ts';
import { isInterface, isNamed } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import type { Enumeration } from './boundStatements.ts';
import { callGroup } from './calls.ts';
import { describeOperand } from './operands.ts';
import { displayType } from './displayType.ts';
import { disposeOf } from './disposal.ts';
import { findMembers, memberTypes } from './members.ts';
import { propertyOf } from './memberAccess.ts';
import type { MethodGroup, Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { toValue } from './values.ts';

export interface FoundEnumeration {
  readonly source: BoundExpression;
  /** Holds the source for the calls of a pattern. */
  readonly sourceVariable: Variable;
  readonly enumeration: Enumeration;
  readonly element: NetType;
}

/** Undefined after a report. */
export function findEnumeration(operand: Operand, scope: Scope): FoundEnumeration | undefined {
  const { session } = scope;
  if (operand.kind === 'MethodGroup' || operand.kind === 'UnboundLambda') {
    const kind = operand.kind === 'MethodGroup' ? 'method group' : 'lambda expression';
    session.report('CS0446', operand.span, [
      operand.kind === 'MethodGroup' ? operand.name : '=>',
      kind,
    ]);
    return undefined;
  }
  const source = toValue(operand, scope);
  const { type, span } = source;
  if (type === errorType) return undefined;
  if (source.kind === 'Constant' && source.value === null) {
    session.report('CS0186', span);
    return undefined;
  }
  const sourceVariable = scope.temporary(type, span);
  const element = elementOfKnown(type, scope);
  if (element) {
    return { source, sourceVariable, element, enumeration: { by: 'iterate', element } };
  }
  const pattern = findPattern(sourceVariable, scope);
  if (pattern) {
    const known = knownElements(type, scope);
    // What is enumerable by the interface is enumerated by the protocol, which is faster.
    const isKnown = known.has(pattern.element);
    const enumeration: Enumeration = isKnown
      ? { by: 'iterate', element: pattern.element }
      : pattern.enumeration;
    return { source, sourceVariable, element: pattern.element, enumeration };
  }
  const [only, second] = genericElements(type, scope);
  if (only && second) {
    session.report('CS1640', span, [displayType(type)]);
    return undefined;
  }
  const found = only ?? (knownElements(type, scope).size > 0 ? session.types.object : undefined);
  if (found) {
    return {
      source,
      sourceVariable,
      element: found,
      enumeration: { by: 'iterate', element: found },
    };
  }
  session.report('CS1579', span, [
    type.kind === 'special' ? describeOperand(source) : displayType(type),
  ]);
  return undefined;
}

/** Arrays and strings. */
function elementOfKnown(type: NetType, { session }: Scope): NetType | undefined {
  if (type.kind === 'array') return type.element;
  return type === session.types.string ? session.types.char : undefined;
}

function supertypes(type: NetType, { session }: Scope): readonly NamedType[] {
  if (type.kind === 'array') return arrayInterfaces(type, session.registry);
  const levels = memberTypes(type, session.types);
  return [...levels.filter(isInterface), ...levels.flatMap((level) => interfacesOf(level))];
}

/** `T` of each IEnumerable<T>. */
export function genericElements(type: NetType, scope: Scope): NetType[] {
  const found = new Set<NetType>();
  for (const each of supertypes(type, scope)) {
    if (isNamed(each, 'System.Collections.Generic.IEnumerable')) found.add(each.args[0]!);
  }
  return [...found];
}

/** The element types that the enumeration protocol can give. */
function knownElements(type: NetType, scope: Scope): Set<NetType> {
  const found = new Set<NetType>(genericElements(type, scope));
  const isPlain = supertypes(type, scope).some((each) =>
    isNamed(each, 'System.Collections.IEnumerable'),
  );
  if (isPlain) found.add(scope.session.types.object);
  return found;
}

/** `GetEnumerator()` with `MoveNext()` and `Current`. */
function findPattern(
  source: Variable,
  scope: Scope,
): { readonly element: NetType; readonly enumeration: Enumeration } | undefined {
  const getEnumerator = callOn(source, 'GetEnumerator', scope);
  if (!getEnumerator) return undefined;
  const enumerator = scope.temporary(getEnumerator.type, source.span);
  const moveNext = callOn(enumerator, 'MoveNext', scope);
  const found = findMembers(enumerator.type, 'Current', scope.session.types);
  if (moveNext?.type !== scope.session.types.bool || found.kind !== 'property') return undefined;
  const current = propertyOf(found.property, localOf(enumerator), source.span);
  const dispose = disposeOf(enumerator, scope);
  return {
    element: current.type,
    enumeration: { by: 'pattern', enumerator, getEnumerator, moveNext, current, dispose },
  };
}

function localOf(variable: Variable): BoundExpression {
  return { kind: 'Local', type: variable.type, span: variable.span, variable };
}

function callOn(variable: Variable, name: string, scope: Scope): BoundExpression | undefined {
  const found = findMembers(variable.type, name, scope.session.types);
  if (found.kind !== 'methods') return undefined;
  const { span } = variable;
  const group: MethodGroup = {
    kind: 'MethodGroup',
    span,
    whole: span,
    name,
    methods: found.methods.filter(({ member }) => !member.isStatic),
    local: undefined,
    receiver: localOf(variable),
    receiverType: undefined,
    typeArguments: [],
    scope,
  };
  const { result, diagnostics } = scope.session.capture(() => callGroup(group, [], span, scope));
  return diagnostics.length === 0 && result.type !== errorType ? result : undefined;
}
