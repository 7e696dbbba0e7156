import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlText } from './nodes.ts';
import { decode } from './decode.ts';

/** What may be written in place of the raw text of a text or an attribute value. */
export type Rewrite = (node: XmlText | XmlAttribute) => string;

/**
 * Writes a document or a node as it was read: for a text without problems, the very same text.
 * An end tag that was missing is written. `rewrite` may give other raw text for values.
 */
export function printXml(
  node: XmlDocument | XmlNode | XmlAttribute,
  rewrite: Rewrite = ({ raw }) => raw,
): string {
  switch (node.kind) {
    case 'document': {
      const content = node.children.map((child) => printXml(child, rewrite)).join('');
      return node.byteOrderMark ? `\u{feff}${content}` : content;
    }
    case 'element':
      return printElement(node, rewrite);
    case 'attribute':
      return node.space + node.name + node.equals + node.quote + rewrite(node) + node.quote;
    case 'text':
      return rewrite(node);
    default:
      return node.raw;
  }
}

function printElement(element: XmlElement, rewrite: Rewrite): string {
  const { name, attributes, children, selfClosing, startTagSpace, endTagSpace } = element;
  const inner = attributes.map((attribute) => printXml(attribute, rewrite)).join('');
  if (selfClosing) return `<${name}${inner}${startTagSpace}/>`;
  const content = children.map((child) => printXml(child, rewrite)).join('');
  return `<${name}${inner}${startTagSpace}>${content}</${name}${endTagSpace}>`;
}

/**
 * Raw text with the same value in which every verbatim stretch is escaped: given to `printXml`, it
 * turns a text that was read with the hook `verbatim` into well-formed XML.
 */
export function escapeHoles(node: XmlText | XmlAttribute): string {
  const start = node.kind === 'text' ? node.span.start : node.valueSpan.start;
  let escaped = '';
  let taken = 0;
  for (const hole of node.holes) {
    const { text } = decode(node.raw.slice(hole.start - start, hole.end - start), hole.start);
    escaped += node.raw.slice(taken, hole.start - start);
    escaped += node.kind === 'text' ? escapeText(text) : escapeAttribute(text);
    taken = hole.end - start;
  }
  return escaped + node.raw.slice(taken);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (character: string): string => escapes[character] ?? character;

/**
 * Writes a value as the text of an element, so that any reader gives it back: U+000D too, which
 * §2.11 would turn into U+000A. A value with characters that XML cannot hold has no such form: see
 * `findIllegalCharacter`.
 */
export function escapeText(value: string): string {
  return value.replace(/[&<>\r]/g, escaped);
}

/**
 * Writes a value as an attribute value, for between quotes of either kind, so that any reader gives
 * it back: tabs and line breaks too, which §3.3.3 would turn into spaces.
 */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"'\t\n\r]/g, escaped);
}
