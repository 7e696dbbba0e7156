/** A tree for tests, made of XML text: the plainest that the data model of §5 allows. */
import { SourceText } from '../../source/SourceText.ts';
import { resolveNamespaces, xmlNamespace } from '../../xml/namespaces.ts';
import type { ExpandedName, Namespaces } from '../../xml/namespaces.ts';
import type { XmlElement, XmlNode } from '../../xml/nodes.ts';
import { parseXml } from '../../xml/parse.ts';
import type { NodeKind, XPathTree } from '../XPathTree.ts';

export class SampleNode {
  readonly kind: NodeKind;
  readonly parent: SampleNode | null;
  readonly name: ExpandedName;
  text: string;
  readonly children: SampleNode[] = [];
  readonly attributes: SampleNode[] = [];
  readonly namespaces: SampleNode[] = [];

  constructor(
    kind: NodeKind,
    parent: SampleNode | null,
    text = '',
    name: ExpandedName = { prefix: '', local: '', namespace: '' },
  ) {
    this.kind = kind;
    this.parent = parent;
    this.text = text;
    this.name = name;
  }

  sibling(offset: number): SampleNode | null {
    const siblings = this.parent?.children ?? [];
    const at = siblings.indexOf(this);
    return at < 0 ? null : (siblings[at + offset] ?? null);
  }

  get value(): string {
    const isContainer = this.kind === 'root' || this.kind === 'element';
    if (!isContainer) return this.text;
    return this.children
      .filter(({ kind }) => kind === 'element' || kind === 'text')
      .map(({ value }) => value)
      .join('');
  }

  /** As tests show it. */
  toString(): string {
    const name = this.name.prefix ? `${this.name.prefix}:${this.name.local}` : this.name.local;
    const forms: Readonly<Record<NodeKind, string>> = {
      root: '/',
      element: `<${name}>`,
      attribute: `@${name}=${this.text}`,
      namespace: `xmlns:${name}=${this.text}`,
      text: `'${this.text}'`,
      comment: `<!--${this.text}-->`,
      'processing-instruction': `<?${name} ${this.text}?>`,
    };
    return forms[this.kind];
  }
}

/** The root node of a document. */
export function sampleTree(xml: string): SampleNode {
  const { document, problems } = parseXml(new SourceText('sample', xml));
  if (!document || problems.length > 0) throw new Error(`no sample: ${problems[0]?.message}`);
  const root = new SampleNode('root', null);
  new Builder(resolveNamespaces(document)).addAll(document.children, root, []);
  return root;
}

class Builder {
  readonly #names: Namespaces['names'];

  constructor({ names }: Namespaces) {
    this.#names = names;
  }

  addAll(nodes: readonly XmlNode[], parent: SampleNode, scope: readonly ExpandedName[]): void {
    for (const node of nodes) this.#add(node, parent, scope);
  }

  #add(node: XmlNode, parent: SampleNode, scope: readonly ExpandedName[]): void {
    switch (node.kind) {
      case 'text':
      case 'cdata':
        if (parent.kind === 'element') addText(parent, node.value.text);
        break;
      case 'comment':
        parent.children.push(new SampleNode('comment', parent, node.value));
        break;
      case 'instruction':
        parent.children.push(
          new SampleNode('processing-instruction', parent, node.value, plain(node.target)),
        );
        break;
      case 'element':
        this.#addElement(node, parent, scope);
        break;
      default:
    }
  }

  #addElement(source: XmlElement, parent: SampleNode, outer: readonly ExpandedName[]): void {
    const element = new SampleNode('element', parent, '', this.#names.get(source));
    parent.children.push(element);
    const declared = source.attributes.filter(({ name }) => /^xmlns(?::|$)/.test(name));
    const scope = [
      ...declared.map(({ name, value }) => ({ ...plain(name.slice(6)), namespace: value.text })),
      ...outer.filter(({ local }) => !declared.some(({ name }) => name.slice(6) === local)),
    ];
    for (const attribute of source.attributes) {
      if (declared.includes(attribute)) continue;
      const name = this.#names.get(attribute);
      element.attributes.push(new SampleNode('attribute', element, attribute.value.text, name));
    }
    for (const { local, namespace } of [...scope, { local: 'xml', namespace: xmlNamespace }]) {
      if (namespace === '') continue;
      element.namespaces.push(new SampleNode('namespace', element, namespace, plain(local)));
    }
    this.addAll(source.children, element, scope);
  }
}

function plain(local: string): ExpandedName {
  return { prefix: '', local, namespace: '' };
}

/** Text side by side is one node. */
function addText(parent: SampleNode, text: string): void {
  const last = parent.children.at(-1);
  if (last?.kind === 'text') last.text += text;
  else if (text !== '') parent.children.push(new SampleNode('text', parent, text));
}

export const samples: XPathTree<SampleNode> = {
  kindOf: ({ kind }) => kind,
  parentOf: ({ parent }) => parent,
  firstChildOf: ({ children }) => children[0] ?? null,
  lastChildOf: ({ children }) => children.at(-1) ?? null,
  nextSiblingOf: (node) => node.sibling(1),
  previousSiblingOf: (node) => node.sibling(-1),
  attributesOf: ({ attributes }) => attributes,
  namespacesOf: ({ namespaces }) => namespaces,
  localNameOf: ({ name }) => name.local,
  namespaceOf: ({ name }) => name.namespace,
  prefixOf: ({ name }) => name.prefix,
  valueOf: ({ value }) => value,
  elementWithId: (id, node) => withId(id, topOf(node)),
};

function topOf(node: SampleNode): SampleNode {
  return node.parent ? topOf(node.parent) : node;
}

/** Attributes named `id` are IDs here. */
function withId(id: string, node: SampleNode): SampleNode | null {
  if (node.attributes.some(({ name, text }) => name.local === 'id' && text === id)) return node;
  for (const child of node.children) {
    const found = withId(id, child);
    if (found) return found;
  }
  return null;
}
