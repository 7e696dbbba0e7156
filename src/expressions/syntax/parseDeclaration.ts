import type {
  ArrayInitializer,
  Block,
  Declarator,
  Expression,
  Identifier,
  KeywordConstraint,
  LocalDeclaration,
  LocalFunction,
  Statement,
  TypeParameterConstraints,
  TypeSyntax,
} from './ast.ts';
import { isPredefinedType } from './lookAhead.ts';
import { parseArrayInitializer } from './parseCreation.ts';
import { parseExpression } from './parseExpression.ts';
import { isLambda, parseParameters } from './parseLambda.ts';
import { reportNewer } from './newerFeatures.ts';
import { parseDeclaredType } from './parsePrimary.ts';
import { parseBlock } from './parseStatement.ts';
import { parseType } from './parseType.ts';
import type { Parser } from './Parser.ts';
import { isKeyword } from './tokens.ts';
import type { TokenKind } from './tokens.ts';

/** Whether a variable, a constant or a local function is declared here. */
export function startsDeclaration(parser: Parser): boolean {
  if (parser.at('const')) return true;
  if (atModifier(parser)) return true;
  // Told as what it is, where the operand is parsed.
  if (parser.atWord('await')) return false;
  const type = parser.ahead.type(parser.position);
  if (!type) return false;
  const name = parser.tokenAt(type.end);
  if (!parser.isName(name)) return isMissingName(parser, type.end);
  const { kind } = parser.tokenAt(type.end + 1);
  return (
    ['=', ';', ',', '(', '<', '[', ')', '}', 'end'].includes(kind) ||
    isPredefinedType(parser.current.kind)
  );
}

/** `int = 3`, `string;` or `int class = 5`: nothing else can have been meant. */
function isMissingName(parser: Parser, end: number): boolean {
  const { kind } = parser.tokenAt(end);
  const isTyped = isPredefinedType(parser.current.kind) || parser.atWord('var');
  if (isTyped && (kind === '=' || kind === ';')) return !parser.atWord('var');
  return isKeywordForName(parser, end) && (isTyped || parser.tokenAt(end + 1).kind === '=');
}

function isKeywordForName(parser: Parser, index: number): boolean {
  const { kind } = parser.tokenAt(index);
  if (!isKeyword(kind) || testWords.has(kind)) return false;
  return ['=', ';', ','].includes(parser.tokenAt(index + 1).kind);
}

/** What may follow a value. */
const testWords: ReadonlySet<TokenKind> = new Set<TokenKind>(['is', 'as', 'in', 'switch']);

const modifiers: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(['static', 'readonly', 'public', 'private', 'protected', 'internal', 'virtual'] as const),
  ...(['abstract', 'override', 'sealed', 'extern', 'volatile'] as const),
]);

/** A modifier of members of types, in front of a declaration. */
function atModifier(parser: Parser): boolean {
  return modifiers.has(parser.current.kind) && !isLambda(parser, 1);
}

export function parseDeclarationStatement(parser: Parser): Statement {
  const { start } = parser.current.span;
  while (atModifier(parser)) {
    const { kind, span } = parser.next();
    if (kind === 'static' && isLocalFunction(parser)) reportNewer(parser, 'staticFunction', span);
    else parser.error('CS0106', span, [kind]);
  }
  if (isLocalFunction(parser)) return parseLocalFunction(parser);
  const declaration = parseLocalDeclaration(parser);
  parser.expect(';');
  return { ...declaration, span: parser.spanFrom(start) };
}

function isLocalFunction(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position);
  if (!type || !parser.isName(parser.tokenAt(type.end))) return false;
  let at = type.end + 1;
  const list = parser.ahead.typeArguments(at);
  if (list) at = list.end;
  return parser.tokenAt(at).kind === '(';
}

/** `int a = 1, b`, without the semicolon. */
export function parseLocalDeclaration(parser: Parser): LocalDeclaration {
  const { start } = parser.current.span;
  const constant = parser.accept('const') !== undefined;
  const type = parseDeclaredType(parser);
  const declarators = [parseDeclarator(parser, type)];
  while (parser.accept(',')) declarators.push(parseDeclarator(parser, type));
  return { kind: 'LocalDeclaration', span: parser.spanFrom(start), constant, type, declarators };
}

function parseDeclarator(parser: Parser, type: LocalDeclaration['type']): Declarator {
  const { start } = parser.current.span;
  const name = parser.identifier();
  // A keyword in the place of the name was told.
  if (name.text === '' && isKeywordForName(parser, parser.position)) parser.next();
  if (parser.at('[')) skipRank(parser, type, name);
  const value = parser.accept('=') ? parseValue(parser) : undefined;
  return { kind: 'Declarator', span: parser.spanFrom(start), name, value };
}

function parseValue(parser: Parser): Expression | ArrayInitializer {
  return parser.at('{') ? parseArrayInitializer(parser) : parseExpression(parser);
}

/** `int x[]` is C, not C#. */
function skipRank(parser: Parser, type: LocalDeclaration['type'], name: Identifier): void {
  const hint = `write ${parser.textOf(type)}[] ${name.text}`;
  parser.error('CS0650', parser.current.span, [], hint);
  const closing = parser.closingOf(parser.position);
  parser.position = closing === undefined ? parser.position + 1 : closing + 1;
}

function parseLocalFunction(parser: Parser): LocalFunction {
  const { start } = parser.current.span;
  const returnType = parseType(parser);
  const name = parser.identifier();
  const typeParameters = parser.at('<') ? parseTypeParameters(parser) : [];
  const parameters = parseParameters(parser, false);
  const constraints: TypeParameterConstraints[] = [];
  while (parser.atWord('where')) constraints.push(parseConstraints(parser));
  const body = parseFunctionBody(parser);
  const span = parser.spanFrom(start);
  return {
    kind: 'LocalFunction',
    span,
    returnType,
    name,
    typeParameters,
    parameters,
    constraints,
    body,
  };
}

function parseFunctionBody(parser: Parser): Block | Expression {
  if (!parser.accept('=>')) return parseBlock(parser);
  const body = parseExpression(parser);
  parser.expect(';');
  return body;
}

function parseTypeParameters(parser: Parser): Identifier[] {
  parser.next();
  const names = [parser.identifier()];
  while (parser.accept(',')) names.push(parser.identifier());
  parser.expect('>');
  return names;
}

function parseConstraints(parser: Parser): TypeParameterConstraints {
  const { start } = parser.next().span;
  const name = parser.identifier();
  parser.expect(':');
  const constraints = [parseConstraint(parser)];
  while (parser.accept(',')) constraints.push(parseConstraint(parser));
  return { kind: 'TypeParameterConstraints', span: parser.spanFrom(start), name, constraints };
}

function parseConstraint(parser: Parser): TypeSyntax | KeywordConstraint {
  const { kind, span } = parser.current;
  if (kind !== 'class' && kind !== 'struct' && kind !== 'new') return parseType(parser);
  parser.next();
  if (kind === 'new') {
    parser.expect('(');
    parser.expect(')');
  }
  return { kind: 'KeywordConstraint', span: parser.spanFrom(span.start), keyword: kind };
}
