import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { Identifier, Missing } from './ast.ts';
import { hintFor, keywordHint, nameHint, operandHint } from './hints.ts';
import { maxNesting } from './limits.ts';
import { LookAhead } from './lookAhead.ts';
import { matchBrackets } from './matchBrackets.ts';
import type { SyntaxErrorCode, SyntaxErrors } from './syntaxErrors.ts';
import { type IdentifierToken, isKeyword, type Token, type TokenKind } from './tokens.ts';

type TokenOf<K extends TokenKind> = Token & { readonly kind: K };

/**
 * Within a query these are keywords (C# 12.20.1); elsewhere they are names like any other.
 */
const queryWords: ReadonlySet<string> = new Set(
  'from where join on equals into let orderby ascending descending select group by'.split(' '),
);

/** The numbers that C# gives to missing tokens; others are CS1003. */
const missingToken: Partial<Record<TokenKind, SyntaxErrorCode>> = {
  ';': 'CS1002',
  ')': 'CS1026',
  '}': 'CS1513',
  '{': 'CS1514',
  in: 'CS1515',
};

/** A position in the tokens of one text, and what all parsing functions need to know of it. */
export class Parser {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly errors: SyntaxErrors;
  /** The index of the current token. */
  position = 0;
  /** The number of query expressions around the current token. */
  queries = 0;
  /** In the label of a `case`, where `when` is a keyword. */
  inCaseLabel = false;
  readonly ahead: LookAhead;
  readonly #brackets: Int32Array;
  #nesting = 0;
  #reportedAt = -1;
  /** What the scanner found wrong: parsing stumbles over its places without being told again. */
  readonly #broken: readonly Span[];

  constructor(tokens: readonly Token[], errors: SyntaxErrors) {
    this.tokens = tokens;
    this.errors = errors;
    this.source = errors.source;
    this.ahead = new LookAhead(this);
    this.#brackets = matchBrackets(tokens);
    this.#broken = errors.spans();
  }

  get current(): Token {
    return this.tokens[this.position]!;
  }

  /** The token `ahead` tokens after the current one; beyond the text its `end`. */
  peek(ahead: number): Token {
    return this.tokenAt(this.position + ahead);
  }

