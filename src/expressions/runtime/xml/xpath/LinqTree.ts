import { xmlNamespace, xmlnsNamespace } from '../../../../lib/xml/namespaces.ts';
import type { NodeKind, XPathTree } from '../../../../lib/xpath/XPathTree.ts';
import { NotSupportedException } from '../../exceptions.ts';
import { elementText } from '../elementText.ts';
import { isContainer, isDocument, isElement, isText } from '../kindsOfNodes.ts';
import { nodeTypes } from '../nodeTypes.ts';
import type { NodeType } from '../nodeTypes.ts';
import type { Allowance } from '../OwedWork.ts';
import { prefixOfNamespace } from '../prefixes.ts';
import { XAttribute } from '../XAttribute.ts';
import { XComment } from '../XComment.ts';
import type { XContainer } from '../XContainer.ts';
import { XName } from '../XName.ts';
import { XNamespace } from '../XNamespace.ts';
import type { XElement } from '../XElement.ts';
import { XNode } from '../XNode.ts';
import { XProcessingInstruction } from '../XProcessingInstruction.ts';
import type { XText } from '../XText.ts';

/** A namespace in scope of an element: the declaration may stand further out. */
export class NamespaceNode {
  readonly element: XElement;
  readonly declaration: XAttribute;

  constructor(element: XElement, declaration: XAttribute) {
    this.element = element;
    this.declaration = declaration;
  }
}

/** What XPath finds in a tree. Of texts that stand side by side it is the first, for all of them. */
export type LinqNode = XNode | XAttribute | NamespaceNode;

/** The object that a node is: of a namespace, its declaration. */
export function placeOf(node: LinqNode): XNode | XAttribute {
  return node instanceof NamespaceNode ? node.declaration : node;
}

const kinds: Readonly<Partial<Record<NodeType, NodeKind>>> = {
  [nodeTypes.Document]: 'root',
  [nodeTypes.Element]: 'element',
  [nodeTypes.Attribute]: 'attribute',
  [nodeTypes.Comment]: 'comment',
  [nodeTypes.ProcessingInstruction]: 'processing-instruction',
};

/** Every document has it, though none must write it. */
const xmlDeclaration = new XAttribute(new XName(XNamespace.xmlns, 'xml'), xmlNamespace);

/**
 * How XPath sees the trees of System.Xml.Linq: as .NET's `XNode.CreateNavigator` does. A tree that
 * has no document has no root node; an element is at its top.
 */
export class LinqTree implements XPathTree<LinqNode> {
  readonly #work: Allowance;
  /** One object for one node, as long as the tree is looked at. */
  readonly #namespaces = new Map<XElement, readonly NamespaceNode[]>();

  constructor(work: Allowance) {
    this.#work = work;
  }

  kindOf(node: LinqNode): NodeKind {
    return node instanceof NamespaceNode ? 'namespace' : (kinds[node.nodeType] ?? 'text');
  }

  parentOf(node: LinqNode): LinqNode | null {
    return node instanceof NamespaceNode ? node.element : node.container;
  }

  firstChildOf(node: LinqNode): XNode | null {
    if (!isTree(node)) return null;
    let at = node.nodes.first;
    while (at && !isContent(at, node)) at = at.next;
    return at;
  }

  lastChildOf(node: LinqNode): XNode | null {
    if (!isTree(node)) return null;
    let at = node.nodes.last;
    while (at && !isContent(at, node)) at = at.previous;
    return at && this.firstOfRun(at);
  }

  nextSiblingOf(node: LinqNode): XNode | null {
    if (!(node instanceof XNode) || !node.container) return null;
    let isAfterText = isText(node);
    let at = node.next;
    for (; at && (!isContent(at, node.container) || (isAfterText && isText(at))); at = at.next) {
      this.#work.spend(1);
      isAfterText = isText(at);
    }
    return at;
  }

  previousSiblingOf(node: LinqNode): XNode | null {
    if (!(node instanceof XNode) || !node.container) return null;
    let at = this.firstOfRun(node).previous;
    while (at && !isContent(at, node.container)) at = at.previous;
    return at && this.firstOfRun(at);
  }

