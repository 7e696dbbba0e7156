/**
 * What later versions of C# added. Recognized, so that it is told by name and with the C# 7 that says
 * the same, and then skipped as a whole, so that nothing else is said about it. Names and versions are
 * those of the compiler's own table (dotnet/roslyn, MessageID).
 */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Missing } from './ast.ts';
import { isPredefinedType } from './lookAhead.ts';
import { isWord } from './Parser.ts';
import type { Parser } from './Parser.ts';
import type { Token, TokenKind } from './tokens.ts';

interface Feature {
  readonly name: string;
  readonly version: string;
  readonly hint: string;
}

const features = {
  switchExpression: {
    name: 'A switch expression',
    version: '8',
    hint: 'write a switch statement, or condition ? a : b',
  },
  with: {
    name: "'with'",
    version: '9',
    hint: 'make the new object with new { … }',
  },
  not: {
    name: "The pattern 'not'",
    version: '9',
    hint: 'write value != null, or !(value is Type)',
  },
  combinator: {
    name: "A pattern with 'and' or 'or'",
    version: '9',
    hint: 'write two conditions with && or ||',
  },
  relational: { name: 'A comparison as a pattern', version: '9', hint: 'write value > 0' },
  property: {
    name: 'A property pattern',
    version: '8',
    hint: 'write value is Type name && name.Property == …',
  },
  positional: {
    name: 'A pattern for several values',
    version: '8',
    hint: 'compare each value on its own',
  },
  list: { name: 'A list pattern', version: '11', hint: 'compare the length and the elements' },
  index: { name: "An index from the end ('^')", version: '8', hint: 'write x[x.Length - 1]' },
  range: {
    name: "A range ('..')",
    version: '8',
    hint: 'write text.Substring(start, length), or items.Skip(start).Take(count)',
  },
  coalescingAssignment: { name: "'??='", version: '8', hint: 'write a = a ?? b' },
  targetTypedNew: {
    name: "'new' without a type",
    version: '9',
    hint: 'write the type: new List<int>()',
  },
  collection: {
    name: 'A collection expression',
    version: '12',
    hint: 'write new[] { … } or new List<T> { … }',
  },
  utf8: {
    name: 'A UTF-8 string literal',
    version: '11',
    hint: 'write Encoding.UTF8.GetBytes("…")',
  },
  nullForgiving: { name: "'!' after a value", version: '8', hint: 'leave it out' },
  staticFunction: {
    name: 'A static local function or lambda',
    version: '8',
    hint: "leave out 'static'",
  },
  discards: {
    name: 'A lambda with several parameters _',
    version: '9',
    hint: 'give them different names: _, __',
  },
  record: {
    name: 'A record',
    version: '9',
    hint: 'types cannot be declared here; use an anonymous object or a tuple',
  },
  usingDeclaration: {
    name: 'A using declaration',
    version: '8',
    hint: 'write using (…) { … }',
  },
  switchOnSeveral: {
    name: 'A switch on several values',
    version: '8',
    hint: 'use if and else if',
  },
  mixedDeconstruction: {
    name: 'Assigning and declaring in one deconstruction',
    version: '10',
    hint: 'declare all variables before, or all in it',
  },
} as const satisfies Record<string, Feature>;

export type NewerFeature = keyof typeof features;

export function reportNewer(parser: Parser, feature: NewerFeature, span: Span): void {
  const { name, version, hint } = features[feature];
  parser.error('CS8370', span, [name, version], hint);
}

/** Stands for an expression that was recognized and reported. */
export function missingAt(parser: Parser): Missing {
  return { kind: 'Missing', span: parser.emptySpan() };
}

/** Goes to the token after the bracket that closes the current one, or past the current token. */
export function skipBracket(parser: Parser): void {
  const closing = parser.closingOf(parser.position);
  parser.position = closing === undefined ? parser.position + 1 : closing + 1;
}

