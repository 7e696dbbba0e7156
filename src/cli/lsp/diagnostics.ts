import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { checkText } from '../../server/checkPath.ts';
import { rangeOf } from './positions.ts';
import { diagnosticSeverities } from './protocol.ts';
import { readTree } from './readTree.ts';
import { siteOf } from './siteOf.ts';

/** What `sallyport check --assume-references` says of a document; nothing of other XML. */
export function diagnostics(source: SourceText): readonly object[] {
  if (!isPolicyDocument(source)) return [];
  return checkText(source, true).map((each) => shown(each, source));
}

/** Editors send every XML file; one that begins with an element unknown to policies is none. */
function isPolicyDocument(source: SourceText): boolean {
  const [first] = readTree(source);
  return first !== undefined && siteOf([first.name]) !== undefined;
}

function shown({ code, severity, message, hint, span }: Diagnostic, source: SourceText): object {
  return {
    range: rangeOf(source, span),
    severity: diagnosticSeverities[severity],
    code,
    source: 'sallyport',
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}
