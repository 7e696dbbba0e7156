/** Statements and declarations of C# that stand in no policy expression, skipped as a whole. */
import type { Statement } from './ast.ts';
import { isPredefinedType } from './lookAhead.ts';
import { reportNewer, skipBracket } from './newerFeatures.ts';
import type { Parser } from './Parser.ts';
import type { TokenKind } from './tokens.ts';

const typeWords: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'class',
  'struct',
  'interface',
  'enum',
  'namespace',
  'event',
  'operator',
]);

/** Whether a declaration or statement starts here that policies do not have. */
export function atUnavailable(parser: Parser): boolean {
  const { kind } = parser.current;
  return (
    typeWords.has(kind) ||
    ['unsafe', 'fixed', 'ref'].includes(kind) ||
    isRecord(parser) ||
    isDelegateType(parser) ||
    isPointer(parser)
  );
}

/** `record R(…)`, and not a local function `record R(…) { … }` of a type that is called so. */
function isRecord(parser: Parser): boolean {
  if (!parser.atWord('record')) return false;
  const { kind } = parser.peek(1);
  if (kind === 'class' || kind === 'struct') return true;
  const after = parser.peek(2).kind;
  if (kind !== 'identifier' || after === '=' || after === ',') return false;
  if (after !== '(') return after === '{' || after === ';';
  const closing = parser.closingOf(parser.position + 2);
  return closing === undefined || parser.tokenAt(closing + 1).kind === ';';
}

/** `delegate int F(…);` */
function isDelegateType(parser: Parser): boolean {
  const { kind } = parser.peek(1);
  return parser.at('delegate') && kind !== '(' && kind !== '{';
}

/** `int* p` */
function isPointer(parser: Parser): boolean {
  return isPredefinedType(parser.current.kind) && parser.peek(1).kind === '*';
}

export function skipUnavailable(parser: Parser): Statement {
  const { kind, span } = parser.current;
  if (isRecord(parser)) reportNewer(parser, 'record', span);
  else if (kind === 'unsafe') parser.error('CS0227', span);
  else if (isPointer(parser) || kind === 'fixed') parser.error('CS0214', span);
  else parser.error('APIM2101', span, [`'${parser.textOf(parser.current)}'`]);
  if (kind === 'ref') skipTo(parser, [';']);
  else skipDeclaration(parser);
  return { kind: 'Empty', span };
}

/** To the end of the body or to the semicolon, whichever comes first. */
function skipDeclaration(parser: Parser): void {
  skipTo(parser, [';', '{']);
}

/** Goes past the next of these, which is passed with what it opens. */
function skipTo(parser: Parser, kinds: readonly TokenKind[]): void {
  while (!parser.at('end') && !parser.at('}')) {
    const isLast = kinds.includes(parser.current.kind);
    skipBracket(parser);
    if (isLast) return;
  }
}

/** `using System.Text;` and `using var x = …;` */
export function skipUsing(parser: Parser): Statement {
  const { span } = parser.next();
  if (parser.at('{')) {
    parser.expect('(');
    skipTo(parser, ['{']);
    return { kind: 'Empty', span };
  }
  parser.position--;
  const following = parser.peek(1);
  const type = parser.ahead.type(parser.position + 1);
  const isNamespace = type !== undefined && parser.tokenAt(type.end).kind === ';';
  const isDirective = following.kind === 'static' || isNamespace || isAlias(parser);
  if (isDirective) {
    const hint = 'its namespaces are known already';
    parser.error('APIM2101', span, ["'using' of a namespace"], hint);
  } else reportNewer(parser, 'usingDeclaration', following.span);
  skipTo(parser, [';']);
  return { kind: 'Empty', span };
}

/** `using X = …;` */
function isAlias(parser: Parser): boolean {
  return parser.peek(1).kind === 'identifier' && parser.peek(2).kind === '=';
}

/** `foreach (ref var x in …)` */
export function refuseRef(parser: Parser): void {
  if (!parser.at('ref')) return;
  parser.error('APIM2101', parser.current.span, ["'ref' in front of a variable"]);
  parser.next();
}
