import { PolicyText } from '../../engine/document/PolicyText.ts';
import { readNodes } from '../../engine/document/readPolicy.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { XmlAttribute, XmlElement, XmlNode } from '../../lib/xml/nodes.ts';

const noNamedValues = { valueOf: () => undefined, names: [], secrets: [] };

const trees = new WeakMap<SourceText, readonly XmlElement[]>();

/** The elements of a document as its author wrote it, also when it has faults; read once. */
export function readTree(source: SourceText): readonly XmlElement[] {
  let tree = trees.get(source);
  if (!tree) trees.set(source, (tree = readElements(source)));
  return tree;
}

function readElements(source: SourceText): readonly XmlElement[] {
  const nodes = readNodes(new PolicyText(source, noNamedValues), 'rawxml') ?? [];
  return nodes.filter(isElement);
}

export function childElements({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(isElement);
}

/** What of an element stands at an offset, and the elements around, the outermost first. */
export interface TreePlace {
  readonly path: readonly XmlElement[];
  readonly part: 'name' | 'attributeName' | 'value' | 'inside';
  readonly attribute?: XmlAttribute;
}

export function treePlaceAt(source: SourceText, offset: number): TreePlace | undefined {
  const path: XmlElement[] = [];
  let level = readTree(source);
  for (;;) {
    const next = level.find(({ span }) => includes(span, offset));
    if (!next) break;
    path.push(next);
    level = childElements(next);
  }
  const element = path.at(-1);
  return element && { path, ...partAt(element, offset) };
}

function partAt(element: XmlElement, offset: number): Omit<TreePlace, 'path'> {
  if (includes(element.nameSpan, offset)) return { part: 'name' };
  if (element.endTagSpan && includes(element.endTagSpan, offset)) return { part: 'name' };
  const attribute = element.attributes.find(({ span }) => includes(span, offset));
  if (!attribute) return { part: 'inside' };
  return { part: includes(attribute.nameSpan, offset) ? 'attributeName' : 'value', attribute };
}

/** With its end: a cursor behind the last letter of a word is at that word. */
function includes({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isElement(node: XmlNode): node is XmlElement {
  return node.kind === 'element';
}
