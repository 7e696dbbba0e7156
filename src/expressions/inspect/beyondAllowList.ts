import { SourceText } from '../../lib/source/SourceText.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import { allowList, isAllowed } from '../allowList.ts';
import { checkText } from '../check/checkText.ts';
import { displayType } from '../check/displayType.ts';
import { memberTypes } from '../check/members.ts';
import { isBound } from '../check/operands.ts';
import type { Operand } from '../check/operands.ts';
import type { Scope } from '../check/Scope.ts';
import { contextTypes } from '../context/index.ts';
import type { ExpressionForm } from '../evaluate.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { InspectOptions } from './inspect.ts';

/** A type or member that an expression names and Azure's list does not. */
export interface Beyond {
  readonly name: string;
  readonly span: Span;
}

/** What an expression names beyond the list, by place. Faults of the text are not its business. */
export function beyondAllowList(
  code: string,
  form: ExpressionForm,
  { registry, unknownNames }: InspectOptions,
): readonly Beyond[] {
  // By place: a lambda may be bound several times.
  const found = new Map<number, Beyond>();
  const tell = (span: Span, name: string | undefined): void => {
    if (name !== undefined) found.set(span.start, { name, span });
  };
  try {
    checkText(new SourceText('expression', code), form, {
      registry,
      contextType: registry.lookUp('IProxyRequestContext')?.construct(),
      unknownNames,
      observer: {
        member: (name, target, scope) => {
          if (target.kind === 'TypeOperand') tell(target.span, unlistedType(target.type));
          tell(name.span, unlistedMember(target, name.text, scope));
        },
        typeName: (span, type) => tell(span, unlistedType(type)),
        simpleName: () => undefined,
      },
    });
  } catch (error) {
    // The tree is too high for the stack of this thread.
    if (!(error instanceof RangeError)) throw error;
  }
  return [...found.values()].toSorted((one, other) => one.span.start - other.span.start);
}

function unlistedType(type: NetType): string | undefined {
  if (type.kind !== 'named') return undefined;
  const { definition } = type;
  const isListed = allowList.has(definition.fullName) || contextTypes.includes(definition);
  // The words of the language are no names of types.
  return isListed || definition.declaration.keyword ? undefined : displayType(type);
}

function unlistedMember(target: Operand, name: string, scope: Scope): string | undefined {
  const type = target.kind === 'TypeOperand' || isBound(target) ? target.type : undefined;
  if (!type) return undefined;
  const owner = memberTypes(type, scope.session.types).find(
    ({ definition }) =>
      definition.membersNamed(name).length > 0 ||
      Object.hasOwn(definition.declaration.values ?? {}, name),
  );
  if (!owner || isAllowed(owner.definition, name)) return undefined;
  return `${displayType(owner)}.${name}`;
}
