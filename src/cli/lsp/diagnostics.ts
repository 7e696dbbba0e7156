import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { checkText } from '../../server/checkPath.ts';
import { isPolicyDocument } from './isPolicyDocument.ts';
import { rangeOf } from './positions.ts';
import { diagnosticSeverities } from './protocol.ts';
import type { ShownDiagnostic } from './protocol.ts';

/** What is wrong at a place of a document. */
export interface Finding {
  readonly diagnostic: ShownDiagnostic;
}

/** What `sallyport check --assume-references` says of a document; nothing of other XML. */
export function diagnostics(source: SourceText): readonly Finding[] {
  if (!isPolicyDocument(source.name, source.text)) return [];
  return checkText(source, true).map((each) => findingOf(each, source));
}

function findingOf(
  { code, severity, message, hint, span }: Diagnostic,
  source: SourceText,
): Finding {
  return {
    diagnostic: {
      range: rangeOf(source, span),
      severity: diagnosticSeverities[severity],
      code,
      source: 'sallyport',
      message: hint === undefined ? message : `${message}\n${hint}`,
    },
  };
}
