import type { AnonymousMethod, Expression, Lambda, Parameter, PassingMode } from './ast.ts';
import { parseExpression } from './parseExpression.ts';
import { reportNewer } from './newerFeatures.ts';
import { parseBlock } from './parseStatement.ts';
import { parseType } from './parseType.ts';
import type { Parser } from './Parser.ts';

/** Whether `x => …`, `(…) => …` or `async …` starts here. */
export function isLambda(parser: Parser, ahead = 0): boolean {
  const start = parser.position + ahead;
  const at = ahead === 0 && isAsync(parser) ? start + 1 : start;
  const token = parser.tokenAt(at);
  if (parser.isName(token)) return parser.tokenAt(at + 1).kind === '=>';
  if (token.kind !== '(') return false;
  const closing = parser.closingOf(at);
  return closing !== undefined && parser.tokenAt(closing + 1).kind === '=>';
}

function isAsync(parser: Parser): boolean {
  return parser.atWord('async') && parser.peek(1).kind !== '=>' && parser.peek(1).kind !== '.';
}

export function parseLambda(parser: Parser): Lambda {
  const { start } = parser.current.span;
  if (isAsync(parser)) {
    parser.error('APIM2101', parser.current.span, ["'async'"]);
    parser.next();
  }
  const parameters = parser.at('(') ? parseLambdaParameters(parser) : [untyped(parser)];
  parser.expect('=>');
  const body: Expression | Lambda['body'] = parser.at('{')
    ? parseBlock(parser)
    : parseExpression(parser);
  return { kind: 'Lambda', span: parser.spanFrom(start), parameters, body };
}

function parseLambdaParameters(parser: Parser): Parameter[] {
  const parameters = parseParameters(parser, true);
  const discards = parameters.filter(({ name }) => name.text === '_');
  if (discards[1]) reportNewer(parser, 'discards', discards[1].span);
  const typed = parameters.filter(({ type }) => type !== undefined);
  if (typed.length > 0 && typed.length < parameters.length) {
    parser.error('CS0748', parameters.find(({ type }) => type === undefined)!.span);
  }
  return parameters;
}

function untyped(parser: Parser): Parameter {
  const name = parser.identifier();
  return { kind: 'Parameter', span: name.span, name };
}

/** Parses `(…)`; in a lambda parameters may lack types, elsewhere they may have defaults. */
export function parseParameters(parser: Parser, inLambda: boolean): Parameter[] {
  const parameters: Parameter[] = [];
  parser.expect('(');
  if (parser.accept(')')) return parameters;
  do parameters.push(parseParameter(parser, inLambda));
  while (parser.accept(','));
  parser.expect(')');
  return parameters;
}

function parseParameter(parser: Parser, inLambda: boolean): Parameter {
  const { start } = parser.current.span;
  const mode = parseMode(parser) ?? (parser.accept('params') ? ('params' as const) : undefined);
  const { kind } = parser.peek(1);
  const isNameAlone = parser.isName(parser.current) && (kind === ',' || kind === ')');
  if (inLambda && mode === undefined && isNameAlone) return untyped(parser);
  const type = parseType(parser);
  const name = parser.identifier();
  const defaultValue = parser.at('=') ? parseDefault(parser, inLambda, mode) : undefined;
  return { kind: 'Parameter', span: parser.spanFrom(start), mode, type, name, defaultValue };
}

function parseDefault(
  parser: Parser,
  inLambda: boolean,
  mode: Parameter['mode'],
): Expression | undefined {
  if (inLambda) parser.error('CS7065', parser.current.span);
  else if (mode === 'ref' || mode === 'out') parser.error('CS1741', parser.current.span);
  parser.next();
  const value = parseExpression(parser);
  return inLambda ? undefined : value;
}

/** `ref`, `out` or `in` */
export function parseMode(parser: Parser): PassingMode | undefined {
  for (const mode of ['ref', 'out', 'in'] as const) if (parser.accept(mode)) return mode;
  return undefined;
}

/** `delegate (…) { … }` */
export function parseAnonymousMethod(parser: Parser): AnonymousMethod {
  const { start } = parser.next().span;
  const parameters = parser.at('(') ? parseParameters(parser, false) : undefined;
  const body = parseBlock(parser);
  return { kind: 'AnonymousMethod', span: parser.spanFrom(start), parameters, body };
}
