/** What a JSONPath is made of, as Newtonsoft's JPath reads it. */
export type PathFilter =
  /** `$` within a query. */
  | { readonly kind: 'root' }
  /** `.name`, `['name']`, `.*`; a null name is every name. */
  | { readonly kind: 'field'; readonly name: string | null }
  | { readonly kind: 'fields'; readonly names: readonly string[] }
  /** `[0]`, `[*]`. */
  | { readonly kind: 'index'; readonly index: number | null }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  /** `[1:5:2]`. */
  | ({ readonly kind: 'slice' } & Slice)
  /** `..name`, `..*`. */
  | { readonly kind: 'scan'; readonly name: string | null }
  | { readonly kind: 'scanFields'; readonly names: readonly string[] }
  /** `[?(…)]` and `..[?(…)]`. */
  | { readonly kind: 'query' | 'scanQuery'; readonly query: PathQuery };

export interface Slice {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly step: number | undefined;
}

export type PathOperator = 'exists' | '=' | '!=' | '===' | '!==' | '=~' | '<' | '<=' | '>' | '>=';

export type PathQuery =
  | { readonly kind: 'and' | 'or'; readonly queries: readonly PathQuery[] }
  | {
      readonly kind: 'test';
      readonly operator: PathOperator;
      readonly left: PathSide;
      readonly right: PathSide | undefined;
    };

/** A path from `@` or `$`, or a literal. */
export type PathSide = { readonly path: readonly PathFilter[] } | { readonly literal: PathLiteral };

export type PathLiteral = string | bigint | boolean | null | { readonly double: number };
