import type { Span } from '../../lib/source/SourceText.ts';
import type { PolicyContext } from '../run/PolicyContext.ts';

/** Which message bodies an evaluation reads; they must be buffered before it, since it is synchronous. */
export interface BodyReads {
  readonly requestBody: boolean;
  readonly responseBody: boolean;
}

/** A value that is known when published. */
export interface Constant<T> {
  readonly value: T;
  /** Where part of a literal stands, for problems in it: give it to `build.report`. */
  readonly spanOf?: ((part: Span) => Span) | undefined;
}

/** An attribute or text that may be an expression, compiled: call it to get the value for a request. */
export interface Value<T> {
  (context: PolicyContext): T;
  /** Known when published: the document holds a literal, or an expression that never varies. */
  readonly constant?: Constant<T> | undefined;
  readonly reads: BodyReads;
  /** The C# of an expression whose value varies. */
  readonly code?: string | undefined;
}
