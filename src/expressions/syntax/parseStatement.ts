import type {
  Block,
  CatchClause,
  Expression,
  For,
  ForEach,
  ForEachDeconstruction,
  If,
  LocalDeclaration,
  Statement,
  Switch,
  SwitchSection,
  Try,
} from './ast.ts';
import {
  parseDeclarationStatement,
  parseLocalDeclaration,
  startsDeclaration,
} from './parseDeclaration.ts';
import { parseExpression } from './parseExpression.ts';
import { parseCasePattern } from './parsePattern.ts';
import { isVarTuple, parseDeclaredType, parsePrimary } from './parsePrimary.ts';
import { parseType } from './parseType.ts';
import { isPredefinedType } from './lookAhead.ts';
import { missingAt, reportNewer, skipBracket } from './newerFeatures.ts';
import { isWord } from './Parser.ts';
import { atUnavailable, refuseRef, skipUnavailable, skipUsing } from './unavailable.ts';
import type { Parser } from './Parser.ts';
import type { TokenKind } from './tokens.ts';

/** Parses `{ … }`. */
export function parseBlock(parser: Parser): Block {
  return parser.nest((inner) => {
    const { start } = inner.current.span;
    const isOpen = inner.expect('{') !== undefined;
    const statements = isOpen ? parseStatements(inner) : [];
    if (isOpen) inner.expect('}');
    return { kind: 'Block', span: inner.spanFrom(start), statements };
  });
}

/** Parses statements up to a closing brace, a case label or the end of the text. */
export function parseStatements(parser: Parser): Statement[] {
  const statements: Statement[] = [];
  while (!parser.at('}') && !parser.at('end') && !parser.at('case') && !atDefaultLabel(parser)) {
    const { position, errors } = parser;
    const { count } = errors;
    statements.push(parseStatement(parser));
    // What nothing could be made of is skipped, so that the rest is looked at.
    if (parser.position === position) parser.next();
    if (errors.count > count) skipRest(parser);
  }
  return statements;
}

/** After an error: on to where the next statement starts, for the rest would only be told again. */
function skipRest(parser: Parser): void {
  const last = parser.tokens[parser.position - 1]?.kind;
  if (last === ';' || last === '}') return;
  while (!parser.at('end') && !parser.at('}') && !(parser.startsLine && startsStatement(parser))) {
    if (parser.accept(';')) return;
    const isBlock = parser.at('{');
    skipBracket(parser);
    if (isBlock) return;
  }
}

/** Whether a line that starts so is hardly the rest of the statement before. */
function startsStatement(parser: Parser): boolean {
  const { kind } = parser.current;
  return (
    statementWords.has(kind) ||
    isPredefinedType(kind) ||
    (parser.isName(parser.current) && !['and', 'or', 'not'].includes(parser.current.name))
  );
}

const statementWords: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(['if', 'else', 'while', 'do', 'for', 'foreach', 'return', 'break', 'continue'] as const),
  ...(['switch', 'case', 'goto', 'throw', 'try', 'using', 'lock', 'const'] as const),
]);

function atDefaultLabel(parser: Parser): boolean {
  return parser.at('default') && parser.peek(1).kind === ':';
}

function parseStatement(parser: Parser): Statement {
  return parser.nest(parseAnyStatement);
}

/** The statement of an `if` or a loop: a declaration needs a block of its own there. */
function parseEmbedded(parser: Parser): Statement {
  const { span } = parser.current;
  const statement = parseStatement(parser);
  if (['LocalDeclaration', 'LocalFunction', 'Labeled'].includes(statement.kind)) {
    parser.errors.report('CS1023', span, [], 'put it between { and }');
  }
  return statement;
}

