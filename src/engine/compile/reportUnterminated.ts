import { parseExpressionText, parseStatementText } from '../../expressions/syntax/parse.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { MappedText } from '../../lib/xml/decode.ts';
import type { Binding } from './Binding.ts';
import type { ValueSite } from './bindValue.ts';

/**
 * Says why a value that begins like an expression has no end: what C# finds wrong in it, or that its
 * last bracket is missing.
 */
export function reportUnterminated(text: MappedText, site: ValueSite, binding: Binding): undefined {
  const start = text.text.search(/\S/) + 2;
  const isBlock = text.text[start - 1] === '{';
  const closer = isBlock ? '}' : ')';
  const whole = text.text.slice(start).trimEnd();
  const parse = isBlock ? parseStatementText : parseExpressionText;
  const errorsIn = (code: string): readonly Diagnostic[] =>
    parse(new SourceText(site.name, code)).diagnostics;

  let errors = errorsIn(whole);
  if (errors.length === 0) {
    const end = start + whole.length;
    const span = text.sourceSpan({ start: end - 1, end });
    binding.text.report('APIM1024', span, [closer], hintFor(whole, closer));
    return undefined;
  }
  if (isBlock && whole.endsWith(closer)) {
    const within = errorsIn(whole.slice(0, -1));
    if (within.length > 0) errors = within;
  }
  for (const diagnostic of errors) {
    const { span } = diagnostic;
    binding.text.adopt(
      diagnostic,
      text.sourceSpan({ start: start + span.start, end: start + span.end }),
    );
  }
  return undefined;
}

function hintFor(code: string, closer: string): string {
  const lastLine = code.slice(code.lastIndexOf('\n') + 1);
  return lastLine.includes('//') && code.endsWith(closer)
    ? `The comment takes the '${closer}' with it: end its line, or write /* … */.`
    : `Close it with '${closer}' here.`;
}