  /** The first of the texts that make one text node with this one. */
  firstOfRun(node: XNode): XNode {
    let first = node;
    while (isText(first) && isText(first.previous)) {
      this.#work.spend(1);
      first = first.previous;
    }
    return first;
  }

  attributesOf(node: LinqNode): readonly XAttribute[] {
    if (!(node instanceof XNode) || !isElement(node)) return [];
    return this.#attributes(node, false);
  }

  #attributes(element: XElement, areDeclarations: boolean): XAttribute[] {
    this.#work.spend(1 + (element.attributes.size >> 4));
    const found: XAttribute[] = [];
    for (let at = element.attributes.first; at; at = at.next) {
      if (at.isNamespaceDeclaration === areDeclarations) found.push(at);
    }
    return found;
  }

  namespacesOf(node: LinqNode): readonly NamespaceNode[] {
    if (!(node instanceof XNode) || !isElement(node)) return [];
    const known = this.#namespaces.get(node);
    if (known) return known;
    const found = this.declarationsFor(node)
      .filter(({ value }) => value !== '')
      .map((each) => new NamespaceNode(node, each));
    this.#namespaces.set(node, found);
    return found;
  }

  /** The declarations in force at an element, the nearest first. `xmlns=""` is one of them. */
  declarationsFor(element: XElement): XAttribute[] {
    const byPrefix = new Map<string, XAttribute>();
    for (let at: XElement | null = element; at; at = at.parent) {
      for (const each of this.#attributes(at, true)) {
        if (!byPrefix.has(each.declaredPrefix)) byPrefix.set(each.declaredPrefix, each);
      }
    }
    if (!byPrefix.has('xml')) byPrefix.set('xml', xmlDeclaration);
    return [...byPrefix.values()];
  }

  localNameOf(node: LinqNode): string {
    if (node instanceof NamespaceNode) return node.declaration.declaredPrefix;
    if (node instanceof XProcessingInstruction) return node.target;
    return nameOf(node)?.localName ?? '';
  }

  namespaceOf(node: LinqNode): string {
    return node instanceof NamespaceNode ? '' : (nameOf(node)?.namespaceName ?? '');
  }

  prefixOf(node: LinqNode): string {
    if (node instanceof NamespaceNode) return '';
    const name = nameOf(node);
    if (!name || name.namespaceName === '') return '';
    const element = node instanceof XAttribute ? node.parent : node;
    if (element instanceof XNode && isElement(element)) {
      return prefixOfNamespace(name.namespace, element, this.#work) ?? '';
    }
    return reservedPrefixes[name.namespaceName] ?? '';
  }

  valueOf(node: LinqNode): string {
    if (node instanceof NamespaceNode) return node.declaration.value;
    if (node instanceof XAttribute || node instanceof XComment) return node.value;
    if (node instanceof XProcessingInstruction) return node.data;
    if (isText(node)) return this.#runText(node);
    if (isElement(node)) return elementText(node, this.#work);
    return isDocument(node) && node.rootElement ? elementText(node.rootElement, this.#work) : '';
  }

  #runText(first: XText): string {
    let text = first.value;
    for (let at = first.next; first.container && isText(at); at = at.next) {
      text += at.value;
      this.#work.spend(1);
      this.#work.allowLength(text.length);
    }
    return text;
  }

  /** Nothing tells which attributes are IDs. @throws NotSupportedException */
  elementWithId(): never {
    throw new NotSupportedException('This XPathNavigator does not support IDs.');
  }
}

const reservedPrefixes: Readonly<Record<string, string>> = {
  [xmlNamespace]: 'xml',
  [xmlnsNamespace]: 'xmlns',
};

function isTree(node: LinqNode): node is XContainer {
  return node instanceof XNode && isContainer(node);
}

function nameOf(node: XNode | XAttribute): XName | undefined {
  if (node instanceof XAttribute) return node.name;
  return isElement(node) ? node.name : undefined;
}

/** White space and the document type at the top of a document are no nodes. */
function isContent(node: XNode, container: XContainer): boolean {
  return isElement(container) || (node.nodeType in kinds && !isText(node));
}
