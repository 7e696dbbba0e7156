import type { Diagnostic, Severity } from '../../lib/source/Diagnostic.ts';
import { closest } from '../../lib/source/closest.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import { allSections } from '../declaration/definePolicy.ts';
import { problems } from '../problems.ts';
import type { ProblemCode } from '../problems.ts';
import { substitute } from './substitute.ts';
import type { NamedValues, Substituted } from './substitute.ts';

/** Tags that are missing or broken: what stands in what is a guess then. */
const isOfTags = /^XML12/;

/** What is said of where elements stand. */
const ofStructure: ReadonlySet<string> = new Set<ProblemCode>([
  'APIM1003',
  'APIM1009',
  'APIM1010',
  'APIM1011',
  'APIM1013',
  'APIM1017',
  'APIM1018',
  'APIM1034',
  'APIM1035',
]);

/**
 * The text of a policy document with its named values filled in. Diagnostics found in the filled
 * text are shown in the text that its author wrote.
 */
export class PolicyText {
  /** As the author wrote it. */
  readonly original: SourceText;
  /** With named values in place; this is what is parsed. */
  readonly filled: SourceText;
  readonly diagnostics: Diagnostic[] = [];
  readonly #substituted: Substituted;
  readonly #seen = new Set<string>();

  readonly #secrets: readonly string[];
  #tagsAreBroken = false;

  constructor(original: SourceText, namedValues: NamedValues) {
    this.original = original;
    this.#secrets = namedValues.secrets;
    this.#substituted = substitute(original.text, namedValues, (name, span) => {
      if (namedValues.names.includes(name)) this.#add('APIM1030', span, [name], 'Give it a value.');
      else {
        const near = closest(name, namedValues.names);
        const hint = near ? `Did you mean '${near}'?` : 'Define it, or correct the name.';
        this.#add('APIM1014', span, [name], hint);
      }
    });
    this.filled = new SourceText(original.name, this.#substituted.text);
  }

  /** Reports a problem at a span of the filled text; the same one at the same place only once. */
  report(
    code: ProblemCode,
    span: Span,
    args: readonly string[],
    hint?: string,
    severity: Severity = problems[code][0],
  ): void {
    if (this.#tagsAreBroken && this.#follows(code, args)) return;
    this.#add(code, this.#substituted.originalSpan(span), args, hint, severity);
  }

  /** Whether a problem may only follow from broken tags: it is told when they are mended. */
  #follows(code: ProblemCode, [name]: readonly string[]): boolean {
    if (code === 'APIM1001') return allSections.some((section) => section === name);
    return ofStructure.has(code);
  }

  /** Takes over a diagnostic of another stage, whose span lies in the filled text. */
  adopt(diagnostic: Diagnostic, span: Span = diagnostic.span): void {
    if (isOfTags.test(diagnostic.code)) this.#tagsAreBroken = true;
    this.#push({
      ...diagnostic,
      source: this.original,
      span: this.#substituted.originalSpan(span),
    });
  }

  #add(
    code: ProblemCode,
    span: Span,
    args: readonly string[],
    hint: string | undefined,
    severity: Severity = problems[code][0],
  ): void {
    const template = problems[code][1];
    const message = template.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '');
    this.#push({ code, severity, message, args, hint, source: this.original, span });
  }

  /** Messages quote the text, and the text holds secrets by now. */
  #redacted(diagnostic: Diagnostic): Diagnostic {
    const redact = (words: string): string =>
      this.#secrets.reduce((all, secret) => all.replaceAll(secret, '***'), words);
    const { message, args, hint } = diagnostic;
    return {
      ...diagnostic,
      message: redact(message),
      args: args?.map(redact),
      hint: hint && redact(hint),
    };
  }

  #push(diagnostic: Diagnostic): void {
    const { code, message, span } = diagnostic;
    const key = `${code}@${span.start}:${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.diagnostics.push(this.#redacted(diagnostic));
  }
}