/** `value switch { … }` and `value with { … }`, after their value; undefined when none is here. */
export function skipBracedSuffix(parser: Parser): Missing | undefined {
  if (parser.peek(1).kind !== '{') return undefined;
  const isSwitch = parser.at('switch');
  if (!isSwitch && !parser.atWord('with')) return undefined;
  reportNewer(parser, isSwitch ? 'switchExpression' : 'with', parser.current.span);
  parser.next();
  skipBracket(parser);
  return missingAt(parser);
}

/** Whether `..` stands here. */
export function atRange(parser: Parser): boolean {
  const following = parser.peek(1);
  if (!parser.at('.') || following.span.start !== parser.current.span.end) return false;
  // In `0..1` the second part is scanned as the number `.1`.
  return (
    following.kind === '.' ||
    (following.kind === 'literal' && parser.textOf(following).startsWith('.'))
  );
}

/** Where a pattern ends. */
const patternEnds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...([')', ']', '}', ',', ';', ':', '?', '&&', '||', '??', '=>', '='] as const),
  ...(['==', '!=', 'is', 'as', 'end', 'format', 'holeEnd'] as const),
]);

const comparisons: ReadonlySet<TokenKind> = new Set<TokenKind>(['<', '>', '<=', '>=']);

/** Skips a pattern of a later C# after it was reported; false when here stands one of C# 7. */
export function skipNewerPattern(parser: Parser): boolean {
  const feature = newerPattern(parser);
  if (feature === undefined) return false;
  reportNewer(parser, feature, parser.current.span);
  while (!endsPattern(parser, parser.current)) {
    if (parser.closingOf(parser.position) === undefined) parser.next();
    else skipBracket(parser);
  }
  return true;
}

function endsPattern(parser: Parser, token: Token): boolean {
  return patternEnds.has(token.kind) || (parser.inCaseLabel && isWord(token, 'when'));
}

function newerPattern(parser: Parser): NewerFeature | undefined {
  const { position } = parser;
  const following = parser.peek(1);
  if (parser.atWord('not') && !endsPattern(parser, following) && following.kind !== '.') {
    return 'not';
  }
  const { kind } = parser.current;
  if (comparisons.has(kind)) return hasCombinator(parser, position) ? 'combinator' : 'relational';
  if (kind === '{') return 'property';
  if (kind === '[') return 'list';
  if (kind === '(' && isSeveral(parser)) return 'positional';
  if (hasCombinator(parser, position)) return 'combinator';
  return hasProperties(parser) ? 'property' : undefined;
}

/** `(a, b)`; a cast has one type and `(int, int) x` goes on with a name. */
function isSeveral(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position);
  if (type !== undefined && parser.isName(parser.tokenAt(type.end))) return false;
  const closing = parser.closingOf(parser.position);
  for (let at = parser.position + 1; closing !== undefined && at < closing; at++) {
    if (parser.tokenAt(at).kind === ',') return true;
    at = parser.closingOf(at) ?? at;
  }
  return false;
}

/** Whether `and` or `or` stands between two patterns from `start` on. */
function hasCombinator(parser: Parser, start: number): boolean {
  for (let at = start; !endsPattern(parser, parser.tokenAt(at)); at++) {
    const token = parser.tokenAt(at);
    const isWordBetween = at > start && (isWord(token, 'and') || isWord(token, 'or'));
    if (isWordBetween && startsPattern(parser.tokenAt(at + 1))) return true;
    at = parser.closingOf(at) ?? at;
  }
  return false;
}

function startsPattern(token: Token): boolean {
  const { kind } = token;
  if (kind === 'identifier') return !isWord(token, 'when');
  return (
    comparisons.has(kind) ||
    isPredefinedType(kind) ||
    ['literal', 'null', 'true', 'false', '{', '[', '(', '-', 'typeof'].includes(kind)
  );
}

/** `Type { Name: … }` */
function hasProperties(parser: Parser): boolean {
  const type = parser.ahead.type(parser.position, 'afterIs');
  return type !== undefined && parser.tokenAt(type.end).kind === '{';
}
