import type { Severity } from '../source/Diagnostic.ts';
import type { Span } from '../source/SourceText.ts';
import { maxProblems } from './limits.ts';

/** Something wrong with a template; `span` is of the template's text. */
export interface LiquidProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly span: Span;
}

/** What the compilation of one template collects. */
export class Compilation {
  readonly problems: LiquidProblem[] = [];
  /** Variables that the template asks for, and where it does so first. */
  readonly names = new Map<string, Span>();
  /** Variables that it makes itself. */
  readonly ownNames = new Set<string>(['forloop', 'tablerowloop']);
  /** The tag or output that is being compiled. */
  at: Span = { start: 0, end: 0 };
  /** Whether it also asks for names that only rendering tells: `{{ [name] }}`. */
  asksForAnyName = false;

  use(name: string): void {
    if (!this.names.has(name)) this.names.set(name, this.at);
  }

  get isFull(): boolean {
    return this.problems.length >= maxProblems;
  }

  error(span: Span, message: string, hint?: string): void {
    this.#add({ severity: 'error', message, hint, span });
  }

  warn(span: Span, message: string, hint?: string): void {
    this.#add({ severity: 'warning', message, hint, span });
  }

  #add(problem: LiquidProblem): void {
    if (!this.isFull) this.problems.push(problem);
  }
}
