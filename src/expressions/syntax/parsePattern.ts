import type { DiscardDesignation, Expression, Pattern, SingleDesignation } from './ast.ts';
import { parseBinary, parseExpression, shiftPrecedence } from './parseExpression.ts';
import { missingAt, skipNewerPattern } from './newerFeatures.ts';
import { parseType } from './parseType.ts';
import type { Parser } from './Parser.ts';

/** What follows `is`: a type, or a pattern. */
export function parseIsOperand(parser: Parser, operand: Expression): Expression {
  const { start } = operand.span;
  if (skipNewerPattern(parser)) return missingAt(parser);
  const pattern = parseNamedPattern(parser);
  if (pattern) return { kind: 'IsPattern', span: parser.spanFrom(start), operand, pattern };
  if (isTypeAlone(parser)) {
    const type = parseType(parser, 'afterIs');
    return { kind: 'Is', span: parser.spanFrom(start), operand, type };
  }
  const value = parseBinary(parser, shiftPrecedence);
  const constant: Pattern = { kind: 'ConstantPattern', span: value.span, value };
  return { kind: 'IsPattern', span: parser.spanFrom(start), operand, pattern: constant };
}

/** What follows `case`. */
export function parseCasePattern(parser: Parser): Pattern {
  if (skipNewerPattern(parser)) {
    const value = missingAt(parser);
    return { kind: 'ConstantPattern', span: value.span, value };
  }
  const pattern = parseNamedPattern(parser);
  if (pattern) return pattern;
  const value = parseExpression(parser);
  return { kind: 'ConstantPattern', span: value.span, value };
}

/** `var x` or `T x`; undefined when the text is neither. */
function parseNamedPattern(parser: Parser): Pattern | undefined {
  const { start } = parser.current.span;
  if (parser.atWord('var') && parser.isName(parser.peek(1))) {
    parser.next();
    const designation = parseSimpleDesignation(parser);
    return { kind: 'VarPattern', span: parser.spanFrom(start), designation };
  }
  const type = parser.ahead.type(parser.position, 'afterIs');
  if (!type || !parser.isName(parser.tokenAt(type.end))) return undefined;
  const parsed = parseType(parser, 'afterIs');
  const designation = parseSimpleDesignation(parser);
  return { kind: 'DeclarationPattern', span: parser.spanFrom(start), type: parsed, designation };
}

/** A name; `_` throws the value away. */
export function parseSimpleDesignation(parser: Parser): SingleDesignation | DiscardDesignation {
  const name = parser.identifier();
  if (name.text === '_') return { kind: 'DiscardDesignation', span: name.span };
  return { kind: 'SingleDesignation', span: name.span, name };
}

/** Whether a type stands here that no expression goes on from. */
function isTypeAlone(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position, 'afterIs');
  if (!type) return false;
  const { kind } = parser.tokenAt(type.end);
  return kind !== '(' && kind !== '.' && kind !== '[';
}