function parseAnyStatement(parser: Parser): Statement {
  const { kind, span } = parser.current;
  const { start } = span;
  switch (kind) {
    case '{':
      return parseBlock(parser);
    case ';':
      parser.next();
      return { kind: 'Empty', span };
    case 'if':
      return parseIf(parser);
    case 'while': {
      parser.next();
      const condition = parseCondition(parser);
      const body = parseEmbedded(parser);
      return { kind: 'While', span: parser.spanFrom(start), condition, body };
    }
    case 'do':
      return parseDo(parser);
    case 'for':
      return parseFor(parser);
    case 'foreach':
      return parseForEach(parser);
    case 'return': {
      parser.next();
      const value = parser.at(';') || parser.at('}') ? undefined : parseExpression(parser);
      parser.expect(';');
      return { kind: 'Return', span: parser.spanFrom(start), value };
    }
    case 'break':
    case 'continue':
      parser.next();
      parser.expect(';');
      return { kind: kind === 'break' ? 'Break' : 'Continue', span: parser.spanFrom(start) };
    case 'switch':
      return parseSwitch(parser);
    case '[':
      parser.error('CS7014', span);
      skipBracket(parser);
      return parseStatement(parser);
    case 'goto':
      return parseGoto(parser);
    case 'throw': {
      parser.next();
      const value = parser.at(';') ? undefined : parseExpression(parser);
      parser.expect(';');
      return { kind: 'Throw', span: parser.spanFrom(start), value };
    }
    case 'try':
      return parseTry(parser);
    case 'catch':
    case 'finally':
      parser.error('CS1003', span, ['try']);
      return parseHandlers(parser, start, {
        kind: 'Block',
        span: parser.emptySpan(),
        statements: [],
      });
    case 'using':
      return parseUsing(parser);
    case 'lock': {
      parser.next();
      const target = parseCondition(parser);
      const body = parseEmbedded(parser);
      return { kind: 'Lock', span: parser.spanFrom(start), target, body };
    }
    case 'else':
      parser.error('CS8641', span);
      parser.next();
      return parseEmbedded(parser);
    case 'checked':
    case 'unchecked':
      if (parser.peek(1).kind !== '{') return parseExpressionStatement(parser);
      parser.next();
      return {
        kind: 'CheckedStatement',
        checked: kind === 'checked',
        block: parseBlock(parser),
        span: parser.spanFrom(start),
      };
    default:
      return parseOther(parser);
  }
}

function parseOther(parser: Parser): Statement {
  if (atUnavailable(parser)) return skipUnavailable(parser);
  if (parser.isName(parser.current) && parser.peek(1).kind === ':') return parseLabeled(parser);
  const following = parser.peek(1);
  const isYield =
    parser.atWord('yield') && (following.kind === 'return' || following.kind === 'break');
  if (isYield || (parser.atWord('async') && following.kind !== '=')) {
    parser.error('APIM2101', parser.current.span, [`'${parser.textOf(parser.current)}'`]);
    parser.next();
    return parseStatement(parser);
  }
  if (parser.atWord('await') && (following.kind === 'foreach' || following.kind === 'using')) {
    parser.error('CS4032', parser.current.span);
    parser.next();
    return parseStatement(parser);
  }
  return startsDeclaration(parser)
    ? parseDeclarationStatement(parser)
    : parseExpressionStatement(parser);
}

function parseLabeled(parser: Parser): Statement {
  const { start } = parser.current.span;
  const label = parser.identifier();
  parser.next();
  const statement: Statement =
    parser.at('}') || parser.at('end')
      ? { kind: 'Empty', span: parser.emptySpan() }
      : parseStatement(parser);
  return { kind: 'Labeled', span: parser.spanFrom(start), label, statement };
}

/** C# 13.7: only these have an effect that a statement could be for. */
const effects = new Set<Expression['kind']>([
  'Assignment',
  'Invocation',
  'Increment',
  'ObjectCreation',
  'ConditionalAccess',
  'ThrowExpression',
  'Missing',
]);

function parseExpressionStatement(parser: Parser): Statement {
  const start = parser.previousEnd;
  const { count } = parser.errors;
  const expression = parseExpression(parser);
  const isSound = parser.errors.count === count && !parser.isBroken(parser.spanFrom(start));
  if (!effects.has(expression.kind) && isSound) {
    const hint =
      expression.kind === 'Binary' && expression.operator === '=='
        ? 'a value is assigned with ='
        : undefined;
    parser.error('CS0201', expression.span, [], hint);
  }
  parser.expect(';');
  return { kind: 'ExpressionStatement', span: parser.spanFrom(expression.span.start), expression };
}

