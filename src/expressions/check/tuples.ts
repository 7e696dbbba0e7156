/** Tuples: C# 7.3 §tuple literals, §tuple equality. */
import type { Tuple } from '../syntax/ast.ts';
import { isTuple, underlyingOf } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Application } from './binary.ts';
import { applyBinary } from './binary.ts';
import type { BoundExpression, Variable } from './bound.ts';
import { bindExpression } from './expressions.ts';
import { bad, isBound, naturalType } from './operands.ts';
import type { Operand, TupleLiteral } from './operands.ts';
import type { Scope } from './Scope.ts';
import { checkTupleNames } from './typeNames.ts';

export function bindTupleLiteral(node: Tuple, scope: Scope): TupleLiteral {
  checkTupleNames(
    node.elements.map(({ name, span }) => ({ name: name?.text, span: name?.span ?? span })),
    scope,
  );
  const items = node.elements.map(({ value }) => bindExpression(value, scope));
  return { kind: 'TupleLiteral', span: node.span, items, names: namesOf(node) };
}

/** Written names, or those of the values (C# 7.1): `(a.Id, count)` has elements Id and count. */
function namesOf({ elements }: Tuple): (string | undefined)[] {
  const inferred = elements.map(({ name, value }) => {
    if (name) return undefined;
    switch (value.kind) {
      case 'SimpleName':
      case 'MemberAccess':
        return value.name.text;
      case 'ConditionalAccess':
        return value.whenNotNull.kind === 'MemberBinding' ? value.whenNotNull.name.text : undefined;
      default:
        return undefined;
    }
  });
  const written = elements.map(({ name }) => name?.text);
  return elements.map((_, i) => {
    const name = inferred[i];
    if (name === undefined) return written[i];
    const isTaken = written.includes(name) || inferred.filter((each) => each === name).length > 1;
    return isTaken ||
      /^(Item\d+|Rest|ToString|GetHashCode|Equals|CompareTo|Deconstruct)$/.test(name)
      ? undefined
      : name;
  });
}

/** `==` and `!=` of tuples compare item by item; undefined when no tuple is involved. */
export function tupleEquality(application: Application, scope: Scope): BoundExpression | undefined {
  const { left, right, operator, span } = application;
  const [one, other] = [tupleSize(left, scope), tupleSize(right, scope)];
  if (one === undefined || other === undefined) return undefined;
  const { session } = scope;
  if (one !== other) {
    session.report('CS8384', span, [one, other]);
    return bad(span);
  }
  const held: [Variable, BoundExpression][] = [];
  const [lefts, rights] = [itemsOf(left, held, scope), itemsOf(right, held, scope)];
  const { bool } = session.types;
  const [first, ...others] = lefts.map((item, i) =>
    applyBinary({ operator, left: item, right: rights[i]!, span }, scope),
  );
  let combined = first ?? bad(span);
  for (const right of others) {
    const logical = operator === '==' ? '&&' : '||';
    const left = combined;
    combined = { kind: 'Logical', type: bool, span, operator: logical, left, right };
  }
  return held.reduceRight<BoundExpression>(
    (body, [variable, value]) => ({ kind: 'Let', type: bool, span, variable, value, body }),
    combined,
  );
}

function tupleSize(operand: Operand, { session }: Scope): number | undefined {
  if (operand.kind === 'TupleLiteral') return operand.items.length;
  const type = naturalType(operand, session.types);
  return type && isTuple(type) ? type.args.length : undefined;
}

/** The items of a literal as they are; those of a value by way of a variable that holds it. */
function itemsOf(
  operand: Operand,
  held: [Variable, BoundExpression][],
  scope: Scope,
): readonly Operand[] {
  if (operand.kind === 'TupleLiteral') return operand.items;
  if (!isBound(operand)) return [];
  const { type, span } = operand;
  const variable = scope.temporary(type, span);
  held.push([variable, operand]);
  const tuple: BoundExpression = { kind: 'Local', type, span, variable };
  return argsOf(type).map((item, index) => ({ kind: 'TupleItem', type: item, span, tuple, index }));
}

function argsOf(type: NetType): readonly NetType[] {
  const own = underlyingOf(type);
  return own.kind === 'named' ? own.args : [];
}
