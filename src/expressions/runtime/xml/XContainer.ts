import type { Environment } from '../Environment.ts';
import { Chain } from './Chain.ts';
import { isPlainText } from './kindsOfNodes.ts';
import type { XAttribute } from './XAttribute.ts';
import { XNode } from './XNode.ts';
import { XText } from './XText.ts';

/** A node that holds others: System.Xml.Linq.XContainer. */
export abstract class XContainer extends XNode {
  readonly nodes = new Chain<XNode>();
  /** The content is an empty text, which no node stands for: `<a></a>`, not `<a />`. */
  isEmptyText = false;

  /** Whether there is no content at all. */
  get isEmpty(): boolean {
    return this.nodes.first === null && !this.isEmptyText;
  }

  /** @throws ArgumentException, InvalidOperationException when the node cannot stand there */
  abstract validateNode(node: XNode, previous: XNode | null): void;

  /** @throws ArgumentException when the text cannot stand here */
  abstract validateText(text: string): void;

  /** @throws ArgumentException, InvalidOperationException */
  abstract addAttribute(attribute: XAttribute, environment: Environment): void;

  /** Puts a node in that is known to fit and to have no parent: behind another, or first. */
  insertAfter(previous: XNode | null, node: XNode): void {
    node.container = this;
    this.isEmptyText = false;
    this.nodes.insertAfter(previous, node);
  }

  append(node: XNode): void {
    this.insertAfter(this.nodes.last, node);
  }

  removeNode(node: XNode): void {
    this.nodes.remove(node);
    node.container = null;
    this.isEmptyText = false;
  }

  removeNodes(environment: Environment): void {
    environment.spend(1 + (this.nodes.size >> 3));
    for (let { first } = this.nodes; first; first = this.nodes.first) this.removeNode(first);
    this.isEmptyText = false;
  }

  /**
   * Puts a text behind a node, or first: it becomes part of that node if it is a text. Gives the
   * node behind which the text's followers stand.
   * @throws LimitExceeded
   */
  insertText(previous: XNode | null, text: string, environment: Environment): XNode | null {
    if (this.isEmpty && text === '') this.isEmptyText = true;
    if (text === '') return previous;
    if (isPlainText(previous)) {
      environment.allowLength(previous.value.length + text.length);
      previous.value += text;
      return previous;
    }
    const own = new XText(text);
    this.insertAfter(previous, own);
    return own;
  }
}
