import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';
import { rangeOf } from './positions.ts';
import type { TextEdit } from './protocol.ts';
import { childElements, readTree } from './readTree.ts';

/** What an editor can do about a diagnostic. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Writes the word that the hint names, where the diagnostic is about a word; undefined else. */
export function quickFix(
  { hint, message, span }: Diagnostic,
  source: SourceText,
): QuickFix | undefined {
  const meant = hint === undefined ? undefined : /^Did you mean '([^']+)'\?/.exec(hint)?.[1];
  const written = source.text.slice(span.start, span.end);
  const [, open, word, close] = /^(\{\{)?([\w:.-]+)(\}\})?$/.exec(written) ?? [];
  if (meant === undefined || word === undefined || !message.includes(`'${word}'`)) return undefined;
  const newText = `${open ?? ''}${meant}${close ?? ''}`;
  const spans = source.text[span.start - 1] === '<' ? tagNames(span, source) : [span];
  return {
    title: `Replace with '${newText}'`,
    edits: spans.map((each) => ({ range: rangeOf(source, each), newText })),
  };
}

/** The name in the start tag, and that in the end tag if there is one. */
function tagNames(span: Span, source: SourceText): readonly Span[] {
  const endTag = elementAt(span.start, readTree(source))?.endTagSpan;
  if (!endTag) return [span];
  const start = endTag.start + '</'.length;
  return [span, { start, end: start + span.end - span.start }];
}

function elementAt(nameStart: number, elements: readonly XmlElement[]): XmlElement | undefined {
  for (const each of elements) {
    if (each.nameSpan.start === nameStart) return each;
    const isWithin = each.span.start < nameStart && nameStart < each.span.end;
    if (isWithin) return elementAt(nameStart, childElements(each));
  }
  return undefined;
}
