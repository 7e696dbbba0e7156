import { compileExpression } from '../../expressions/evaluate.ts';
import type { CompiledExpression } from '../../expressions/evaluate.ts';
import { beginsExpression, endOfExpression } from '../../expressions/syntax/skip.ts';
import { closest } from '../../lib/source/closest.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { MappedText } from '../../lib/xml/decode.ts';
import type { Value } from '../declaration/Value.ts';
import type { ValueKind, ValueSpec } from '../declaration/ValueKind.ts';
import { GatewayError } from '../errors.ts';
import type { PolicyContext } from '../run/PolicyContext.ts';
import type { Binding } from './Binding.ts';
import { reportUnterminated } from './reportUnterminated.ts';
import { assumedValue } from './References.ts';

/** A place that holds a value: how messages call it and where it stands in the filled text. */
export interface ValueSite {
  readonly name: string;
  readonly span: Span;
}

const readsNothing = { requestBody: false, responseBody: false };

/** A value for every request alike; `text` is where it was read from. */
export function constant<T>(value: T, text?: MappedText): Value<T> {
  const spanOf = text && ((part: Span) => text.sourceSpan(part));
  return Object.assign(() => value, { constant: { value, spanOf }, reads: readsNothing });
}

/**
 * What the declared attribute or text becomes: a `Value` where expressions may stand, the plain
 * value elsewhere. Undefined after a problem was reported.
 */
export function bindValue(
  spec: ValueSpec<unknown>,
  text: MappedText,
  site: ValueSite,
  binding: Binding,
): unknown {
  const hole = holeIn(text.text);
  if (hole === 'unterminated') return reportUnterminated(text, site, binding);
  if (hole) {
    if (!spec.options.expressions) return report(binding, 'APIM1005', site, [site.name]);
    return bindExpression(spec.kind, text, hole, site, binding);
  }
  if (spec.options.expressions) warnOfText(text.text, site, binding);
  return bindLiteral(spec, text, site, binding);
}

/** `(context.…)`, `@context.…`, `context.Request.…` and `{ return …`, with no white space around. */
const looksLikeCode =
  /^(?:@?\s*[({]\s*|@)(?:return\b|(?:\(\w+\)\s*)?context\.[A-Z])|^context\.(?:Request|Response|Variables|LastError)\b\S*$/;

/** Text that was probably meant to be an expression, which Azure takes as it stands. */
function warnOfText(text: string, site: ValueSite, binding: Binding): void {
  if (/@[({]/.test(text)) {
    binding.text.report('APIM1023', site.span, [site.name], hintForMixed(text));
  } else if (looksLikeCode.test(text.trim())) {
    binding.text.report('APIM1036', site.span, [site.name]);
  }
}

function hintForMixed(text: string): string {
  const end = endOfExpression(text, text.search(/\S/));
  const rest = end === undefined ? '' : text.slice(end).trim();
  return /^[)}\];]+$/.test(rest)
    ? `The expression ends in front of '${rest}': remove that.`
    : 'Make the whole value one expression.';
}

function bindLiteral(
  { kind, options }: ValueSpec<unknown>,
  text: MappedText,
  site: ValueSite,
  binding: Binding,
): unknown {
  const literal = text.text;
  if (literal.includes(assumedValue)) return options.expressions ? constant(literal) : literal;
  const value = kind.parse(literal);
  if (value === undefined) {
    const expected = kind.words
      ? kind.words.map((word) => `'${word}'`).join(' or ')
      : `${/^[aeiou]/.test(kind.name) ? 'an' : 'a'} ${kind.name}`;
    const near = closest(literal.trim(), kind.words ?? []);
    const hint = near === undefined ? undefined : `Did you mean '${near}'?`;
    return report(binding, 'APIM1004', site, [site.name, literal, expected], hint);
  }
  if (binding.toolbox.strict) checkSpelling(kind, literal.trim(), site, binding);
  return options.expressions ? constant(value, text) : value;
}

/** Words count in any case here, and in Azure's schema only in its own. */
function checkSpelling(
  { words }: ValueKind<unknown>,
  literal: string,
  site: ValueSite,
  binding: Binding,
): void {
  if (!words || words.includes(literal)) return;
  const word = words.find((each) => each.toLowerCase() === literal.toLowerCase());
  if (word !== undefined) report(binding, 'APIM1032', site, [site.name, literal, word]);
}

interface Hole {
  readonly form: 'expression' | 'statements';
  /** Of the C# between the brackets, in the decoded text. */
  readonly span: Span;
}

/** The expression that a value is as a whole; undefined when it is a literal. */
function holeIn(text: string): Hole | 'unterminated' | undefined {
  const start = text.search(/\S/);
  if (!beginsExpression(text, start)) return undefined;
  const end = endOfExpression(text, start);
  if (end === undefined) return 'unterminated';
  if (text.slice(end).trim() !== '') return undefined;
  return {
    form: text[start + 1] === '(' ? 'expression' : 'statements',
    span: { start: start + 2, end: end - 1 },
  };
}

function bindExpression<T>(
  kind: ValueKind<T>,
  text: MappedText,
  { form, span }: Hole,
  site: ValueSite,
  binding: Binding,
): Value<T> | undefined {
  const code = text.text.slice(span.start, span.end);
  const { expression, diagnostics } = compileExpression(new SourceText(site.name, code), form, {
    registry: binding.toolbox.types,
    unknownNames: binding.toolbox.references.assume ? assumedNames : noNames,
  });
  for (const diagnostic of diagnostics) {
    const { start, end } = diagnostic.span;
    binding.text.adopt(
      diagnostic,
      text.sourceSpan({ start: start + span.start, end: end + span.start }),
    );
  }
  return expression && valueOf(expression, kind, code, site);
}

const assumedNames: ReadonlySet<string> = new Set([assumedValue]);
const noNames: ReadonlySet<string> = new Set();

function valueOf<T>(
  expression: CompiledExpression,
  kind: ValueKind<T>,
  code: string,
  site: ValueSite,
): Value<T> {
  const evaluate = (context: PolicyContext): T => {
    const result = evaluated(expression, context);
    const value = kind.convert(result);
    if (value === undefined) {
      throw failure(`'${site.name}' needs ${kind.name}, but the expression gave something else.`);
    }
    context.tracer?.explain({
      message: 'Expression was successfully evaluated.',
      expression: code.trim(),
      value,
    });
    return value;
  };
  return Object.assign(evaluate, { reads: expression.reads, code });
}

function evaluated(expression: CompiledExpression, context: PolicyContext): unknown {
  try {
    return expression.evaluate(context, context.environment);
  } catch (error) {
    throw failure(error instanceof Error ? error.message : 'Unknown error.', error);
  }
}

function failure(message: string, cause?: unknown): GatewayError {
  return new GatewayError('ExpressionValueEvaluationFailure', { args: [message], cause });
}

function report(
  binding: Binding,
  code: 'APIM1004' | 'APIM1005' | 'APIM1032',
  site: ValueSite,
  args: readonly string[],
  hint?: string,
): undefined {
  binding.text.report(code, site.span, args, hint);
  return undefined;
}
