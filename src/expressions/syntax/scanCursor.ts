import type { Span } from '../../lib/source/SourceText.ts';
import type { SyntaxErrorCode, SyntaxErrors } from './syntaxErrors.ts';

/** A reading position in C# text. */
export class ScanCursor {
  readonly text: string;
  readonly errors: SyntaxErrors;
  offset = 0;

  constructor(errors: SyntaxErrors) {
    this.text = errors.source.text;
    this.errors = errors;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The UTF-16 code unit here or some units ahead; NaN beyond the end. */
  unit(ahead = 0): number {
    return this.text.charCodeAt(this.offset + ahead);
  }

  /** Whether `what` stands here. */
  sees(what: string): boolean {
    return this.text.startsWith(what, this.offset);
  }

  /** Takes `what` if it stands here. */
  take(what: string): boolean {
    const seen = this.sees(what);
    if (seen) this.offset += what.length;
    return seen;
  }

  /** Takes what a sticky pattern matches here; the empty string if it does not match. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const matched = pattern.exec(this.text)?.[0] ?? '';
    this.offset += matched.length;
    return matched;
  }

  spanFrom(start: number): Span {
    return { start, end: this.offset };
  }

  report(code: SyntaxErrorCode, start: number, details?: readonly string[], hint?: string): void {
    this.errors.report(code, this.spanFrom(start), details, hint);
  }
}

/** A line break of C# (6.3.2): CR, LF, NEL, LS, PS. */
export function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}
