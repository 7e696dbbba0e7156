import type {
  Argument,
  DeclarationExpression,
  DeclaredType,
  Designation,
  Expression,
  InterpolatedString,
  Interpolation,
  Missing,
  SimpleName,
  TupleElement,
  TypeSyntax,
} from './ast.ts';
import { maxTreeHeight } from './limits.ts';
import { atTypeArguments, canStartExpression, isPredefinedType } from './lookAhead.ts';
import { atRange, missingAt, reportNewer, skipBracket } from './newerFeatures.ts';
import { parseCreation } from './parseCreation.ts';
import { parseExpression } from './parseExpression.ts';
import { isLambda, parseAnonymousMethod, parseMode } from './parseLambda.ts';
import { parseType, parseTypeArguments } from './parseType.ts';
import type { Parser } from './Parser.ts';
import type { Token } from './tokens.ts';

/** A primary expression with everything that is attached to it. */
export function parsePrimary(parser: Parser): Expression {
  return parseChain(parser, parseStart(parser), true);
}

function parseStart(parser: Parser): Expression {
  const token = parser.current;
  const { span } = token;
  switch (token.kind) {
    case 'literal':
      parser.next();
      skipUtf8(parser, token);
      return { kind: 'Literal', span, ...token.literal };
    case 'true':
    case 'false':
      parser.next();
      return { kind: 'Literal', span, type: 'bool', value: token.kind === 'true' };
    case 'null':
      parser.next();
      return { kind: 'Literal', span, type: 'null', value: null };
    case 'interpolatedStart':
      return parseInterpolated(parser);
    case '(':
      return parseParenthesized(parser);
    case 'new':
      return parseCreation(parser);
    case 'typeof':
    case 'sizeof': {
      const kind = token.kind === 'typeof' ? 'TypeOf' : 'SizeOf';
      const type = parseTypeInBrackets(parser);
      return { kind, span: parser.spanFrom(span.start), type };
    }
    case 'default':
      if (parser.peek(1).kind !== '(') {
        parser.next();
        return { kind: 'Default', span };
      }
      return {
        kind: 'Default',
        type: parseTypeInBrackets(parser),
        span: parser.spanFrom(span.start),
      };
    case 'checked':
    case 'unchecked':
      return parseChecked(parser);
    case 'delegate':
      return parseAnonymousMethod(parser);
    case '[':
      if (parser.closingOf(parser.position) === undefined) return parser.missing();
      reportNewer(parser, 'collection', span);
      skipBracket(parser);
      return missingAt(parser);
    case '.':
      return atRange(parser) ? skipRange(parser) : parser.missing();
    case 'static':
      if (!isLambda(parser, 1)) return parser.missing();
      reportNewer(parser, 'staticFunction', span);
      parser.next();
      return parseExpression(parser);
    case 'stackalloc':
      parser.error('CS0214', span);
      parser.next();
      parseType(parser);
      if (parser.at('[')) skipBracket(parser);
      return missingAt(parser);
    case 'this':
    case 'base':
      parser.error(token.kind === 'this' ? 'CS0026' : 'CS1511', span);
      parser.next();
      return { kind: 'Missing', span };
    default:
      return parseNamed(parser);
  }
}

/** `"text"u8` */
function skipUtf8(parser: Parser, { span: { end } }: Token): void {
  if (!parser.atWord('u8') || parser.current.span.start !== end) return;
  reportNewer(parser, 'utf8', parser.next().span);
}

/** `..` and what it goes up to. */
function skipRange(parser: Parser): Missing {
  const { span } = parser.current;
  reportNewer(parser, 'range', { start: span.start, end: span.end + 1 });
  parser.next();
  // Another dot, or the number in front of which it was scanned.
  parser.next();
  if (parser.tokenAt(parser.position - 1).kind === '.' && canStartExpression(parser.current)) {
    parsePrimary(parser);
  }
  return missingAt(parser);
}

function parseNamed(parser: Parser): Expression {
  const token = parser.current;
  if (isPredefinedType(token.kind)) {
    if (parser.peek(1).kind !== '.') {
      const hint = `'${token.kind}' is a type: write (${token.kind})value, or typeof(${token.kind})`;
      parser.error('CS1525', token.span, [token.kind], hint);
    }
    parser.next();
    return { kind: 'PredefinedType', span: token.span, name: token.kind };
  }
  if (!parser.isName(token)) return parser.missing();
  if (isVarTuple(parser)) return parseVarTuple(parser);
  if (parser.peek(1).kind !== '::') return parseSimpleName(parser);
  const alias = parser.identifier();
  parser.next();
  const { name, typeArguments } = parseSimpleName(parser);
  return {
    kind: 'AliasQualifiedName',
    span: parser.spanFrom(token.span.start),
    alias,
    name,
    typeArguments,
  };
}

