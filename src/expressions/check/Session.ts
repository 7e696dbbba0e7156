import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import type { CheckOptions } from './checkText.ts';
import { knownTypesOf } from './KnownTypes.ts';
import type { KnownTypes } from './KnownTypes.ts';
import type { Observer } from './Observer.ts';
import { problemText } from './problems.ts';
import type { ProblemCode } from './problems.ts';

/** Lambdas may be bound once for each overload that could take them; more than this is hostile. */
const maxLambdaBindings = 20_000;

/** What the checking of one text needs everywhere. */
export class Session {
  readonly source: SourceText;
  readonly registry: TypeRegistry;
  readonly types: KnownTypes;
  /** The type of `context`; undefined where expressions have none. */
  readonly contextType: NetType | undefined;
  readonly unknownNames: ReadonlySet<string>;
  readonly observer: Observer | undefined;
  #diagnostics: Diagnostic[] = [];
  #lambdaBindings = 0;
  #temporaries = 0;

  /** Whether `context` was mentioned. */
  usesContext = false;

  /** Whether some catch clause has a filter. */
  hasFilters = false;

  constructor(source: SourceText, options: CheckOptions) {
    this.source = source;
    this.registry = options.registry;
    this.types = knownTypesOf(options.registry);
    this.contextType = options.contextType;
    this.unknownNames = options.unknownNames ?? new Set();
    this.observer = options.observer;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Reports a problem at `span`; `hint` says what to do. */
  report(
    code: ProblemCode,
    span: Span,
    details: readonly (string | number)[] = [],
    hint?: string,
  ): void {
    const message = problemText(code, details);
    const args = details.map(String);
    const { source } = this;
    this.#diagnostics.push({ code, severity: 'error', message, args, hint, source, span });
  }

  /** Reports what is legal but hardly meant. */
  warn(code: ProblemCode, span: Span, details: readonly string[], hint: string): void {
    const message = problemText(code, details);
    this.#diagnostics.push({ code, severity: 'warning', message, hint, source: this.source, span });
  }

  /** Runs `work` and keeps what it reports apart, for readings of the text that may be given up. */
  capture<T>(work: () => T): { readonly result: T; readonly diagnostics: readonly Diagnostic[] } {
    const outer = this.#diagnostics;
    const diagnostics: Diagnostic[] = (this.#diagnostics = []);
    try {
      return { result: work(), diagnostics };
    } finally {
      this.#diagnostics = outer;
    }
  }

  /** Reports what was captured, when that reading is the one that counts. */
  accept(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  /** Whether one more lambda may be bound; reports once when the text is too complex. */
  allowLambdaBinding(span: Span): boolean {
    this.#lambdaBindings++;
    if (this.#lambdaBindings === maxLambdaBindings) this.report('APIM2150', span);
    return this.#lambdaBindings < maxLambdaBindings;
  }

  /** A name for a temporary that no text can mention. */
  nextTemporary(): string {
    return `<${++this.#temporaries}>`;
  }
}