/** `(condition)` */
function parseCondition(parser: Parser): Expression {
  const open = parser.position;
  const isOpen = parser.expect('(') !== undefined;
  const condition = parseExpression(parser);
  if (isOpen) parser.close(')', open);
  else parser.accept(')');
  return condition;
}

/** A chain of `else if` is read in a row: it is long more often than deep. */
function parseIf(parser: Parser): Statement {
  const branches: Pick<If, 'span' | 'condition' | 'whenTrue'>[] = [];
  let whenFalse: Statement | undefined;
  do {
    const { span } = parser.next();
    const condition = parseCondition(parser);
    branches.push({ span, condition, whenTrue: parseEmbedded(parser) });
    if (!parser.accept('else')) break;
    if (!parser.at('if')) whenFalse = parseEmbedded(parser);
  } while (whenFalse === undefined);
  return branches.reduceRight<Statement | undefined>((rest, { span, condition, whenTrue }) => {
    const whole = parser.spanFrom(span.start);
    return { kind: 'If', span: whole, condition, whenTrue, whenFalse: rest };
  }, whenFalse)!;
}

function parseDo(parser: Parser): Statement {
  const { start } = parser.next().span;
  const body = parseEmbedded(parser);
  parser.expect('while');
  const condition = parseCondition(parser);
  parser.expect(';');
  return { kind: 'Do', span: parser.spanFrom(start), body, condition };
}

function parseFor(parser: Parser): For {
  const { start } = parser.next().span;
  const open = parser.position;
  parser.expect('(');
  const initializer = parseForStart(parser);
  parser.expect(';');
  const condition = parser.at(';') ? undefined : parseExpression(parser);
  parser.expect(';');
  const iterators = parser.at(')') ? [] : parseExpressions(parser);
  parser.close(')', open);
  const body = parseEmbedded(parser);
  return { kind: 'For', span: parser.spanFrom(start), initializer, condition, iterators, body };
}

function parseForStart(parser: Parser): LocalDeclaration | Expression[] {
  if (parser.at(';')) return [];
  return startsDeclaration(parser) ? parseLocalDeclaration(parser) : parseExpressions(parser);
}

function parseExpressions(parser: Parser): Expression[] {
  const expressions = [parseExpression(parser)];
  while (parser.accept(',')) expressions.push(parseExpression(parser));
  return expressions;
}

function parseForEach(parser: Parser): ForEach | ForEachDeconstruction {
  const { start } = parser.next().span;
  const open = parser.position;
  parser.expect('(');
  refuseRef(parser);
  const isTuple = isVarTuple(parser) || (parser.at('(') && !isTupleType(parser));
  if (isTuple) {
    const target = parsePrimary(parser);
    const { source, body } = parseForEachRest(parser, open);
    const span = parser.spanFrom(start);
    if (target.kind === 'Tuple' || target.kind === 'DeclarationExpression') {
      return { kind: 'ForEachDeconstruction', span, target, source, body };
    }
    const name = { kind: 'Identifier', span: target.span, text: '' } as const;
    return {
      kind: 'ForEach',
      span,
      type: { kind: 'VarType', span: target.span },
      name,
      source,
      body,
    };
  }
  const type = parseDeclaredType(parser);
  const name = parser.identifier();
  const { source, body } = parseForEachRest(parser, open);
  return { kind: 'ForEach', span: parser.spanFrom(start), type, name, source, body };
}

/** `(int, string) pair in …` has a tuple type, `(var a, var b) in …` takes tuples apart. */
function isTupleType(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position);
  return type !== undefined && parser.isName(parser.tokenAt(type.end));
}

function parseForEachRest(
  parser: Parser,
  open: number,
): {
  readonly source: Expression;
  readonly body: Statement;
} {
  if (!parser.expect('in')) {
    parser.skipPast(open);
    return { source: missingAt(parser), body: parseEmbedded(parser) };
  }
  const source = parseExpression(parser);
  parser.close(')', open);
  return { source, body: parseEmbedded(parser) };
}

