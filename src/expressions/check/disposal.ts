import { errorType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import { asSelf } from './callNodes.ts';
import { classifyTypes } from './classify.ts';
import { exists } from './conversions.ts';
import { findMembers } from './members.ts';
import type { Scope } from './Scope.ts';

/** The call of `Dispose` on a variable; undefined when its type is not disposable. */
export function disposeOf(variable: Variable, scope: Scope): BoundExpression | undefined {
  const { types, registry } = scope.session;
  const { type, span } = variable;
  const disposable = registry.lookUp('System.IDisposable')?.construct();
  if (!disposable || type === errorType) return undefined;
  if (!exists(classifyTypes(type, disposable, scope))) return undefined;
  const local: BoundExpression = { kind: 'Local', type, span, variable };
  // The type's own method when it is public, else that of the interface.
  for (const from of [type, disposable]) {
    const found = findMembers(from, 'Dispose', types);
    if (found.kind !== 'methods') continue;
    const method = found.methods.find(({ member }) => member.parameters.length === 0);
    if (!method) continue;
    const { member, container } = method;
    const receiver = asSelf(local, container);
    const { returns } = member;
    return {
      kind: 'Call',
      type: returns,
      span,
      member,
      container,
      receiver,
      args: [],
      typeArguments: [],
    };
  }
  return undefined;
}
