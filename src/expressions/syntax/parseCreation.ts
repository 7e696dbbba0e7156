import type {
  AnonymousMember,
  AnonymousObject,
  ArrayCreation,
  ArrayInitializer,
  CollectionInitializer,
  ElementBinding,
  ElementInitializer,
  Expression,
  Identifier,
  ImplicitArrayCreation,
  MemberInitializer,
  Missing,
  ObjectInitializer,
  TypeSyntax,
} from './ast.ts';
import { parseExpression } from './parseExpression.ts';
import { missingAt, reportNewer, skipBracket } from './newerFeatures.ts';
import { parseArguments, separates } from './parsePrimary.ts';
import { arrayOf, parseCreatedType, parseRanks } from './parseType.ts';
import type { Parser } from './Parser.ts';

/** Everything that starts with `new`. */
export function parseCreation(parser: Parser): Expression {
  const { start } = parser.next().span;
  if (parser.at('{')) return parseAnonymousObject(parser, start);
  if (parser.at('[')) return parseImplicitArray(parser, start);
  if (isTargetTyped(parser)) return skipTargetTyped(parser);
  const type = parseCreatedType(parser);
  return parser.at('[') ? parseArray(parser, start, type) : parseObject(parser, start, type);
}

/** `new (…)`; in `new (int, string)[3]` a tuple type is meant. */
function isTargetTyped(parser: Parser): boolean {
  if (!parser.at('(')) return false;
  const closing = parser.closingOf(parser.position);
  return closing === undefined || parser.tokenAt(closing + 1).kind !== '[';
}

function skipTargetTyped(parser: Parser): Missing {
  reportNewer(parser, 'targetTypedNew', parser.tokenAt(parser.position - 1).span);
  skipBracket(parser);
  if (parser.at('{')) skipBracket(parser);
  return missingAt(parser);
}

function parseObject(parser: Parser, start: number, type: TypeSyntax): Expression {
  const hasArguments = parser.at('(');
  const args = hasArguments ? parseArguments(parser, '(', ')') : [];
  const initializer = parser.at('{') ? parseInitializer(parser) : undefined;
  if (!hasArguments && !initializer) parser.error('CS1526', parser.missingSpan());
  return {
    kind: 'ObjectCreation',
    span: parser.spanFrom(start),
    type,
    arguments: args,
    initializer,
  };
}

function parseArray(parser: Parser, start: number, element: TypeSyntax): ArrayCreation {
  let sizes: Expression[] = [];
  let ranks = parseRanks(parser);
  if (ranks.length === 0) {
    sizes = parseSizes(parser);
    ranks = [sizes.length, ...parseRanks(parser)];
  }
  const type = arrayOf(element, ranks, parser.spanFrom(element.span.start));
  const initializer = parser.at('{') ? parseArrayInitializer(parser) : undefined;
  if (sizes.length === 0 && !initializer) parser.error('CS1586', parser.missingSpan());
  return { kind: 'ArrayCreation', span: parser.spanFrom(start), type, sizes, initializer };
}

function parseSizes(parser: Parser): Expression[] {
  parser.expect('[');
  const sizes = [parseExpression(parser)];
  while (parser.accept(',')) sizes.push(parseExpression(parser));
  parser.expect(']');
  return sizes;
}

function parseImplicitArray(parser: Parser, start: number): ImplicitArrayCreation {
  const [rank = 1] = parseRanks(parser);
  if (parser.at('[')) {
    // `new[3] { … }`: the length is not written here.
    parser.error('CS1003', parser.peek(1).span, [']']);
    const closing = parser.closingOf(parser.position);
    if (closing !== undefined) parser.position = closing + 1;
  }
  const initializer = parseArrayInitializer(parser);
  return { kind: 'ImplicitArrayCreation', span: parser.spanFrom(start), rank, initializer };
}

/** Parses `{ a, { b } }`; a comma may stand at the end. */
export function parseArrayInitializer(parser: Parser): ArrayInitializer {
  return parser.nest((inner) => {
    const { start } = inner.current.span;
    const elements = parseBraced(inner, () =>
      inner.at('{') ? parseArrayInitializer(inner) : parseExpression(inner),
    );
    return { kind: 'ArrayInitializer', span: inner.spanFrom(start), elements };
  });
}