  tokenAt(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)]!;
  }

  at(kind: TokenKind): boolean {
    return this.current.kind === kind;
  }

  /** Takes the current token; the `end` stays. */
  next(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.position++;
    return token;
  }

  /** Takes the current token if it is of this kind. */
  accept<K extends TokenKind>(kind: K): TokenOf<K> | undefined {
    const token = this.current;
    if (!isOfKind(token, kind)) return undefined;
    this.next();
    return token;
  }

  /** Takes a token of this kind, or reports that it is missing. */
  expect<K extends TokenKind>(kind: K, hint?: string): TokenOf<K> | undefined {
    const token = this.accept(kind);
    if (token === undefined) {
      this.error(missingToken[kind] ?? 'CS1003', this.missingSpan(), [kind], hint);
    }
    return token;
  }

  /**
   * Takes the bracket that closes the one at the index `open`. When something else stands here, this
   * is reported and skipped up to the bracket, if it has one: what it would be taken for is no error
   * of its own.
   */
  close(kind: ')' | ']' | '}', open: number): void {
    if (this.accept(kind)) return;
    const hint = this.#hint() ?? this.#closingHint(open);
    this.error(missingToken[kind] ?? 'CS1003', this.missingSpan(), [kind], hint);
    this.skipPast(open);
  }

  /** Names the bracket that stays open; when it is closed further on, something is missing in between. */
  #closingHint(open: number): string | undefined {
    const opening = this.tokenAt(open);
    if (!['(', '[', '{'].includes(opening.kind)) return undefined;
    if (this.closingOf(open) !== undefined) {
      const isOperand = ['identifier', 'literal'].includes(this.current.kind);
      return isOperand
        ? `an operator is missing in front of '${this.textOf(this.current)}'`
        : undefined;
    }
    const before = this.tokens[open - 1];
    const isNamed = before?.kind === 'identifier' && before.span.end === opening.span.start;
    return `'${isNamed ? this.textOf(before) : ''}${opening.kind}' is not closed`;
  }

  /** Goes past the bracket that closes the one at the index `open`, if it has one ahead. */
  skipPast(open: number): void {
    const closing = this.closingOf(open);
    if (closing !== undefined && closing >= this.position) this.position = closing + 1;
  }

  /** Whether the current token is this contextual keyword. */
  atWord(word: string): boolean {
    return isWord(this.current, word);
  }

  acceptWord(word: string): boolean {
    const seen = this.atWord(word);
    if (seen) this.next();
    return seen;
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) this.error('CS1003', this.missingSpan(), [word]);
  }

  /** Whether the token is a name here, and not a word of a query or of a case label. */
  isName(token: Token): token is IdentifierToken {
    if (token.kind !== 'identifier') return false;
    if (token.verbatim) return true;
    if (this.inCaseLabel && token.name === 'when') return false;
    return this.queries === 0 || !queryWords.has(token.name);
  }

  /** Takes a name; when none stands here, reports it and returns one with empty text. */
  identifier(): Identifier {
    const token = this.current;
    if (this.isName(token)) {
      this.next();
      return { kind: 'Identifier', span: token.span, text: token.name };
    }
    const hint = isKeyword(token.kind) ? nameHint(token.kind) : undefined;
    this.error('CS1001', this.missingSpan(), [], hint);
    return { kind: 'Identifier', span: this.emptySpan(), text: '' };
  }

  /** Reports that no expression stands at the current token, and stands in for it. */
  missing(hint?: string): Missing {
    const token = this.current;
    const before = this.tokens[this.position - 1];
    const why =
      hint ??
      keywordHint(token) ??
      this.#hint() ??
      operandHint(before, before ? this.textOf(before) : '');
    if (token.kind === 'end') this.error('CS1733', this.missingSpan(), [], why);
    else this.error('CS1525', token.span, [this.textOf(token)], why);
    return { kind: 'Missing', span: this.emptySpan() };
  }

  textOf({ span }: { readonly span: Span }): string {
    return this.source.text.slice(span.start, span.end);
  }

  /** Where the token before the current one ends. */
  get previousEnd(): number {
    return this.tokens[this.position - 1]?.span.end ?? 0;
  }

  /** From `start` to the end of the token before the current one. */
  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.previousEnd) };
  }

  /** The empty span between the last token and this one, where something is missing. */
  emptySpan(): Span {
    return { start: this.previousEnd, end: this.previousEnd };
  }

  /** Whether the current token is the first of its line. */
  get startsLine(): boolean {
    const between = this.source.text.slice(this.previousEnd, this.current.span.start);
    return this.position === 0 || /[\r\n\u0085\u2028\u2029]/.test(between);
  }

  /** As C# compilers do: the end of the line before, or the token that stands there instead. */
  missingSpan(): Span {
    return this.startsLine || this.at('end') ? this.emptySpan() : this.current.span;
  }

  /** The index of the bracket that closes the one at `index`. */
  closingOf(index: number): number | undefined {
    const closing = this.#brackets[index];
    return closing === undefined || closing < 0 ? undefined : closing;
  }

  /** Reports an error, but only one for each token where parsing stops. */
  error(code: SyntaxErrorCode, span: Span, details?: readonly string[], hint?: string): void {
    if (this.#reportedAt === this.position) return;
    this.#reportedAt = this.position;
    if (this.#isBrokenHere()) return;
    this.errors.report(code, span, details, hint ?? this.#hint());
  }

  #hint(): string | undefined {
    return hintFor(this.source.text, this.current, this.tokens[this.position - 1]);
  }

  /** Whether the current token is a word or mark of another language, about which a hint is known. */
  get isForeign(): boolean {
    return this.#hint() !== undefined;
  }

  /** Whether the scanner has found something wrong in or before the current token. */
  #isBrokenHere(): boolean {
    const start = this.tokens[this.position - 1]?.span.start ?? 0;
    return this.isBroken({ start, end: this.current.span.end });
  }

  /** Whether the scanner has found something wrong in this part of the text. */
  isBroken({ start, end }: Span): boolean {
    return this.#broken.some((span) => span.end > start && span.start <= end);
  }

  /**
   * Parses something that may stand in itself. Beyond `maxNesting` levels this reports so and goes to
   * the end of the text, where every parsing function returns at once.
   */
  nest<T>(parse: (parser: Parser) => T): T {
    if (this.#nesting >= maxNesting) this.stop();
    this.#nesting++;
    const parsed = parse(this);
    this.#nesting--;
    return parsed;
  }

  /** Gives up: what is left of the text is not looked at. */
  stop(): void {
    this.errors.report(
      'CS8078',
      this.current.span,
      [],
      'split it into several statements or policies',
    );
    this.errors.close();
    this.position = this.tokens.length - 1;
  }
}

function isOfKind<K extends TokenKind>(token: Token, kind: K): token is TokenOf<K> {
  return token.kind === kind;
}

/** Whether the token is this contextual keyword. */
export function isWord(token: Token, word: string): boolean {
  return token.kind === 'identifier' && !token.verbatim && token.name === word;
}
