import { MappedText } from '../../lib/xml/decode.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';

/**
 * The text of an element: its character data and CDATA sections joined, comments left out. It knows
 * where each character stands in the document.
 */
export function readElementText(xml: XmlElement): MappedText {
  const parts = xml.children.filter((node) => node.kind === 'text' || node.kind === 'cdata');
  const [only] = parts;
  if (!only) return new MappedText('', xml.startTagSpan.end);
  if (parts.length === 1) return only.value;
  return MappedText.join(parts.map(({ value }) => value));
}

/** The text of an element that may hold XML: as it stands in the source when it holds elements. */
export function readMarkup(xml: XmlElement, source: string): MappedText {
  if (!xml.children.some(({ kind }) => kind === 'element')) return readElementText(xml);
  const start = xml.children[0]!.span.start;
  return new MappedText(source.slice(start, xml.children.at(-1)!.span.end), start);
}
