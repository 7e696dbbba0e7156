/**
 * Range variables of queries. A query clause that adds one passes an object with all of them on, whose
 * name no text can write: its properties are in sight by their names (C# 7.3 §transparent identifiers).
 */
import type { Span } from '../../lib/source/SourceText.ts';
import type { NamedType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import { propertyOf } from './memberAccess.ts';
import { findMembers } from './members.ts';
import { bad } from './operands.ts';
import type { Scope } from './Scope.ts';

/** Names of transparent parameters and properties start so, and name what they hold. */
const mark = '*';

export function isTransparent(name: string): boolean {
  return name.startsWith(mark);
}

/** The name of what holds these range variables. */
export function transparentName(names: readonly string[]): string {
  return mark + names.join();
}

/** The range variables that a parameter of this name stands for. */
export function rangeVariables(name: string): readonly string[] {
  return isTransparent(name) ? name.slice(mark.length).split(',') : [name];
}

/** Brings the range variables that a transparent parameter holds in sight. */
export function enterRangeVariables(
  variable: Variable,
  names: readonly string[],
  scope: Scope,
): void {
  const { type } = variable;
  // Of what could not be queried nothing is known; the names are in sight all the same.
  if (type.kind !== 'named') {
    for (const name of names) scope.enter(name, { kind: 'alias', read: bad }, variable.span);
    return;
  }
  enterProperties(type, (span) => ({ kind: 'Local', type, span, variable }), variable.span, scope);
}

function enterProperties(
  type: NamedType,
  read: (span: Span) => BoundExpression,
  span: Span,
  scope: Scope,
): void {
  for (const name of type.definition.declaration.anonymous ?? []) {
    const found = findMembers(type, name, scope.session.types);
    if (found.kind !== 'property') continue;
    const readItem = (at: Span): BoundExpression => propertyOf(found.property, read(at), at);
    const { type: itemType } = readItem(span);
    if (!isTransparent(name)) {
      scope.enter(name, { kind: 'alias', read: readItem }, span);
    } else if (itemType.kind === 'named') enterProperties(itemType, readItem, span, scope);
  }
}
