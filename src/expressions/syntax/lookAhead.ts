import type { PredefinedTypeName } from './ast.ts';
import { maxNesting } from './limits.ts';
import type { Parser } from './Parser.ts';
import type { Token, TokenKind } from './tokens.ts';

/** A type that can be read from some token on. */
export interface TypeAhead {
  /** The index of the token after it. */
  readonly end: number;
  /** Whether it can be nothing but a type: `int`, `T[]`, `T?`, `List<int>`. */
  readonly certain: boolean;
}

/** How a `?` after a type is to be read: as part of it, or after `is` only if no expression follows. */
export type NullableRule = 'greedy' | 'afterIs';

const predefinedTypes: ReadonlySet<string> = new Set<PredefinedTypeName>([
  ...(['bool', 'byte', 'sbyte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong'] as const),
  ...(['char', 'float', 'double', 'decimal', 'string', 'object', 'void'] as const),
]);

export function isPredefinedType(kind: string): kind is PredefinedTypeName {
  return predefinedTypes.has(kind);
}

/** Reads types ahead of the parser, without building or reporting anything. */
export class LookAhead {
  readonly #parser: Parser;
  // What was found before, so that a<a<a<… is not read again from each of its tokens.
  readonly #known = new Map<number, TypeAhead | undefined>();

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  /** The longest type that starts at `index`. */
  type(index: number, rule: NullableRule = 'greedy', depth = 0): TypeAhead | undefined {
    if (depth > maxNesting) return undefined;
    if (rule === 'afterIs') return this.#type(index, rule, depth);
    // What counts as a name depends on where the parser stands.
    const { queries, inCaseLabel } = this.#parser;
    const key = index * 4 + (queries > 0 ? 2 : 0) + (inCaseLabel ? 1 : 0);
    if (this.#known.has(key)) return this.#known.get(key);
    const found = this.#type(index, rule, depth);
    this.#known.set(key, found);
    return found;
  }

  #type(index: number, rule: NullableRule, depth: number): TypeAhead | undefined {
    const token = this.#parser.tokenAt(index);
    if (isPredefinedType(token.kind)) return this.#suffixes(index + 1, true, rule);
    const core = token.kind === '(' ? this.#tuple(index, depth) : this.#name(index, depth);
    return core && this.#suffixes(core.end, core.certain, rule);
  }

  #name(index: number, depth: number): TypeAhead | undefined {
    let at = index;
    let certain = false;
    for (;;) {
      if (!this.#parser.isName(this.#parser.tokenAt(at))) return undefined;
      at++;
      const list = this.typeArguments(at, depth);
      if (list !== undefined) {
        at = list.end;
        certain ||= list.certain;
      }
      const { kind } = this.#parser.tokenAt(at);
      if ((kind !== '.' && kind !== '::') || this.#parser.tokenAt(at + 1).kind !== 'identifier') {
        return { end: at, certain };
      }
      at++;
    }
  }

  /** A list `<A, B>` at `index`; certain when one of its types is. */
  typeArguments(index: number, depth = 0): TypeAhead | undefined {
    if (this.#parser.tokenAt(index).kind !== '<') return undefined;
    let certain = false;
    for (let at = index + 1; ; at++) {
      const type = this.type(at, 'greedy', depth + 1);
      if (type === undefined) return undefined;
      certain ||= type.certain;
      at = type.end;
      const { kind } = this.#parser.tokenAt(at);
      if (kind === '>') return { end: at + 1, certain };
      if (kind !== ',') return undefined;
    }
  }

  #tuple(index: number, depth: number): TypeAhead | undefined {
    let certain = false;
    let count = 0;
    for (let at = index + 1; ; at++) {
      const type = this.type(at, 'greedy', depth + 1);
      if (type === undefined) return undefined;
      certain ||= type.certain;
      count++;
      at = type.end;
      if (this.#parser.isName(this.#parser.tokenAt(at))) at++;
      const { kind } = this.#parser.tokenAt(at);
      if (kind === ')') return count > 1 ? { end: at + 1, certain } : undefined;
      if (kind !== ',') return undefined;
    }
  }

  #suffixes(index: number, certain: boolean, rule: NullableRule): TypeAhead {
    let at = index;
    let sure = certain;
    for (;;) {
      const array = this.rank(at);
      if (array !== undefined) {
        at = array;
        sure = true;
      } else if (this.#parser.tokenAt(at).kind === '?' && this.#isNullable(at, rule)) {
        at++;
        sure = true;
      } else return { end: at, certain: sure };
    }
  }

  /** The index after a rank specifier `[,]` at `index`. */
  rank(index: number): number | undefined {
    if (this.#parser.tokenAt(index).kind !== '[') return undefined;
    let at = index + 1;
    while (this.#parser.tokenAt(at).kind === ',') at++;
    return this.#parser.tokenAt(at).kind === ']' ? at + 1 : undefined;
  }

  /** Whether the `?` at `index` belongs to the type before it. */
  #isNullable(index: number, rule: NullableRule): boolean {
    return rule === 'greedy' || !canStartExpression(this.#parser.tokenAt(index + 1));
  }
}

const expressionStarts: ReadonlySet<string> = new Set<TokenKind>([
  ...(['identifier', 'literal', 'interpolatedStart', 'true', 'false', 'null'] as const),
  ...(['(', '+', '-', '!', '~', '++', '--', 'new', 'typeof', 'sizeof', 'default'] as const),
  ...(['checked', 'unchecked', 'delegate', 'throw', 'this', 'base'] as const),
]);

/** Whether an expression may start with this token. */
export function canStartExpression(token: Token): boolean {
  return expressionStarts.has(token.kind) || isPredefinedType(token.kind);
}

// C# 6.2.5, with what C# 7.3 adds: after these tokens a list that reads as type arguments is one.
const afterTypeArguments: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(['(', ')', ']', '}', ':', ';', ',', '.', '?', '==', '!=', '|', '^', '&&', '||'] as const),
  ...(['&', '[', '<', '<=', '>=', 'is', 'as', 'end', 'format', 'holeEnd'] as const),
]);

/** Whether the `<` at the parser's position starts type arguments, in an expression. */
export function atTypeArguments(parser: Parser): boolean {
  const list = parser.ahead.typeArguments(parser.position);
  return (
    list !== undefined && (list.certain || afterTypeArguments.has(parser.tokenAt(list.end).kind))
  );
}
