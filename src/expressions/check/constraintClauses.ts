/** `where T : class, IComparable<T>, new()` behind a local function: C# 7.3 §type parameter constraints. */
import type { KeywordConstraint, LocalFunction, TypeSyntax } from '../syntax/ast.ts';
import { isDelegate, isValueType } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import { displayType } from './displayType.ts';
import type { ProblemCode } from './problems.ts';
import type { Scope } from './Scope.ts';
import { bindValueType } from './typeNames.ts';

type Constraint = KeywordConstraint | TypeSyntax;

/** Gives the type parameters what the clauses demand of them. */
export function bindConstraints(
  { constraints: clauses, typeParameters: names, name: functionName }: LocalFunction,
  parameters: readonly TypeParameter[],
  scope: Scope,
): void {
  const seen = new Set<TypeParameter>();
  for (const { name, constraints, span } of clauses) {
    if (names.length === 0) {
      scope.session.report('CS0080', span);
      return;
    }
    const parameter = parameters.find((each) => each.name === name.text);
    if (!parameter) scope.session.report('CS0699', name.span, [name.text, functionName.text]);
    else if (seen.has(parameter)) scope.session.report('CS0409', span, [name.text]);
    else constrain(parameter, constraints, scope);
    if (parameter) seen.add(parameter);
  }
}

function constrain(
  parameter: TypeParameter,
  constraints: readonly Constraint[],
  scope: Scope,
): void {
  for (const [index, each] of constraints.entries()) {
    const code = each.kind === 'KeywordConstraint' && misplaced(each, index, constraints);
    if (code) scope.session.report(code, each.span);
  }
  const has = (word: string): boolean =>
    constraints.some((each) => each.kind === 'KeywordConstraint' && each.keyword === word);
  const types = constraints.flatMap((each) =>
    each.kind === 'KeywordConstraint' ? [] : bindBound(each, scope),
  );
  parameter.constraints = {
    isClass: has('class'),
    isStruct: has('struct'),
    hasNew: has('new'),
    types,
  };
}

/** `class` and `struct` exclude each other and stand first, `new()` stands last. */
function misplaced(
  { keyword }: KeywordConstraint,
  index: number,
  all: readonly Constraint[],
): ProblemCode | undefined {
  if (keyword !== 'new') return index > 0 ? 'CS0449' : undefined;
  const [first] = all;
  if (first?.kind === 'KeywordConstraint' && first.keyword === 'struct') return 'CS0451';
  return index < all.length - 1 ? 'CS0401' : undefined;
}

/** A bound must leave types to choose from. */
function bindBound(node: TypeSyntax, scope: Scope): NetType[] {
  const { session } = scope;
  const type = bindValueType(node, scope);
  if (type === errorType) return [];
  if (type === session.types.object) session.report('CS0702', node.span, [displayType(type)]);
  else if (type.kind === 'array') session.report('CS0706', node.span);
  else if (isValueType(type) || isDelegate(type) || type === session.types.string) {
    session.report('CS0701', node.span, [displayType(type)]);
  } else return [type];
  return [];
}
