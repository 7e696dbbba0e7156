import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Block, Expression, TypeSyntax } from './ast.ts';
import { parseExpression } from './parseExpression.ts';
import { parseStatements } from './parseStatement.ts';
import { parseType } from './parseType.ts';
import { Parser } from './Parser.ts';
import { scan } from './scan.ts';
import { SyntaxErrors } from './syntaxErrors.ts';
import { isTooHigh } from './treeHeight.ts';

/** A tree, also of wrong text, and what is wrong with it in the order of the text. */
export interface Parsed<T> {
  readonly tree: T;
  readonly diagnostics: readonly Diagnostic[];
}

const start = { start: 0, end: 0 };

/** Parses what stands between `@(` and `)`. Never throws. */
export function parseExpressionText(source: SourceText): Parsed<Expression> {
  return parse<Expression>(source, { kind: 'Missing', span: start }, (parser) => {
    const tree = parseExpression(parser);
    if (!parser.at('end')) parser.error('CS1026', parser.current.span, [], extraHint(parser));
    return tree;
  });
}

/** What follows a whole expression was often meant to be part of a block. */
function extraHint(parser: Parser): string | undefined {
  return parser.at(';')
    ? 'an expression @( ) has no semicolon; statements stand in @{ }'
    : undefined;
}

/** Parses what stands between `@{` and `}`. Never throws. */
export function parseStatementText(source: SourceText): Parsed<Block> {
  return parse<Block>(source, { kind: 'Block', span: start, statements: [] }, (parser) => {
    const statements = parseStatements(parser);
    while (!parser.at('end')) {
      const { span } = parser.current;
      if (parser.at('}')) parser.errors.report('CS1022', span, [], "no open '{' belongs to it");
      else parser.errors.report('CS1525', span, [parser.textOf(parser.current)]);
      parser.next();
      statements.push(...parseStatements(parser));
    }
    return { kind: 'Block', span: { start: 0, end: source.text.length }, statements };
  });
}

/** Parses a type on its own, such as `Dictionary<string, List<int?>>[]`. Never throws. */
export function parseTypeText(source: SourceText): Parsed<TypeSyntax> {
  const nothing = { kind: 'PredefinedType', span: start, name: 'object' } as const;
  return parse<TypeSyntax>(source, nothing, (parser) => {
    const tree = parseType(parser);
    if (!parser.at('end')) parser.error('CS1031', parser.current.span);
    return tree;
  });
}

/** A tree that is too high for those who walk it is left out; `nothing` stands in for it. */
function parse<T extends object>(
  source: SourceText,
  nothing: T,
  read: (parser: Parser) => T,
): Parsed<T> {
  const errors = new SyntaxErrors(source);
  const parser = new Parser(scan(errors), errors);
  const tree = read(parser);
  if (!isTooHigh(tree)) return { tree, diagnostics: errors.inOrder() };
  parser.stop();
  return { tree: nothing, diagnostics: errors.inOrder() };
}
