import type { XmlElement, XmlNode } from '../../lib/xml/nodes.ts';
import { assumedValue } from '../compile/References.ts';
import type { PolicyText } from './PolicyText.ts';

/**
 * Reports what stands beside the element of a document. It would be passed over in silence
 * otherwise, and with it what its author meant to be enforced.
 */
export function refuseAround(
  nodes: readonly XmlNode[],
  root: XmlElement | undefined,
  text: PolicyText,
): void {
  // A text whose tags cannot be read was told of already.
  if (!root && text.diagnostics.length === 0) reportNothing(text);
  if (!root) return;
  refuseTextAmong(nodes, text);
  const second = nodes.find((node) => node.kind === 'element' && node !== root);
  if (second?.kind === 'element') {
    text.report('APIM1035', second.nameSpan, [second.name, root.name]);
  }
}

/** Reports the first text that stands outside of elements. */
export function refuseTextAmong(nodes: readonly XmlNode[], text: PolicyText): void {
  const stray = nodes.find(isStrayText);
  if (stray) text.report('APIM1034', trimmed(text.filled.text, stray.span), []);
}

/** Text that is not only white space; what a named value stands for may be anything. */
export function isStrayText(node: XmlNode): boolean {
  if (node.kind !== 'text' && node.kind !== 'cdata') return false;
  const { text } = node.value;
  return text.trim() !== '' && !text.includes(assumedValue);
}

function reportNothing(text: PolicyText): void {
  const { text: all } = text.filled;
  if (all.includes(assumedValue)) return;
  const hint = "It is '<policies>' with sections in it, or '<fragment>' with policies in it.";
  text.report('APIM1033', trimmed(all, { start: 0, end: all.length }), [], hint);
}

function trimmed(
  all: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  const part = all.slice(start, end);
  const first = start + part.length - part.trimStart().length;
  return { start: Math.min(first, end), end: Math.max(first, start + part.trimEnd().length) };
}
