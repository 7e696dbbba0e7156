import type { SourceText, Span } from '../source/SourceText.ts';

/**
 * What a description of an HTTP API says, whichever format it is written in (OpenAPI 3.0 and 3.1,
 * Swagger 2.0). Schemas and examples are plain JSON; references in schemas are kept and are
 * relative to `document`.
 */
export interface ApiDescription {
  readonly format: 'swagger-2.0' | 'openapi-3.0' | 'openapi-3.1';
  readonly source: SourceText;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Base URLs, absolute or relative, with the defaults of their variables filled in. */
  readonly servers: readonly string[];
  readonly operations: readonly DescribedOperation[];
  /** The whole document as plain JSON. */
  readonly document: Readonly<Record<string, unknown>>;
}

export interface DescribedOperation {
  readonly operationId: string | undefined;
  /** Upper case. */
  readonly method: string;
  /** The path template, which begins with a slash: `/orders/{id}`. */
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly pathParameters: readonly DescribedParameter[];
  readonly queryParameters: readonly DescribedParameter[];
  readonly headers: readonly DescribedParameter[];
  readonly request: DescribedRequest | undefined;
  readonly responses: readonly DescribedResponse[];
  /** Where the operation's method is written. */
  readonly span: Span;
}

export interface DescribedParameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly type: string;
  readonly values: readonly string[];
  readonly defaultValue: string | undefined;
  readonly schema: unknown;
}

export interface DescribedRequest {
  readonly description: string | undefined;
  readonly required: boolean;
  readonly representations: readonly DescribedRepresentation[];
}

export interface DescribedResponse {
  readonly status: number | 'default';
  readonly description: string | undefined;
  readonly headers: readonly DescribedParameter[];
  readonly representations: readonly DescribedRepresentation[];
}

export interface DescribedRepresentation {
  readonly contentType: string;
  /** Undefined when the description gives none. */
  readonly schema: unknown;
  readonly examples: readonly DescribedExample[];
}

export interface DescribedExample {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
}
