import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { checkText } from '../../server/checkPath.ts';
import { isPolicyDocument } from './isPolicyDocument.ts';
import { rangeOf } from './positions.ts';
import { diagnosticSeverities } from './protocol.ts';
import type { ShownDiagnostic } from './protocol.ts';
import { quickFix } from './quickFix.ts';
import type { QuickFix } from './quickFix.ts';
import { unknownReferences } from './unknownReferences.ts';
import type { Names } from './unknownReferences.ts';

/** What is wrong at a place of a document. */
export interface Finding {
  readonly diagnostic: ShownDiagnostic;
  readonly fix?: QuickFix;
}

/**
 * What `sallyport check --assume-references` says of a document, and what it refers to that its
 * configuration does not have; nothing of other XML.
 */
export function findingsIn(source: SourceText, names: Names): readonly Finding[] {
  if (!isPolicyDocument(source.name, source.text)) return [];
  return [...checkText(source, true), ...unknownReferences(source, names)].map((found) =>
    findingOf(found, source),
  );
}

/** A diagnostic as editors take it, with what can be done about it. */
function findingOf(found: Diagnostic, source: SourceText): Finding {
  const { code, severity, message, hint, span } = found;
  const fix = quickFix(found, source);
  return {
    diagnostic: {
      range: rangeOf(source, span),
      severity: diagnosticSeverities[severity],
      code,
      source: 'sallyport',
      message: hint === undefined ? message : `${message}\n${hint}`,
    },
    ...(fix && { fix }),
  };
}
