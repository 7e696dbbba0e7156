import type { Environment } from '../../Environment.ts';
import { isElement } from '../kindsOfNodes.ts';
import { WrittenNamespaces } from '../WrittenNamespaces.ts';
import type { XElement } from '../XElement.ts';
import { XmlTextWriter } from '../XmlTextWriter.ts';
import { XNode } from '../XNode.ts';
import { LinqTree } from './LinqTree.ts';
import type { LinqNode } from './LinqTree.ts';

/** `XPathNavigator.OuterXml` of the nodes, one after the other. @throws LimitExceeded */
export function navigatedText(nodes: Iterable<LinqNode>, environment: Environment): string {
  const writer = new NavigatedWriter(environment);
  for (const node of nodes) writer.write(node);
  return writer.text;
}

/** Writes as `XmlWriter.WriteNode(XPathNavigator)` does: declarations come behind the attributes. */
class NavigatedWriter {
  readonly #tree: LinqTree;
  readonly #out: XmlTextWriter;
  readonly #written = new WrittenNamespaces(false);
  readonly #open: string[] = [];
  readonly #work: Environment;

  constructor(environment: Environment) {
    this.#work = environment;
    this.#tree = new LinqTree(environment);
    this.#out = new XmlTextWriter(true, environment, true);
  }

  get text(): string {
    return this.#out.text;
  }

  write(top: LinqNode): void {
    let at = top;
    for (;;) {
      this.#start(at);
      const first = this.#tree.firstChildOf(at);
      if (first) {
        at = first;
        continue;
      }
      this.#end(at);
      while (at !== top && !this.#tree.nextSiblingOf(at)) {
        at = this.#tree.parentOf(at) ?? top;
        this.#end(at);
      }
      const next = at === top ? null : this.#tree.nextSiblingOf(at);
      if (!next) return;
      at = next;
    }
  }

  #start(node: LinqNode): void {
    this.#work.spend();
    if (node instanceof XNode && isElement(node)) return this.#startElement(node);
    const value = this.#tree.kindOf(node) === 'root' ? '' : this.#tree.valueOf(node);
    switch (this.#tree.kindOf(node)) {
      case 'text':
        return this.#out.string(value);
      case 'comment':
        return this.#out.comment(value);
      case 'processing-instruction':
        return this.#out.processingInstruction(this.#tree.localNameOf(node), value);
      default:
    }
  }

  #startElement(element: XElement): void {
    const tree = this.#tree;
    const { namespaceName, localName } = element.name;
    const name = qualified(
      this.#written.startElement(tree.prefixOf(element), namespaceName),
      localName,
    );
    this.#open.push(name);
    this.#out.startElement(name);
    for (const attribute of tree.attributesOf(element)) {
      const prefix = this.#written.attribute(
        tree.prefixOf(attribute),
        attribute.name.namespaceName,
      );
      this.#out.attribute(qualified(prefix, attribute.name.localName), attribute.value);
    }
    this.#writeDeclarations(element);
    if (!element.isEmpty) this.#out.endStartTag();
  }

  /** The last comes first. */
  #writeDeclarations(element: XElement): void {
    const own = this.#tree
      .declarationsFor(element)
      .filter(({ parent }) => parent === element)
      .toReversed();
    for (const { declaredPrefix, value } of own) {
      if (!this.#written.declare(declaredPrefix, value)) continue;
      this.#out.attribute(declarationName(declaredPrefix), value);
    }
    for (const { prefix, namespace } of this.#written.needed()) {
      this.#out.attribute(declarationName(prefix), namespace);
    }
  }

  #end(node: LinqNode): void {
    if (!(node instanceof XNode) || !isElement(node)) return;
    const name = this.#open.pop() ?? '';
    if (node.isEmpty) this.#out.endEmptyElement();
    else this.#out.endElement(name, node.nodes.first !== null);
    this.#written.endElement();
  }
}

function qualified(prefix: string, localName: string): string {
  return prefix === '' ? localName : `${prefix}:${localName}`;
}

function declarationName(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
}