function parseSimpleName(parser: Parser): SimpleName {
  const { start } = parser.current.span;
  const name = parser.identifier();
  const typeArguments = parseNameArguments(parser);
  return { kind: 'SimpleName', span: parser.spanFrom(start), name, typeArguments };
}

function parseNameArguments(parser: Parser): TypeSyntax[] {
  return parser.at('<') && atTypeArguments(parser) ? parseTypeArguments(parser) : [];
}

function parseTypeInBrackets(parser: Parser): TypeSyntax {
  parser.next();
  parser.expect('(');
  const type = parseType(parser);
  parser.expect(')');
  return type;
}

function parseChecked(parser: Parser): Expression {
  const { kind, span } = parser.next();
  parser.expect('(');
  const expression = parseExpression(parser);
  parser.expect(')');
  const whole = parser.spanFrom(span.start);
  return { kind: 'CheckedExpression', span: whole, checked: kind === 'checked', expression };
}

/** Members, calls, indexes and what follows `?`; increments only outside of a chain after `?`. */
function parseChain(parser: Parser, start: Expression, isOutermost: boolean): Expression {
  let left = start;
  for (let length = 0; ; length++) {
    if (length > maxTreeHeight) {
      parser.stop();
      return left;
    }
    const { kind } = parser.current;
    const from = start.span.start;
    if (kind === '.' && atRange(parser)) left = skipRange(parser);
    else if (kind === '.' || kind === '->') {
      if (kind === '->')
        parser.error('CS0193', parser.current.span, [], 'a member is named behind a dot');
      parser.next();
      const name = parser.identifier();
      const typeArguments = parseNameArguments(parser);
      left = {
        kind: 'MemberAccess',
        span: parser.spanFrom(from),
        target: left,
        name,
        typeArguments,
      };
    } else if (kind === '(') {
      const args = parseArguments(parser, '(', ')');
      left = { kind: 'Invocation', span: parser.spanFrom(from), callee: left, arguments: args };
    } else if (kind === '[') {
      const args = parseArguments(parser, '[', ']');
      left = { kind: 'ElementAccess', span: parser.spanFrom(from), target: left, arguments: args };
    } else if (kind === '?' && isConditionalAccess(parser)) {
      const target = left;
      parser.next();
      const whenNotNull = parser.nest((inner) => parseChain(inner, parseBinding(inner), false));
      left = { kind: 'ConditionalAccess', span: parser.spanFrom(from), target, whenNotNull };
      if (!isOutermost) return left;
    } else if (isOutermost && (kind === '++' || kind === '--')) {
      parser.next();
      const span = parser.spanFrom(from);
      left = { kind: 'Increment', span, operator: kind, prefix: false, operand: left };
    } else if (kind === '!' && !parser.startsLine) {
      reportNewer(parser, 'nullForgiving', parser.next().span);
    } else return left;
  }
}

/** In C# 7 no expression starts with `[` or `.`, so these after `?` always are conditional. */
function isConditionalAccess(parser: Parser): boolean {
  const { kind } = parser.peek(1);
  return kind === '.' || kind === '[';
}

function parseBinding(parser: Parser): Expression {
  const { start } = parser.current.span;
  if (parser.at('[')) {
    const args = parseArguments(parser, '[', ']');
    return { kind: 'ElementBinding', span: parser.spanFrom(start), arguments: args };
  }
  parser.next();
  const name = parser.identifier();
  const typeArguments = parseNameArguments(parser);
  return { kind: 'MemberBinding', span: parser.spanFrom(start), name, typeArguments };
}

/** Parses arguments in brackets; an index needs at least one. */
export function parseArguments(parser: Parser, open: '(' | '[', close: ')' | ']'): Argument[] {
  const opening = parser.position;
  parser.expect(open);
  const args: Argument[] = [];
  if (parser.at(close)) {
    if (open === '[') parser.error('CS0443', parser.current.span);
    parser.next();
    return args;
  }
  let before: number;
  do {
    before = parser.position;
    args.push(parseArgument(parser));
  } while (separates(parser, before));
  parser.close(close, opening);
  return args;
}

/** A comma, or where one is missing in front of another item; `before` the last one the parser stood there. */
export function separates(parser: Parser, before: number): boolean {
  if (parser.accept(',')) return true;
  // Where nothing was an item, nothing is the next one.
  if (parser.position === before) return false;
  if (!canStartExpression(parser.current) || parser.isForeign) return false;
  parser.error('CS1003', parser.missingSpan(), [','], 'a comma or an operator is missing');
  return true;
}

