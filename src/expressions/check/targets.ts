/** What can be assigned to or passed by reference: C# 7.3 §variables. */
import type { Span } from '../../lib/source/SourceText.ts';
import { isValueType } from '../typeSystem/kinds.ts';
import type { BoundExpression, BoundTarget, Variable } from './bound.ts';
import { displayType } from './displayType.ts';
import type { Scope } from './Scope.ts';

type Use = 'assign' | 'step' | 'ref' | 'out';

/** What is said of a value that is no place to store something. */
const noTarget = { assign: 'CS0131', step: 'CS1059', ref: 'CS1510', out: 'CS1510' } as const;

const readOnlyKinds: Readonly<Partial<Record<Variable['kind'], string>>> = {
  foreach: 'foreach iteration variable',
  using: 'using variable',
};

/** The value as a place to store something; undefined after a report. */
export function checkTarget(
  value: BoundExpression,
  use: Use,
  scope: Scope,
): BoundTarget | undefined {
  const { session } = scope;
  switch (value.kind) {
    case 'Local':
      return checkVariable(value.variable, value.span, use, scope) ? value : undefined;
    case 'Property':
      return checkProperty(value, use, scope) ? value : undefined;
    case 'Element':
      return value;
    case 'TupleItem':
      return checkTupleItem(value, scope) ? value : undefined;
    case 'Bad':
      return undefined;
    default:
      session.report(noTarget[use], value.span);
      return undefined;
  }
}

function checkVariable(variable: Variable, span: Span, use: Use, { session }: Scope): boolean {
  const { name, kind, constant } = variable;
  if (constant) {
    session.report(noTarget[use], span);
    return false;
  }
  const readOnly = readOnlyKinds[kind];
  if (readOnly === undefined) return true;
  const isStored = use === 'assign' || use === 'step';
  session.report(isStored ? 'CS1656' : 'CS1657', span, [name, readOnly]);
  return false;
}

function checkProperty(
  { member, container, receiver, span }: Extract<BoundExpression, { kind: 'Property' }>,
  use: Use,
  { session }: Scope,
): boolean {
  const name = `${displayType(container)}.${member.name === 'this' ? 'this[]' : member.name}`;
  const isStored = use === 'assign' || use === 'step';
  if (member.field === 'readonly') {
    session.report(isStored ? 'CS0198' : 'CS0199', span, [name]);
    return false;
  }
  if (!isStored) {
    session.report('CS0206', span);
    return false;
  }
  if (!member.set) {
    const isHost = receiver?.type.kind === 'named' && receiver.type.definition.kind === 'interface';
    const hint = use === 'assign' && isHost ? "To compare, write '=='." : undefined;
    session.report('CS0200', span, [name], hint);
    return false;
  }
  if (receiver && isValueType(receiver.type) && !isVariable(receiver)) {
    const { start, end } = receiver.span;
    session.report('CS1612', receiver.span, [session.source.text.slice(start, end)]);
    return false;
  }
  return true;
}

function isVariable({ kind }: BoundExpression): boolean {
  return kind === 'Local' || kind === 'Element' || kind === 'TupleItem';
}

/** Tuples are values: an item can be set only where the tuple itself is stored. */
function checkTupleItem(
  { tuple, index }: Extract<BoundExpression, { kind: 'TupleItem' }>,
  scope: Scope,
): boolean {
  if (tuple.kind === 'Local') return checkVariable(tuple.variable, tuple.span, 'assign', scope);
  if (tuple.kind === 'Element') return true;
  if (tuple.kind === 'TupleItem') return checkTupleItem(tuple, scope);
  if (tuple.kind !== 'Bad') scope.session.report('CS1612', tuple.span, [`Item${index + 1}`]);
  return false;
}