function parseSwitch(parser: Parser): Switch {
  const { start } = parser.next().span;
  const value = parseSwitchValue(parser);
  const sections: SwitchSection[] = [];
  if (parser.expect('{')) {
    while (parser.at('case') || atDefaultLabel(parser)) sections.push(parser.nest(parseSection));
    parser.expect('}');
  }
  return { kind: 'Switch', span: parser.spanFrom(start), value, sections };
}

function parseSwitchValue(parser: Parser): Expression {
  const open = parser.position;
  parser.expect('(');
  const value = parseExpression(parser);
  if (parser.at(',')) {
    const { start } = parser.tokenAt(open).span;
    reportNewer(parser, 'switchOnSeveral', { start, end: parser.current.span.end });
  }
  parser.close(')', open);
  return value;
}

function parseSection(parser: Parser): SwitchSection {
  const { start } = parser.current.span;
  const labels: SwitchSection['labels'][number][] = [];
  while (parser.at('case') || atDefaultLabel(parser)) labels.push(parseLabel(parser));
  const statements = parseStatements(parser);
  return { kind: 'SwitchSection', span: parser.spanFrom(start), labels, statements };
}

function parseLabel(parser: Parser): SwitchSection['labels'][number] {
  const { start } = parser.current.span;
  if (parser.accept('default')) {
    parser.expect(':');
    return { kind: 'DefaultLabel', span: parser.spanFrom(start) };
  }
  parser.next();
  parser.inCaseLabel = true;
  const pattern = parseCasePattern(parser);
  parser.inCaseLabel = false;
  const when = isWord(parser.current, 'when') ? parseWhen(parser) : undefined;
  parser.expect(':');
  return { kind: 'CaseLabel', span: parser.spanFrom(start), pattern, when };
}

function parseWhen(parser: Parser): Expression {
  parser.next();
  return parseExpression(parser);
}

function parseGoto(parser: Parser): Statement {
  const { start } = parser.next().span;
  if (parser.accept('default')) {
    parser.expect(';');
    return { kind: 'GotoDefault', span: parser.spanFrom(start) };
  }
  if (parser.accept('case')) {
    const value = parseExpression(parser);
    parser.expect(';');
    return { kind: 'GotoCase', span: parser.spanFrom(start), value };
  }
  const label = parser.identifier();
  parser.expect(';');
  return { kind: 'Goto', span: parser.spanFrom(start), label };
}

function parseTry(parser: Parser): Try {
  const { start } = parser.next().span;
  return parseHandlers(parser, start, parseBlock(parser));
}

function parseHandlers(parser: Parser, start: number, block: Block): Try {
  const catches: CatchClause[] = [];
  while (parser.at('catch')) catches.push(parseCatch(parser));
  for (const clause of catches.slice(0, -1)) {
    const catchesAll = clause.type === undefined && clause.filter === undefined;
    if (catchesAll) parser.errors.report('CS1017', clause.span);
  }
  const finallyBlock = parser.accept('finally') ? parseBlock(parser) : undefined;
  if (catches.length === 0 && !finallyBlock) parser.error('CS1524', parser.missingSpan());
  return { kind: 'Try', span: parser.spanFrom(start), block, catches, finallyBlock };
}

function parseCatch(parser: Parser): CatchClause {
  const { start } = parser.next().span;
  const open = parser.position;
  const isTyped = parser.accept('(') !== undefined;
  const type = isTyped ? parseType(parser) : undefined;
  const name = isTyped && parser.isName(parser.current) ? parser.identifier() : undefined;
  if (isTyped) parser.close(')', open);
  const filter = parser.acceptWord('when') ? parseCondition(parser) : undefined;
  const block = parseBlock(parser);
  return { kind: 'CatchClause', span: parser.spanFrom(start), type, name, filter, block };
}

function parseUsing(parser: Parser): Statement {
  if (parser.peek(1).kind !== '(') return skipUsing(parser);
  const { start } = parser.next().span;
  const open = parser.position;
  parser.expect('(');
  const resource = startsDeclaration(parser)
    ? parseLocalDeclaration(parser)
    : parseExpression(parser);
  parser.close(')', open);
  const body = parseEmbedded(parser);
  return { kind: 'Using', span: parser.spanFrom(start), resource, body };
}
