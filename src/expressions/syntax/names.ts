import type { Expression, NamePart, TypeSyntax } from './ast.ts';

/**
 * The same text read as an expression: `A.B<C>` as a type name is `A.B<C>` as member access.
 * Undefined for what only a type can be (`int[]`, `int?`, open generics, tuple types).
 */
export function typeAsExpression(type: TypeSyntax): Expression | undefined {
  if (type.kind === 'PredefinedType') return type;
  if (type.kind !== 'NamedType') return undefined;
  let result: Expression | undefined;
  for (const part of type.parts) {
    if (part.openArity !== undefined) return undefined;
    result = result === undefined ? firstPart(type.alias, part) : memberOf(result, part);
  }
  return result;
}

function firstPart(alias: NamePart['name'] | undefined, part: NamePart): Expression {
  const { name, typeArguments, span } = part;
  if (alias === undefined) return { kind: 'SimpleName', name, typeArguments, span };
  const whole = { start: alias.span.start, end: span.end };
  return { kind: 'AliasQualifiedName', alias, name, typeArguments, span: whole };
}

function memberOf(target: Expression, part: NamePart): Expression {
  const { name, typeArguments } = part;
  const span = { start: target.span.start, end: part.span.end };
  return { kind: 'MemberAccess', target, name, typeArguments, span };
}
