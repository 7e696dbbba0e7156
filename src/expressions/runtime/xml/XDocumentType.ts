import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import { verifyName } from './XName.ts';
import { XNode } from './XNode.ts';

/** What a document type declaration says; nothing of it is fetched or expanded. */
export interface DocumentTypeParts {
  readonly publicId: string | null;
  readonly systemId: string | null;
  readonly internalSubset: string | null;
}

/** System.Xml.Linq.XDocumentType. */
export class XDocumentType extends XNode implements DocumentTypeParts {
  #name: string;
  publicId: string | null;
  systemId: string | null;
  internalSubset: string | null;

  /** @throws XmlException */
  constructor(name: string, { publicId, systemId, internalSubset }: DocumentTypeParts) {
    super();
    this.#name = verifyName(name);
    this.publicId = publicId;
    this.systemId = systemId;
    this.internalSubset = internalSubset;
  }

  override get nodeType(): NodeType {
    return nodeTypes.DocumentType;
  }

  get name(): string {
    return this.#name;
  }

  /** @throws XmlException */
  set name(name: string) {
    this.#name = verifyName(name);
  }

  override copy(): XDocumentType {
    return new XDocumentType(this.name, this);
  }
}
