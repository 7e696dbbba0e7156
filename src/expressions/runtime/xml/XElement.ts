import type { Environment } from '../Environment.ts';
import { ArgumentException, InvalidOperationException } from '../exceptions.ts';
import { Chain } from './Chain.ts';
import { isDocument, isDocumentType } from './kindsOfNodes.ts';
import { nodeTypeName, nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import type { XAttribute } from './XAttribute.ts';
import { XContainer } from './XContainer.ts';
import { XName } from './XName.ts';
import type { XNode } from './XNode.ts';

/** System.Xml.Linq.XElement. */
export class XElement extends XContainer {
  name: XName;
  readonly attributes = new Chain<XAttribute>();

  constructor(name: XName) {
    super();
    this.name = name;
  }

  override get nodeType(): NodeType {
    return nodeTypes.Element;
  }

  override copy(): XElement {
    const copy = new XElement(this.name);
    for (let at = this.attributes.first; at; at = at.next) copy.appendAttribute(at.copy());
    copy.isEmptyText = this.isEmptyText;
    return copy;
  }

  override validateNode(node: XNode): void {
    if (isDocument(node) || isDocumentType(node)) throw cannotAdd(node);
  }

  override validateText(_text: string): void {
    // Any text can stand in an element.
  }

  /** An attribute that already stands somewhere is copied. @throws InvalidOperationException */
  override addAttribute(attribute: XAttribute, environment: Environment): void {
    if (this.attribute(attribute.name, environment)) {
      throw new InvalidOperationException('Duplicate attribute.');
    }
    this.appendAttribute(attribute.container ? attribute.copy() : attribute);
  }

  /** Puts an attribute in that has no parent and a name of its own. */
  appendAttribute(attribute: XAttribute): void {
    attribute.container = this;
    this.attributes.append(attribute);
  }

  removeAttribute(attribute: XAttribute): void {
    this.attributes.remove(attribute);
    attribute.container = null;
  }

  removeAttributes(environment: Environment): void {
    environment.spend(1 + (this.attributes.size >> 3));
    for (let { first } = this.attributes; first; first = this.attributes.first) {
      this.removeAttribute(first);
    }
  }

  attribute(name: XName, environment: Environment): XAttribute | null {
    environment.spend(1 + (this.attributes.size >> 4));
    for (let at = this.attributes.first; at; at = at.next) {
      if (XName.areEqual(at.name, name)) return at;
    }
    return null;
  }
}

/** Of nodes that cannot stand in a container at all. */
export function cannotAdd(node: XNode): ArgumentException {
  return new ArgumentException(
    `A node of type ${nodeTypeName(node.nodeType)} cannot be added to content.`,
  );
}
