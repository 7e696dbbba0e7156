import type {
  FromClause,
  GroupClause,
  JoinClause,
  LetClause,
  OrderByClause,
  Ordering,
  Query,
  QueryBody,
  QueryContinuation,
  SelectClause,
  TypeSyntax,
  WhereClause,
} from './ast.ts';
import { parseExpression } from './parseExpression.ts';
import { parseType } from './parseType.ts';
import type { Parser } from './Parser.ts';

/** C# 12.20.1: `from` before a type or a name, unless `;`, `=` or `,` follows. */
export function isQuery(parser: Parser): boolean {
  if (!parser.atWord('from')) return false;
  const type = parser.ahead.type(parser.position + 1);
  if (!type) return false;
  const after = parser.tokenAt(type.end);
  return (
    after.kind === 'in' ||
    (after.kind === 'identifier' && parser.tokenAt(type.end + 1).kind === 'in')
  );
}

/** `from x in source … select value` */
export function parseQuery(parser: Parser): Query {
  const { start } = parser.current.span;
  parser.queries++;
  const from = parseFrom(parser);
  const body = parser.nest(parseBody);
  parser.queries--;
  return { kind: 'Query', span: parser.spanFrom(start), from, body };
}

function parseFrom(parser: Parser): FromClause {
  const { start } = parser.next().span;
  const { type, name } = parseRangeVariable(parser);
  parser.expect('in');
  const source = parseExpression(parser);
  return { kind: 'FromClause', span: parser.spanFrom(start), type, name, source };
}

/** `x` or `T x` */
function parseRangeVariable(parser: Parser): Pick<FromClause, 'type' | 'name'> {
  const type: TypeSyntax | undefined = parser.peek(1).kind === 'in' ? undefined : parseType(parser);
  return { type, name: parser.identifier() };
}

function parseBody(parser: Parser): QueryBody {
  const { start } = parser.current.span;
  const clauses: QueryBody['clauses'][number][] = [];
  for (let clause = parseClause(parser); clause; clause = parseClause(parser)) clauses.push(clause);
  const result = parseResult(parser);
  const continuation = parser.atWord('into') ? parseContinuation(parser) : undefined;
  return { kind: 'QueryBody', span: parser.spanFrom(start), clauses, result, continuation };
}

function parseClause(parser: Parser): QueryBody['clauses'][number] | undefined {
  if (parser.atWord('from')) return parseFrom(parser);
  if (parser.atWord('let')) return parseLet(parser);
  if (parser.atWord('where')) return parseWhere(parser);
  if (parser.atWord('join')) return parseJoin(parser);
  if (parser.atWord('orderby')) return parseOrderBy(parser);
  return undefined;
}

function parseLet(parser: Parser): LetClause {
  const { start } = parser.next().span;
  const name = parser.identifier();
  parser.expect('=');
  const value = parseExpression(parser);
  return { kind: 'LetClause', span: parser.spanFrom(start), name, value };
}

function parseWhere(parser: Parser): WhereClause {
  const { start } = parser.next().span;
  const condition = parseExpression(parser);
  return { kind: 'WhereClause', span: parser.spanFrom(start), condition };
}

function parseJoin(parser: Parser): JoinClause {
  const { start } = parser.next().span;
  const { type, name } = parseRangeVariable(parser);
  parser.expect('in');
  const source = parseExpression(parser);
  parser.expectWord('on');
  const left = parseExpression(parser);
  parser.expectWord('equals');
  const right = parseExpression(parser);
  const into = parser.acceptWord('into') ? parser.identifier() : undefined;
  return {
    kind: 'JoinClause',
    span: parser.spanFrom(start),
    type,
    name,
    source,
    left,
    right,
    into,
  };
}

function parseOrderBy(parser: Parser): OrderByClause {
  const { start } = parser.next().span;
  const orderings = [parseOrdering(parser)];
  while (parser.accept(',')) orderings.push(parseOrdering(parser));
  return { kind: 'OrderByClause', span: parser.spanFrom(start), orderings };
}

function parseOrdering(parser: Parser): Ordering {
  const { start } = parser.current.span;
  const key = parseExpression(parser);
  const descending = parser.acceptWord('descending');
  if (!descending) parser.acceptWord('ascending');
  return { kind: 'Ordering', span: parser.spanFrom(start), key, descending };
}

function parseResult(parser: Parser): SelectClause | GroupClause {
  const { start } = parser.current.span;
  if (parser.acceptWord('group')) {
    const value = parseExpression(parser);
    parser.expectWord('by');
    const key = parseExpression(parser);
    return { kind: 'GroupClause', span: parser.spanFrom(start), value, key };
  }
  parser.expectWord('select');
  const value = parseExpression(parser);
  return { kind: 'SelectClause', span: parser.spanFrom(start), value };
}

function parseContinuation(parser: Parser): QueryContinuation {
  const { start } = parser.next().span;
  const name = parser.identifier();
  const body = parser.nest(parseBody);
  return { kind: 'QueryContinuation', span: parser.spanFrom(start), name, body };
}
