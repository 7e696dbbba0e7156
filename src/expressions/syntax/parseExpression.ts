import type {
  ArithmeticOperator,
  Assignment,
  BinaryOperator,
  Cast,
  Expression,
  Missing,
  TupleElement,
} from './ast.ts';
import { isPredefinedType } from './lookAhead.ts';
import { isLambda, parseLambda } from './parseLambda.ts';
import { parseIsOperand } from './parsePattern.ts';
import { parsePrimary } from './parsePrimary.ts';
import { isQuery, parseQuery } from './parseQuery.ts';
import { missingAt, reportNewer, skipBracedSuffix } from './newerFeatures.ts';
import { parseType } from './parseType.ts';
import type { Parser } from './Parser.ts';
import { refuseRef } from './unavailable.ts';
import { isKeyword } from './tokens.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Parses an expression of any kind, assignments and lambdas included. */
export function parseExpression(parser: Parser): Expression {
  return parser.nest(parseWhole);
}

function parseWhole(parser: Parser): Expression {
  if (isLambda(parser)) return parseLambda(parser);
  if (isQuery(parser)) return parseQuery(parser);
  if (parser.at('throw')) return parseThrow(parser);
  const left = parseConditional(parser);
  if (parser.at('??=')) return skipCoalescingAssignment(parser);
  const operator = assignmentAt(parser);
  return operator ? parseAssignment(parser, left, operator) : left;
}

function skipCoalescingAssignment(parser: Parser): Missing {
  reportNewer(parser, 'coalescingAssignment', parser.next().span);
  parseExpression(parser);
  return missingAt(parser);
}

/** C# 7 has it only as an operand of `??` and `?:` and as the body of a lambda, which the checker judges. */
function parseThrow(parser: Parser): Expression {
  const { start } = parser.next().span;
  const value = parseExpression(parser);
  return { kind: 'ThrowExpression', span: parser.spanFrom(start), value };
}

interface AssignmentOperator {
  /** Undefined for `=`. */
  readonly operator: ArithmeticOperator | undefined;
  /** How many tokens it is made of. */
  readonly length: number;
}

const compound: Partial<Record<TokenKind, ArithmeticOperator>> = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
  '&=': '&',
  '|=': '|',
  '^=': '^',
  '<<=': '<<',
};

function assignmentAt(parser: Parser): AssignmentOperator | undefined {
  const { kind } = parser.current;
  if (kind === '=') return { operator: undefined, length: 1 };
  const operator = compound[kind];
  if (operator) return { operator, length: 1 };
  // `>>=` is scanned as `>` and `>=`.
  return kind === '>' && touches(parser, '>=') ? { operator: '>>', length: 2 } : undefined;
}

/** Whether a token of this kind follows the current one without a space. */
function touches(parser: Parser, kind: TokenKind): boolean {
  const next = parser.peek(1);
  return next.kind === kind && next.span.start === parser.current.span.end;
}

function parseAssignment(
  parser: Parser,
  target: Expression,
  { operator, length }: AssignmentOperator,
): Assignment {
  for (let each = 0; each < length; each++) parser.next();
  if (isMixed(target)) reportNewer(parser, 'mixedDeconstruction', target.span);
  const value = parseExpression(parser);
  const span = parser.spanFrom(target.span.start);
  return { kind: 'Assignment', span, operator, target, value };
}

/** `(x, int y) = …`: variables and declarations; the discard `_` goes with either. */
function isMixed(target: Expression): boolean {
  if (target.kind !== 'Tuple') return false;
  const others = target.elements.filter(({ value }) => value.kind !== 'DeclarationExpression');
  const isDiscard = ({ value }: TupleElement): boolean =>
    value.kind === 'SimpleName' && value.name.text === '_';
  return others.length < target.elements.length && !others.every(isDiscard);
}

/** `a ? b : c`, and what binds closer. */
function parseConditional(parser: Parser): Expression {
  const condition = parseCoalesce(parser);
  if (!parser.accept('?')) return condition;
  const whenTrue = parseExpression(parser);
  const whenFalse = parser.at('format') ? reportColonInHole(parser) : parseWhenFalse(parser);
  const span = parser.spanFrom(condition.span.start);
  return { kind: 'Conditional', span, condition, whenTrue, whenFalse };
}

function parseWhenFalse(parser: Parser): Expression {
  parser.expect(':');
  return parseExpression(parser);
}

/** What follows the colon was taken for a format. */
function reportColonInHole(parser: Parser): Expression {
  parser.error('CS8361', parser.current.span, [], 'write {(condition ? a : b)}');
  parser.next();
  return { kind: 'Missing', span: parser.emptySpan() };
}

/** `a ?? b`, which groups from the right. */
function parseCoalesce(parser: Parser): Expression {
  const left = parseBinary(parser, 1);
  if (!parser.accept('??')) return left;
  const right = parser.at('throw') ? parseThrow(parser) : parser.nest(parseCoalesceOrLambda);
  return { kind: 'Coalesce', span: parser.spanFrom(left.span.start), left, right };
}

function parseCoalesceOrLambda(parser: Parser): Expression {
  return isLambda(parser) ? parseLambda(parser) : parseCoalesce(parser);
}

