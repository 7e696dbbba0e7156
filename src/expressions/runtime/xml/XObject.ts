import { isDocument, isElement } from './kindsOfNodes.ts';
import type { NodeType } from './nodeTypes.ts';
import type { XContainer } from './XContainer.ts';
import type { XDocument } from './XDocument.ts';
import type { XElement } from './XElement.ts';

/** A node or an attribute: System.Xml.Linq.XObject. */
export abstract class XObject {
  /** What it stands in; for a node at the top of a document, that is the document. */
  container: XContainer | null = null;

  abstract get nodeType(): NodeType;

  /** `Parent`, which is an element always. */
  get parent(): XElement | null {
    return isElement(this.container) ? this.container : null;
  }

  get document(): XDocument | null {
    const { root } = this;
    return isDocument(root) ? root : null;
  }

  /** What stands at the top of the tree that this is part of. */
  get root(): XObject {
    let at: XObject = this.container ?? this;
    while (at.container) at = at.container;
    return at;
  }
}
