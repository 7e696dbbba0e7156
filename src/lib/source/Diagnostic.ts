import type { SourceText, Span } from './SourceText.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something to tell about a place in a text. Diagnostics are collected, never thrown. */
export interface Diagnostic {
  /** Stable number, such as `CS1061` or `APIM1004`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What fills the message, for who words it in another way. */
  readonly args?: readonly string[] | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly source: SourceText;
  readonly span: Span;
}

/** Takes diagnostics as they are found. */
export type Report = (diagnostic: Diagnostic) => void;

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
