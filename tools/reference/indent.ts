import type { XmlElement, XmlNode } from '../../src/lib/xml/nodes.ts';

const width = 80;

/** Lays out elements that hold only elements, two spaces a level; all else stays as written. */
export function indent(nodes: readonly XmlNode[], text: string, margin = ''): string {
  return nodes
    .filter((node) => node.kind !== 'text' || node.raw.trim() !== '')
    .map((node) => margin + layOut(node, text, margin))
    .join('\n');
}

function layOut(node: XmlNode, text: string, margin: string): string {
  const written = text.slice(node.span.start, node.span.end);
  if (node.kind !== 'element' || !canBreak(node, written)) return written;
  const { startTagSpan: open, endTagSpan: close } = node;
  return [
    text.slice(open.start, open.end),
    indent(node.children, text, `${margin}  `),
    margin + text.slice(close?.start, close?.end),
  ].join('\n');
}

function canBreak({ children, endTagSpan }: XmlElement, written: string): boolean {
  return (
    endTagSpan !== undefined &&
    !written.includes('\n') &&
    (written.length > width || children.length > 1) &&
    children.some(({ kind }) => kind === 'element') &&
    children.every((child) => child.kind !== 'text' || child.raw.trim() === '')
  );
}