function parseArgument(parser: Parser): Argument {
  const { start } = parser.current.span;
  const name =
    parser.isName(parser.current) && parser.peek(1).kind === ':' ? parser.identifier() : undefined;
  if (name) parser.next();
  const mode = parseMode(parser);
  const value =
    mode === 'out' && isDeclaration(parser) ? parseDeclaration(parser) : parseExpression(parser);
  return { kind: 'Argument', span: parser.spanFrom(start), name, mode, value };
}

/** `(x)`, or a tuple, whose elements may declare variables. */
function parseParenthesized(parser: Parser): Expression {
  const open = parser.position;
  const { start } = parser.next().span;
  const elements: TupleElement[] = [];
  do elements.push(parseTupleElement(parser));
  while (parser.accept(','));
  parser.close(')', open);
  const span = parser.spanFrom(start);
  const [first] = elements;
  if (first && elements.length === 1)
    return { kind: 'Parenthesized', span, expression: first.value };
  return { kind: 'Tuple', span, elements };
}

function parseTupleElement(parser: Parser): TupleElement {
  const { start } = parser.current.span;
  const name =
    parser.isName(parser.current) && parser.peek(1).kind === ':' ? parser.identifier() : undefined;
  if (name) parser.next();
  const value = isDeclaration(parser) ? parseDeclaration(parser) : parseExpression(parser);
  return { kind: 'TupleElement', span: parser.spanFrom(start), name, value };
}

/** Whether `T name` stands here, and nothing after it but the next element or the end. */
function isDeclaration(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position);
  if (!type || !parser.isName(parser.tokenAt(type.end))) return false;
  const { kind } = parser.tokenAt(type.end + 1);
  return kind === ',' || kind === ')';
}

function parseDeclaration(parser: Parser): DeclarationExpression {
  const { start } = parser.current.span;
  const type = parseDeclaredType(parser);
  const designation = parseDesignation(parser);
  return { kind: 'DeclarationExpression', span: parser.spanFrom(start), type, designation };
}

/** A type, or `var` in front of a name. */
export function parseDeclaredType(parser: Parser): DeclaredType {
  const { kind } = parser.peek(1);
  if (parser.atWord('var') && (kind === 'identifier' || kind === '(')) {
    return { kind: 'VarType', span: parser.next().span };
  }
  return parseType(parser);
}

function parseDesignation(parser: Parser): Designation {
  const { start } = parser.current.span;
  if (!parser.accept('(')) {
    const name = parser.identifier();
    if (name.text === '_') return { kind: 'DiscardDesignation', span: name.span };
    return { kind: 'SingleDesignation', span: name.span, name };
  }
  const elements: Designation[] = [];
  do elements.push(parser.nest(parseDesignation));
  while (parser.accept(','));
  parser.expect(')');
  return { kind: 'TupleDesignation', span: parser.spanFrom(start), elements };
}

/** `var (a, b)` that is assigned to or enumerated into; otherwise `var` would be a method. */
export function isVarTuple(parser: Parser): boolean {
  if (!parser.atWord('var') || parser.peek(1).kind !== '(') return false;
  const closing = parser.closingOf(parser.position + 1);
  if (closing === undefined) return false;
  const { kind } = parser.tokenAt(closing + 1);
  return kind === '=' || kind === 'in';
}

function parseVarTuple(parser: Parser): DeclarationExpression {
  return parseDeclaration(parser);
}

function parseInterpolated(parser: Parser): InterpolatedString {
  const { start } = parser.next().span;
  const parts: InterpolatedString['parts'][number][] = [];
  for (;;) {
    const token = parser.current;
    if (token.kind === 'interpolatedText') {
      parser.next();
      parts.push({ kind: 'InterpolatedText', span: token.span, text: token.text });
    } else if (token.kind === 'holeStart') parts.push(parser.nest(parseInterpolation));
    else break;
  }
  parser.accept('interpolatedEnd');
  return { kind: 'InterpolatedString', span: parser.spanFrom(start), parts };
}

function parseInterpolation(parser: Parser): Interpolation {
  const end = parser.closingOf(parser.position);
  const { start } = parser.next().span;
  const value = parseExpression(parser);
  const alignment = parser.accept(',') ? parseExpression(parser) : undefined;
  const format = parser.accept('format')?.text;
  if (!parser.at('holeEnd')) {
    parser.error('CS1003', parser.missingSpan(), ['}']);
    // Whatever is left of the hole makes no sense; the string goes on after it.
    if (end !== undefined && end > parser.position) parser.position = end;
  }
  parser.accept('holeEnd');
  return { kind: 'Interpolation', span: parser.spanFrom(start), value, alignment, format };
}
