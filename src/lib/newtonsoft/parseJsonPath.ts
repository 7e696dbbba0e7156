import type {
  PathFilter,
  PathLiteral,
  PathOperator,
  PathQuery,
  PathSide,
} from './jsonPathFilters.ts';

/** A JSONPath is malformed; the message is Newtonsoft's. */
export class JsonPathError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JsonPathError';
  }
}

/** Longer paths, and queries with more parts in one another, are refused. */
const maxLength = 16_384;
const maxDepth = 64;

/** Reads a JSONPath as Newtonsoft's JPath does. @throws JsonPathError */
export function parseJsonPath(path: string): readonly PathFilter[] {
  if (path.length > maxLength) throw new JsonPathError(`The path is longer than ${maxLength}.`);
  return new PathParser(path).main();
}

const queryOperators = /[=<>!|&]/;

class PathParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  main(): readonly PathFilter[] {
    const filters: PathFilter[] = [];
    let start = this.#at;
    this.#skipSpace();
    if (this.#atEnd || this.#text === '$') return filters;
    // A name may start with `$`, so that it is the root only in front of more.
    if (this.#here === '$' && /[.[]/.test(this.#text[this.#at + 1] ?? '')) start = ++this.#at;
    if (!this.#path(filters, start, false)) {
      const last = this.#at;
      this.#skipSpace();
      if (!this.#atEnd)
        throw new JsonPathError(`Unexpected character while parsing path: ${this.#text[last]}`);
    }
    return filters;
  }

  get #here(): string {
    return this.#text[this.#at] ?? '';
  }

  get #atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Reads steps up to what ends them; whether that is the end of the text. */
  #path(filters: PathFilter[], from: number, isInQuery: boolean): boolean {
    let start = from;
    let isScan = false;
    let isAfterIndexer = false;
    let isAfterDot = false;
    const addMember = (member: string): void => {
      const name = member === '*' ? null : member;
      filters.push({ kind: isScan ? 'scan' : 'field', name });
      isScan = false;
    };
    steps: while (!this.#atEnd) {
      const unit = this.#here;
      switch (unit) {
        case '[':
        case '(':
          if (this.#at > start) addMember(this.#text.slice(start, this.#at));
          filters.push(this.#indexer(unit === '[' ? ']' : ')', isScan));
          isScan = false;
          start = ++this.#at;
          isAfterIndexer = true;
          isAfterDot = false;
          break;
        case ']':
        case ')':
        case ' ':
          break steps;
        case '.':
          if (this.#at > start) addMember(this.#text.slice(start, this.#at));
          if (this.#text[this.#at + 1] === '.') {
            isScan = true;
            this.#at++;
          }
          start = ++this.#at;
          isAfterIndexer = false;
          isAfterDot = true;
          break;
        default:
          if (isInQuery && queryOperators.test(unit)) break steps;
          if (isAfterIndexer)
            throw new JsonPathError(`Unexpected character following indexer: ${unit}`);
          this.#at++;
      }
    }
    const isAtEnd = this.#atEnd;
    if (this.#at > start) addMember(this.#text.slice(start, this.#at).trimEnd());
    else if (isAfterDot && (isAtEnd || isInQuery))
      throw new JsonPathError('Unexpected end while parsing path.');
    return isAtEnd;
  }

  #indexer(close: string, isScan: boolean): PathFilter {
    this.#at++;
    this.#needMore('Path ended with open indexer.');
    this.#skipSpace();
    if (this.#here === "'") return this.#quotedField(close, isScan);
    if (this.#here === '?') return this.#query(close, isScan);
    return this.#arrayIndexer(close);
  }

  #quotedField(close: string, isScan: boolean): PathFilter {
    const names: string[] = [];
    for (;;) {
      if (this.#atEnd) throw new JsonPathError('Path ended with open indexer.');
      names.push(this.#quoted());
      this.#skipSpace();
      this.#needMore('Path ended with open indexer.');
      if (this.#here === close) return fieldsOf(names, isScan);
      if (this.#here !== ',') throw this.#unexpectedInIndexer();
      this.#at++;
      this.#skipSpace();
    }
  }

  /** `0`, `*`, `1,2`, `1:2:3`, up to the closing bracket. */
  #arrayIndexer(close: string): PathFilter {
    const parts: (number | undefined)[] = [];
    let separator = '';
    for (;;) {
      const digits = this.#digits(close);
      if (this.#atEnd) throw new JsonPathError('Path ended with open indexer.');
      if (this.#here === '*') return this.#everyIndex(close);
      if (separator !== ':' && this.#here !== ':' && digits === undefined)
        throw new JsonPathError('Array index expected.');
      parts.push(digits);
      if (this.#here === close) break;
      separator = this.#here;
      this.#at++;
      this.#skipSpace();
    }
    if (separator === ':') {
      const [start, end, step] = parts;
      return { kind: 'slice', start, end, step };
    }
    const indexes = parts.filter((index) => index !== undefined);
    if (separator === ',') return { kind: 'indexes', indexes };
    return { kind: 'index', index: indexes[0] ?? null };
  }

  /** A number and the space behind it; undefined when there is none. */
  #digits(close: string): number | undefined {
    const start = this.#at;
    while (/[-\d]/.test(this.#here)) this.#at++;
    const text = this.#text.slice(start, this.#at);
    this.#skipSpace();
    if (!this.#atEnd && ![close, ',', '*', ':'].includes(this.#here))
      throw this.#unexpectedInIndexer();
    if (text === '') return undefined;
    const value = Number(text);
    if (/^-?\d+$/.test(text) && Math.abs(value) < 2 ** 31) return value;
    throw new JsonPathError(`Unexpected character while parsing path indexer: ${text}`);
  }

  #everyIndex(close: string): PathFilter {
    this.#at++;
    this.#needMore('Path ended with open indexer.');
    this.#skipSpace();
    if (this.#here !== close)
      throw new JsonPathError('Unexpected character while parsing path indexer: *');
    return { kind: 'index', index: null };
  }

  #query(close: string, isScan: boolean): PathFilter {
    this.#at++;
    this.#needMore('Path ended with open indexer.');
    if (this.#here !== '(') throw this.#unexpectedInIndexer();
    this.#at++;
    if (++this.#depth > maxDepth) throw new JsonPathError('The path has too many nested queries.');
    const query = this.#expression();
    this.#depth--;
    this.#at++;
    this.#needMore('Path ended with open indexer.');
    this.#skipSpace();
    if (this.#here !== close) throw this.#unexpectedInIndexer();
    return { kind: isScan ? 'scanQuery' : 'query', query };
  }

  /**
   * Tests joined by `&&` and `||`, which have no order of precedence: where the operator changes,
   * what follows becomes one more operand of what came before.
   */
  #expression(): PathQuery {
    interface Group {
      kind: 'and' | 'or';
      queries: PathQuery[];
    }
    let root: Group | undefined;
    let parent: Group | undefined;
    while (!this.#atEnd) {
      const test = this.#test();
      if (this.#here === ')') {
        if (!parent || !root) return test;
        parent.queries.push(test);
        return root;
      }
      const kind = this.#joint();
      if (parent?.kind !== kind) {
        const group: Group = { kind, queries: [] };
        parent?.queries.push(group);
        parent = group;
        root ??= group;
      }
      parent.queries.push(test);
    }
    throw new JsonPathError('Path ended with open query.');
  }

  #joint(): 'and' | 'or' {
    if (this.#match('&&')) return 'and';
    if (this.#match('||')) return 'or';
    throw this.#unexpectedInQuery();
  }

  #test(): PathQuery {
    const left = this.#side();
    if (/[)|&]/.test(this.#here))
      return { kind: 'test', operator: 'exists', left, right: undefined };
    const operator = this.#operator();
    return { kind: 'test', operator, left, right: this.#side() };
  }

  #side(): PathSide {
    this.#skipSpace();
    const side = this.#innerPath() ?? this.#literal();
    if (!side) throw this.#unexpectedInQuery();
    this.#skipSpace();
    this.#needMore('Path ended with open query.');
    return side;
  }

  #innerPath(): PathSide | undefined {
    const path: PathFilter[] = [];
    if (this.#here === '$') path.push({ kind: 'root' });
    else if (this.#here !== '@') return undefined;
    this.#at++;
    if (this.#path(path, this.#at, true)) throw new JsonPathError('Path ended with open query.');
    return { path };
  }

  #literal(): PathSide | undefined {
    const unit = this.#here;
    if (unit === "'") return { literal: this.#quoted() };
    if (/[-\d]/.test(unit)) return this.#number();
    if (unit === '/') return { literal: this.#regex() };
    if (this.#match('true')) return { literal: true };
    if (this.#match('false')) return { literal: false };
    return this.#match('null') ? { literal: null } : undefined;
  }

  #number(): PathSide | undefined {
    const text = /[^ )]*/y;
    text.lastIndex = this.#at;
    const digits = text.exec(this.#text)?.[0] ?? '';
    const end = this.#at + digits.length;
    if (end >= this.#text.length) return undefined;
    const literal = numberOf(digits);
    if (literal === undefined) return undefined;
    this.#at = end;
    return { literal };
  }

  #operator(): PathOperator {
    if (this.#at + 1 >= this.#text.length) throw new JsonPathError('Path ended with open query.');
    for (const [text, operator] of operators) if (this.#match(text)) return operator;
    throw new JsonPathError('Could not read query operator.');
  }

  #quoted(): string {
    let text = '';
    this.#at++;
    while (!this.#atEnd) {
      const unit = this.#here;
      this.#at++;
      if (unit === "'") return text;
      if (unit !== '\\' || this.#atEnd) text += unit;
      else text += this.#escape();
    }
    throw new JsonPathError('Path ended with an open string.');
  }

  #escape(): string {
    const letter = this.#here;
    const meant = escapes[letter];
    if (meant === undefined) throw new JsonPathError(`Unknown escape character: \\${letter}`);
    this.#at++;
    return meant;
  }

  /** With its slashes and options: `/^a/i`. */
  #regex(): string {
    const start = this.#at;
    this.#at++;
    while (!this.#atEnd) {
      const unit = this.#here;
      this.#at += unit === '\\' ? 2 : 1;
      if (unit !== '/') continue;
      while (/\p{L}/u.test(this.#here)) this.#at++;
      return this.#text.slice(start, this.#at);
    }
    throw new JsonPathError('Path ended with an open regex.');
  }

  #match(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #skipSpace(): void {
    while (this.#here === ' ') this.#at++;
  }

  #needMore(message: string): void {
    if (this.#atEnd) throw new JsonPathError(message);
  }

  #unexpectedInIndexer(): JsonPathError {
    return new JsonPathError(`Unexpected character while parsing path indexer: ${this.#here}`);
  }

  #unexpectedInQuery(): JsonPathError {
    return new JsonPathError(`Unexpected character while parsing path query: ${this.#here}`);
  }
}

const operators: readonly (readonly [text: string, operator: PathOperator])[] = [
  ['===', '==='],
  ['==', '='],
  ['=~', '=~'],
  ['!==', '!=='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['<', '<'],
  ['>=', '>='],
  ['>', '>'],
];

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '/': '/',
};

function fieldsOf(names: readonly string[], isScan: boolean): PathFilter {
  const [name = ''] = names;
  if (names.length === 1) return { kind: isScan ? 'scan' : 'field', name };
  return { kind: isScan ? 'scanFields' : 'fields', names };
}

function numberOf(text: string): PathLiteral | undefined {
  if (!/[.eE]/.test(text)) {
    const value = /^[-+]?\d+$/.test(text) ? BigInt(text) : undefined;
    return value !== undefined && BigInt.asIntN(64, value) === value ? value : undefined;
  }
  const double = Number(text);
  return Number.isFinite(double) ? { double } : undefined;
}
