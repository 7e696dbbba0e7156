import type { Span } from '../../lib/source/SourceText.ts';
import type {
  ArrayType,
  Identifier,
  NamedType,
  NamePart,
  TupleType,
  TupleTypeElement,
  TypeSyntax,
} from './ast.ts';
import { isPredefinedType, type NullableRule } from './lookAhead.ts';
import type { Parser } from './Parser.ts';

/** Parses a type with its `?` and `[]`. */
export function parseType(parser: Parser, rule: NullableRule = 'greedy'): TypeSyntax {
  return parser.nest(() => {
    const end = parser.ahead.type(parser.position, rule)?.end;
    return parseSuffixes(parser, parseCoreType(parser), end);
  });
}

/** Parses the type after `new`, whose brackets belong to the creation. */
export function parseCreatedType(parser: Parser): TypeSyntax {
  const type = parser.nest(parseCoreType);
  const { kind } = parser.peek(1);
  if (!parser.at('?') || (kind !== '(' && kind !== '[' && kind !== '{')) return type;
  parser.next();
  return { kind: 'NullableType', span: parser.spanFrom(type.span.start), element: type };
}

/** Parses `?` and rank specifiers, up to the token where the type ends as far as `LookAhead` saw. */
function parseSuffixes(parser: Parser, core: TypeSyntax, end: number | undefined): TypeSyntax {
  let type = core;
  while (end === undefined ? !parser.at('?') : parser.position < end) {
    if (parser.accept('?')) {
      type = { kind: 'NullableType', span: parser.spanFrom(core.span.start), element: type };
    } else {
      const ranks = parseRanks(parser);
      if (ranks.length === 0) break;
      type = arrayOf(type, ranks, parser.spanFrom(core.span.start));
    }
  }
  return type;
}

/** Parses `[][,]` and returns the number of dimensions of each. */
export function parseRanks(parser: Parser): number[] {
  const ranks: number[] = [];
  while (parser.ahead.rank(parser.position) !== undefined) {
    parser.next();
    let rank = 1;
    while (parser.accept(',')) rank++;
    parser.next();
    ranks.push(rank);
  }
  return ranks;
}

/** The array type with these ranks, outermost first; there must be one. Each node has the whole span. */
export function arrayOf(element: TypeSyntax, ranks: readonly number[], span: Span): ArrayType {
  const [rank = 1, ...inner] = ranks;
  const of = (item: TypeSyntax, each: number): ArrayType => {
    return { kind: 'ArrayType', span, element: item, rank: each };
  };
  return of(inner.reduceRight<TypeSyntax>(of, element), rank);
}

function parseCoreType(parser: Parser): TypeSyntax {
  const { kind, span } = parser.current;
  if (isPredefinedType(kind)) {
    parser.next();
    return { kind: 'PredefinedType', span, name: kind };
  }
  if (kind === '(') return parseTupleType(parser);
  return parseNamedType(parser);
}

function parseNamedType(parser: Parser): NamedType {
  const { start } = parser.current.span;
  if (!parser.isName(parser.current)) {
    parser.error('CS1031', parser.missingSpan());
    const name: Identifier = { kind: 'Identifier', span: parser.emptySpan(), text: '' };
    const part: NamePart = namePart(name, [], undefined, name.span);
    return { kind: 'NamedType', span: name.span, alias: undefined, parts: [part] };
  }
  const alias = parser.peek(1).kind === '::' ? parser.identifier() : undefined;
  parser.accept('::');
  const parts = [parseNamePart(parser)];
  while (parser.at('.') && parser.peek(1).kind === 'identifier') {
    parser.next();
    parts.push(parseNamePart(parser));
  }
  return { kind: 'NamedType', span: parser.spanFrom(start), alias, parts };
}

function parseNamePart(parser: Parser): NamePart {
  const { start } = parser.current.span;
  const name = parser.identifier();
  const { kind } = parser.peek(1);
  if (parser.at('<') && (kind === '>' || kind === ',')) {
    const openArity = parseOpenArguments(parser);
    return namePart(name, [], openArity, parser.spanFrom(start));
  }
  const typeArguments = parser.at('<') ? parseTypeArguments(parser) : [];
  return namePart(name, typeArguments, undefined, parser.spanFrom(start));
}

function namePart(
  name: Identifier,
  typeArguments: readonly TypeSyntax[],
  openArity: number | undefined,
  span: Span,
): NamePart {
  return { kind: 'NamePart', span, name, typeArguments, openArity };
}

/** Parses `<>` or `<,>`. */
function parseOpenArguments(parser: Parser): number {
  parser.next();
  let arity = 1;
  while (parser.accept(',')) arity++;
  parser.expect('>');
  return arity;
}

/** Parses `<A, B>`. */
export function parseTypeArguments(parser: Parser): TypeSyntax[] {
  parser.next();
  const types = [parseType(parser)];
  while (parser.accept(',')) types.push(parseType(parser));
  parser.expect('>');
  return types;
}

function parseTupleType(parser: Parser): TupleType {
  const { start } = parser.next().span;
  const elements: TupleTypeElement[] = [];
  do elements.push(parseTupleTypeElement(parser));
  while (parser.accept(','));
  // Sole elements have no tuple type; C# calls it a missing second element.
  if (elements.length < 2) parser.error('CS1031', parser.missingSpan());
  parser.expect(')');
  return { kind: 'TupleType', span: parser.spanFrom(start), elements };
}

function parseTupleTypeElement(parser: Parser): TupleTypeElement {
  const { start } = parser.current.span;
  const type = parseType(parser);
  const name = parser.isName(parser.current) ? parser.identifier() : undefined;
  return { kind: 'TupleTypeElement', span: parser.spanFrom(start), type, name };
}