/** How close operators bind, from the loosest (C# 12.4.2). */
const precedences: Partial<Record<TokenKind, number>> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  is: 7,
  as: 7,
  '<<': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};

/** The precedence of shifts: what may stand on the right of `is`. */
export const shiftPrecedence = 8;

/** Operators of at least this precedence. They group from the left, however many there are. */
export function parseBinary(parser: Parser, least: number): Expression {
  let left = parseUnary(parser);
  for (;;) {
    const { kind } = parser.current;
    const isShift = kind === '>' && touches(parser, '>');
    if (kind === '>' && touches(parser, '>=')) return left;
    const precedence = isShift ? shiftPrecedence : (precedences[kind] ?? 0);
    if (precedence < least || precedence === 0) return left;
    parser.next();
    if (isShift) parser.next();
    if (kind === 'is') left = parseIsOperand(parser, left);
    else if (kind === 'as') {
      const type = parseType(parser, 'afterIs');
      left = { kind: 'As', span: parser.spanFrom(left.span.start), operand: left, type };
    } else {
      const operator = (isShift ? '>>' : kind) as BinaryOperator;
      const right = parser.nest((inner) => parseBinary(inner, precedence + 1));
      const whole = parser.spanFrom(left.span.start);
      left = { kind: 'Binary', span: whole, operator, left, right };
    }
  }
}

function parseUnary(parser: Parser): Expression {
  const operand = parser.nest(parseOneUnary);
  return skipBracedSuffix(parser) ?? operand;
}

function parseOneUnary(parser: Parser): Expression {
  const { kind, span } = parser.current;
  switch (kind) {
    case '+':
    case '-':
    case '!':
    case '~': {
      const literal = kind === '-' ? parseLeastInteger(parser) : undefined;
      if (literal) return literal;
      parser.next();
      const operand = parseUnary(parser);
      return { kind: 'Unary', span: parser.spanFrom(span.start), operator: kind, operand };
    }
    case '++':
    case '--': {
      parser.next();
      const operand = parseUnary(parser);
      const whole = parser.spanFrom(span.start);
      return { kind: 'Increment', span: whole, operator: kind, prefix: true, operand };
    }
    case '^':
      reportNewer(parser, 'index', span);
      parser.next();
      return parseUnary(parser);
    case '&':
    case '*':
      parser.error(
        kind === '*' ? 'CS0193' : 'CS0214',
        span,
        [],
        `a value is missing in front of '${kind}'`,
      );
      parser.next();
      return parseUnary(parser);
    case 'ref':
      refuseRef(parser);
      return parseUnary(parser);
    case '(':
      return isCast(parser) ? parseCast(parser) : parsePrimary(parser);
    default:
      if (parser.atWord('await') && startsOperand(parser.peek(1))) return skipAwait(parser);
      return parsePrimary(parser);
  }
}

function skipAwait(parser: Parser): Expression {
  parser.error('CS4032', parser.current.span);
  parser.next();
  return parseUnary(parser);
}

/** C# 6.4.5.3: the least int and long are literals, although their digits alone would be too large. */
function parseLeastInteger(parser: Parser): Expression | undefined {
  const { start } = parser.current.span;
  const token = parser.peek(1);
  if (token.kind !== 'literal' || /[xXbB]/.test(parser.textOf(token))) return undefined;
  const after = parser.tokenAt(parser.position + 2).kind;
  // `-2147483648.ToString()` negates the result of the call.
  if (after === '.' || after === '++' || after === '--') return undefined;
  const { literal } = token;
  const span = { start, end: token.span.end };
  if (
    literal.type === 'uint' &&
    literal.value === 0x8000_0000 &&
    !/[uU]/.test(parser.textOf(token))
  ) {
    parser.next();
    parser.next();
    return { kind: 'Literal', span, type: 'int', value: -0x8000_0000 };
  }
  if (
    literal.type === 'ulong' &&
    literal.value === 2n ** 63n &&
    !/[uU]/.test(parser.textOf(token))
  ) {
    parser.next();
    parser.next();
    return { kind: 'Literal', span, type: 'long', value: -(2n ** 63n) };
  }
  return undefined;
}

/** C# 12.9.7: `(T)` before an operand is a cast if it can be nothing else, or if the operand says so. */
function isCast(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position + 1);
  if (!type || parser.tokenAt(type.end).kind !== ')') return false;
  const after = parser.tokenAt(type.end + 1);
  if (type.certain)
    return (
      startsOperand(after) ||
      after.kind === '+' ||
      after.kind === '-' ||
      after.kind === '++' ||
      after.kind === '--'
    );
  return startsOperand(after);
}

function startsOperand(token: Token): boolean {
  const { kind } = token;
  if (kind === 'is' || kind === 'as' || kind === 'in') return false;
  return (
    ['identifier', 'literal', 'interpolatedStart', '(', '!', '~'].includes(kind) ||
    isPredefinedType(kind) ||
    isKeyword(kind)
  );
}

function parseCast(parser: Parser): Cast {
  const { start } = parser.next().span;
  const type = parseType(parser);
  parser.expect(')');
  const operand = parseUnary(parser);
  return { kind: 'Cast', span: parser.spanFrom(start), type, operand };
}