/** Parses items between braces, separated by commas, with perhaps one at the end. */
function parseBraced<T>(parser: Parser, parseItem: () => T): T[] {
  const items: T[] = [];
  if (!parser.expect('{')) return items;
  while (!parser.at('}') && !parser.at('end')) {
    const before = parser.position;
    items.push(parseItem());
    if (!separates(parser, before)) break;
  }
  parser.expect('}');
  return items;
}

const memberHint = 'write Name = value, or [key] = value';

/** `name =` or `[index] =` */
function startsMember(parser: Parser): boolean {
  return parser.at('[') || (parser.isName(parser.current) && parser.peek(1).kind === '=');
}

/** Of members when one item is `name =` or `[index] =`, else of elements. */
function parseInitializer(parser: Parser): ObjectInitializer | CollectionInitializer {
  return parser.nest((inner) => {
    const { start } = inner.current.span;
    const members: MemberInitializer[] = [];
    const elements: ElementInitializer[] = [];
    const isEmpty = inner.peek(1).kind === '}';
    parseBraced(inner, () => {
      if (startsMember(inner)) members.push(parseMember(inner));
      else elements.push(parseElement(inner));
    });
    const span = inner.spanFrom(start);
    if (members.length === 0 && !isEmpty) return { kind: 'CollectionInitializer', span, elements };
    for (const { span: at } of elements) inner.errors.report('CS0747', at, [], memberHint);
    return { kind: 'ObjectInitializer', span, members };
  });
}

function parseMember(parser: Parser): MemberInitializer {
  const { start } = parser.current.span;
  const target = parser.at('[') ? parseIndex(parser) : parseMemberName(parser);
  parser.expect('=');
  const value = parser.at('{') ? parseInitializer(parser) : parseExpression(parser);
  return { kind: 'MemberInitializer', span: parser.spanFrom(start), target, value };
}

function parseIndex(parser: Parser): ElementBinding {
  const { start } = parser.current.span;
  const args = parseArguments(parser, '[', ']');
  return { kind: 'ElementBinding', span: parser.spanFrom(start), arguments: args };
}

function parseMemberName(parser: Parser): Identifier {
  return parser.identifier();
}

function parseElement(parser: Parser): ElementInitializer {
  const { start } = parser.current.span;
  const values = parser.at('{')
    ? parseBraced(parser, () => parseExpression(parser))
    : [parseSoleElement(parser)];
  return { kind: 'ElementInitializer', span: parser.spanFrom(start), values };
}

/** An assignment is no element: `{ "a" = 1 }`. */
function parseSoleElement(parser: Parser): Expression {
  const value = parseExpression(parser);
  if (value.kind === 'Assignment') parser.errors.report('CS0747', value.span, [], memberHint);
  return value;
}

function parseAnonymousObject(parser: Parser, start: number): AnonymousObject {
  const members = parser.nest((inner) => parseBraced(inner, () => parseAnonymousMember(inner)));
  return { kind: 'AnonymousObject', span: parser.spanFrom(start), members };
}

function parseAnonymousMember(parser: Parser): AnonymousMember {
  const { start } = parser.current.span;
  if (parser.isName(parser.current) && parser.peek(1).kind === '=') {
    const name = parser.identifier();
    parser.next();
    const value = parseExpression(parser);
    return { kind: 'AnonymousMember', span: parser.spanFrom(start), name, value };
  }
  const value = parseExpression(parser);
  const name = nameOf(value) ?? unnamed(parser, value);
  return { kind: 'AnonymousMember', span: parser.spanFrom(start), name, value };
}

/** C# 12.8.17.7: a name or a member access lends its name. */
function nameOf(value: Expression): Identifier | undefined {
  switch (value.kind) {
    case 'SimpleName':
    case 'MemberAccess':
    case 'MemberBinding':
      return value.name;
    case 'ConditionalAccess':
      return nameOf(value.whenNotNull);
    default:
      return undefined;
  }
}

function unnamed(parser: Parser, value: Expression): Identifier {
  parser.error('CS0746', value.span, [], 'write Name = value');
  return { kind: 'Identifier', span: value.span, text: '' };
}
