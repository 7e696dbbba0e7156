/** What an object of a tree is, told by its node type so that the classes may know each other. */
import { nodeTypes } from './nodeTypes.ts';
import type { XContainer } from './XContainer.ts';
import type { XDocument } from './XDocument.ts';
import type { XDocumentType } from './XDocumentType.ts';
import type { XElement } from './XElement.ts';
import type { XObject } from './XObject.ts';
import type { XText } from './XText.ts';

type Maybe = XObject | null | undefined;

export function isElement(object: Maybe): object is XElement {
  return object?.nodeType === nodeTypes.Element;
}

export function isDocument(object: Maybe): object is XDocument {
  return object?.nodeType === nodeTypes.Document;
}

export function isContainer(object: Maybe): object is XContainer {
  return isElement(object) || isDocument(object);
}

/** A text that is no CDATA section. */
export function isPlainText(object: Maybe): object is XText {
  return object?.nodeType === nodeTypes.Text;
}

/** A text or a CDATA section. */
export function isText(object: Maybe): object is XText {
  return isPlainText(object) || object?.nodeType === nodeTypes.CDATA;
}

export function isDocumentType(object: Maybe): object is XDocumentType {
  return object?.nodeType === nodeTypes.DocumentType;
}
