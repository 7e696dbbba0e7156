/** `{ Name = value }`, `{ 1, 2 }` after `new T()`: C# 7.3 §object and collection initializers. */
import type { Span } from '../../lib/source/SourceText.ts';
import type {
  CollectionInitializer,
  ElementInitializer,
  MemberInitializer,
  ObjectInitializer,
} from '../syntax/ast.ts';
import { interfacesOf } from '../typeSystem/hierarchy.ts';
import { errorType } from '../typeSystem/NetType.ts';
import { abandon, argumentOf } from './arguments.ts';
import type { BoundExpression } from './bound.ts';
import { callGroup } from './calls.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { elementOf } from './elementAccess.ts';
import { bindExpression } from './expressions.ts';
import { findExtensions, findMembers, memberTypes } from './members.ts';
import { propertyOf } from './memberAccess.ts';
import { bad } from './operands.ts';
import type { MethodGroup } from './operands.ts';
import type { Scope } from './Scope.ts';
import { checkTarget } from './targets.ts';

type Initializer = ObjectInitializer | CollectionInitializer;

/** The new object in a variable, filled, and then the value. */
export function bindInitializer(
  created: BoundExpression,
  initializer: Initializer,
  span: Span,
  scope: Scope,
): BoundExpression {
  const variable = scope.temporary(created.type, span);
  const local: BoundExpression = { kind: 'Local', type: created.type, span, variable };
  const effects = fill(local, initializer, scope);
  if (created.type === errorType) return bad(span);
  const body: BoundExpression = {
    kind: 'Sequence',
    type: created.type,
    span,
    effects,
    value: local,
  };
  return { kind: 'Let', type: created.type, span, variable, value: created, body };
}

function fill(
  object: BoundExpression,
  initializer: Initializer,
  scope: Scope,
): readonly BoundExpression[] {
  if (initializer.kind === 'ObjectInitializer') return setMembers(object, initializer, scope);
  if (object.type !== errorType && !isCollection(object, scope)) {
    scope.session.report('CS1922', initializer.span, [displayType(object.type)]);
    return [];
  }
  return initializer.elements.map((element) => addElement(object, element, scope));
}

function isCollection({ type }: BoundExpression, { session }: Scope): boolean {
  return memberTypes(type, session.types).some((level) =>
    [level, ...interfacesOf(level)].some(
      ({ definition }) => definition.fullName === 'System.Collections.IEnumerable',
    ),
  );
}

function setMembers(
  object: BoundExpression,
  { members }: ObjectInitializer,
  scope: Scope,
): BoundExpression[] {
  const seen = new Set<string>();
  return members.flatMap((member) => {
    if (member.target.kind === 'Identifier') {
      const { text, span } = member.target;
      if (seen.has(text)) scope.session.report('CS1912', span, [text]);
      seen.add(text);
    }
    return setMember(object, member, scope);
  });
}

function setMember(
  object: BoundExpression,
  { target, value, span }: MemberInitializer,
  scope: Scope,
): readonly BoundExpression[] {
  const place =
    target.kind === 'Identifier'
      ? memberOf(object, target.text, target.span, scope)
      : elementOf(object, target.arguments, target.span, scope);
  if (value.kind === 'ObjectInitializer' || value.kind === 'CollectionInitializer') {
    // The member's present value is filled, not replaced.
    return place.type === errorType ? [] : [fillMember(place, value, span, scope)];
  }
  const operand = bindExpression(value, scope);
  const stored = place.type === errorType ? undefined : checkTarget(place, 'assign', scope);
  if (!stored) {
    convert(operand, errorType, scope);
    return [];
  }
  const converted = convert(operand, stored.type, scope);
  return [{ kind: 'Assign', type: stored.type, span, target: stored, value: converted }];
}

function fillMember(
  place: BoundExpression,
  initializer: Initializer,
  span: Span,
  scope: Scope,
): BoundExpression {
  const variable = scope.temporary(place.type, span);
  const local: BoundExpression = { kind: 'Local', type: place.type, span, variable };
  const effects = fill(local, initializer, scope);
  const body: BoundExpression = { kind: 'Sequence', type: place.type, span, effects, value: local };
  return { kind: 'Let', type: place.type, span, variable, value: place, body };
}

function memberOf(
  object: BoundExpression,
  name: string,
  span: Span,
  { session }: Scope,
): BoundExpression {
  if (object.type === errorType) return bad(span);
  const found = findMembers(object.type, name, session.types);
  if (found.kind === 'property') {
    if (!found.property.member.isStatic) return propertyOf(found.property, object, span);
    session.report('CS1914', span, [name]);
  } else if (found.kind === 'none') {
    session.report('CS0117', span, [displayType(object.type), name]);
  } else session.report('CS1913', span, [name]);
  return bad(span);
}

/** Each element is a call of `Add`. */
function addElement(
  object: BoundExpression,
  { values, span }: ElementInitializer,
  scope: Scope,
): BoundExpression {
  const { session } = scope;
  const args = values.map((value) => argumentOf(bindExpression(value, scope)));
  if (object.type === errorType) {
    abandon(args, scope);
    return bad(span);
  }
  const found = findMembers(object.type, 'Add', session.types);
  const methods = found.kind === 'methods' ? found.methods : [];
  if (methods.length === 0 && findExtensions('Add', session.types).length === 0) {
    session.report('CS1061', span, [displayType(object.type), 'Add']);
    return bad(span);
  }
  const group: MethodGroup = {
    kind: 'MethodGroup',
    span,
    whole: span,
    name: 'Add',
    methods,
    local: undefined,
    receiver: object,
    receiverType: undefined,
    typeArguments: [],
    scope,
  };
  return callGroup(group, args, span, scope);
}
