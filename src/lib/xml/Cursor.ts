import type { Diagnostic } from '../source/Diagnostic.ts';
import type { SourceText, Span } from '../source/SourceText.ts';
import { isSpace } from './characters.ts';
import type { XmlLimits, XmlOptions } from './options.ts';
import { limitsOf } from './options.ts';
import type { XmlProblem } from './problems.ts';
import { xmlProblem } from './problems.ts';

/** A place in the text, with the number of problems known when reading came by. */
export interface Mark {
  readonly offset: number;
  readonly problems: number;
}

/** Where reading stands in a text, what it has found wrong, and how much it may still take. */
export class Cursor {
  readonly source: SourceText;
  readonly text: string;
  readonly options: XmlOptions;
  readonly limits: XmlLimits;
  /** Where the document begins: behind the byte order mark, if there is one. */
  readonly documentStart: number;
  offset: number;
  /** A limit was reached: nothing more is read, and what was read is not given out. */
  stopped = false;
  readonly #problems: Diagnostic[] = [];
  #nodes = 0;

  constructor(source: SourceText, options: XmlOptions) {
    this.source = source;
    this.text = source.text;
    this.options = options;
    this.limits = limitsOf(options);
    this.documentStart = this.text.startsWith('\u{feff}') ? 1 : 0;
    this.offset = this.documentStart;
  }

  get atEnd(): boolean {
    return this.stopped || this.offset >= this.text.length;
  }

  /** What was reported, in the order of the text. */
  get problems(): Diagnostic[] {
    return this.#problems.toSorted((a, b) => a.span.start - b.span.start);
  }

  report(code: XmlProblem, span: Span, ...values: (string | number)[]): void {
    if (this.stopped) return;
    this.#problems.push(xmlProblem(code, this.source, span, values));
    if (this.#problems.length >= this.limits.problems) {
      this.stop('XML1005', { start: span.end, end: span.end }, this.limits.problems);
    }
  }

  /** Reports a limit that was reached, and ends the reading. */
  stop(code: XmlProblem, span: Span, ...values: (string | number)[]): void {
    if (!this.stopped) this.#problems.push(xmlProblem(code, this.source, span, values));
    this.stopped = true;
  }

  /** A place to come back to. */
  mark(offset: number): Mark {
    return { offset, problems: this.#problems.length };
  }

  /** Goes back to read what follows another way; what was reported since then is forgotten. */
  rewind({ offset, problems }: Mark): void {
    this.offset = offset;
    this.#problems.length = problems;
  }

  /** Takes note of one more node or attribute, which stands at `span`. */
  count(span: Span): void {
    this.#nodes++;
    if (this.#nodes > this.limits.nodes) this.stop('XML1003', span, this.limits.nodes);
  }

  startsWith(words: string): boolean {
    return this.text.startsWith(words, this.offset);
  }

  /** What a sticky pattern matches where reading stands; nothing is taken. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text) ?? undefined;
  }

  /** The UTF-16 unit where reading stands; NaN at the end. */
  unit(): number {
    return this.text.charCodeAt(this.offset);
  }

  /** The span from `start` to where reading stands. */
  from(start: number): Span {
    return { start, end: this.offset };
  }

  /** The text from where reading stands to `end`; reading goes on there. */
  take(end: number): string {
    const taken = this.text.slice(this.offset, end);
    this.offset = end;
    return taken;
  }

  /** White space, possibly none: production [3]. */
  takeSpace(): string {
    let end = this.offset;
    while (isSpace(this.text.charCodeAt(end))) end++;
    return this.take(end);
  }

  /**
   * Where the stretch ends that the caller's hook wants taken verbatim at `offset`. An answer that
   * does not lie ahead and within the text is none.
   */
  verbatimEnd(offset: number): number | undefined {
    const end = this.options.verbatim?.(this.text, offset);
    if (end === undefined || !Number.isInteger(end)) return undefined;
    return end > offset && end <= this.text.length ? end : undefined;
  }
}
