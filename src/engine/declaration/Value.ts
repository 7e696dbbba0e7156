import type { PolicyContext } from '../run/PolicyContext.ts';

/** Which message bodies an evaluation reads; they must be buffered before it, since it is synchronous. */
export interface BodyReads {
  readonly requestBody: boolean;
  readonly responseBody: boolean;
}

/** An attribute or text that may be an expression, compiled: call it to get the value for a request. */
export interface Value<T> {
  (context: PolicyContext): T;
  /** Known when published: the document holds a literal, or an expression that never varies. */
  readonly constant?: { readonly value: T } | undefined;
  readonly reads: BodyReads;
}
