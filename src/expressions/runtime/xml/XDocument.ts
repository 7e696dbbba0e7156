import { isBlank } from '../../../lib/xml/characters.ts';
import { ArgumentException, InvalidOperationException } from '../exceptions.ts';
import { isDocumentType, isElement, isPlainText } from './kindsOfNodes.ts';
import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import { XContainer } from './XContainer.ts';
import type { XDeclaration } from './XDeclaration.ts';
import type { XDocumentType } from './XDocumentType.ts';
import { cannotAdd } from './XElement.ts';
import type { XElement } from './XElement.ts';
import type { XNode } from './XNode.ts';

/** System.Xml.Linq.XDocument: at most one element, a document type before it, and no text. */
export class XDocument extends XContainer {
  declaration: XDeclaration | null = null;

  override get nodeType(): NodeType {
    return nodeTypes.Document;
  }

  get rootElement(): XElement | null {
    for (let at = this.nodes.first; at; at = at.next) if (isElement(at)) return at;
    return null;
  }

  get documentType(): XDocumentType | null {
    for (let at = this.nodes.first; at; at = at.next) if (isDocumentType(at)) return at;
    return null;
  }

  override copy(): XDocument {
    const copy = new XDocument();
    copy.declaration = this.declaration?.copy() ?? null;
    copy.isEmptyText = this.isEmptyText;
    return copy;
  }

  override validateNode(node: XNode, previous: XNode | null): void {
    if (isPlainText(node)) return this.validateText(node.value);
    if (isElement(node)) return this.#validatePlace(previous, nodeTypes.DocumentType, null);
    if (isDocumentType(node)) return this.#validatePlace(previous, null, nodeTypes.Element);
    if (node.nodeType === nodeTypes.CDATA || node.nodeType === nodeTypes.Document) {
      throw cannotAdd(node);
    }
  }

  /** Of elements and document types, at most one of `before` may stand in front, and so on. */
  #validatePlace(previous: XNode | null, before: NodeType | null, after: NodeType | null): void {
    let allowed = previous ? before : after;
    for (let at = this.nodes.first; at; at = at.next) {
      if (isElement(at) || isDocumentType(at)) {
        if (at.nodeType !== allowed) {
          throw new InvalidOperationException(
            'This operation would create an incorrectly structured document.',
          );
        }
        allowed = null;
      }
      if (at === previous) allowed = after;
    }
  }

  override validateText(text: string): void {
    if (isBlank(text)) return;
    throw new ArgumentException('Non-whitespace characters cannot be added to content.');
  }

  override addAttribute(): never {
    throw new ArgumentException('An attribute cannot be added to content.');
  }
}
