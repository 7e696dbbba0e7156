/** How a value stands in a document and what an expression must give for it. */
export interface ValueKind<T> {
  /** As documentation names it: `text`, `integer`, `true | false`. */
  readonly name: string;
  /** C# type that an expression is checked against; `object` accepts all. */
  readonly netType: string;
  /** The only words that are allowed, when there are such. */
  readonly words?: readonly string[];
  /** Reads a literal; undefined when it is none of this kind. */
  parse(text: string): T | undefined;
  /** Converts the boxed result of an expression; undefined when it cannot be that. */
  convert(result: unknown): T | undefined;
}

export interface ValueOptions<T> {
  readonly required?: boolean;
  readonly default?: T;
  /** Whether a policy expression may stand here. */
  readonly expressions?: boolean;
  /** Known and checked, but not run here: every value, or these. A configuration with one is refused. */
  readonly notYet?: true | readonly T[];
}

/** A declared attribute or text content. */
export interface ValueSpec<T, Options extends ValueOptions<T> = ValueOptions<T>> {
  readonly kind: ValueKind<T>;
  readonly doc: string;
  readonly options: Options;
}
