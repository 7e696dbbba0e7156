/** The table of the types of System.Xml.Linq and System.Xml. Adding a type is adding its line. */
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { XmlXmlException } from '../System.Xml/XmlException.ts';
import { XmlXmlNodeType } from '../System.Xml/XmlNodeType.ts';
import { LinqExtensions } from './Extensions.ts';
import { LinqLoadOptions } from './LoadOptions.ts';
import { LinqXNodeDocumentOrderComparer, LinqXNodeEqualityComparer } from './nodeComparers.ts';
import { LinqSaveOptions } from './SaveOptions.ts';
import { LinqXAttribute } from './XAttribute.ts';
import { LinqXComment } from './XComment.ts';
import { LinqXContainer } from './XContainer.ts';
import { LinqXDeclaration } from './XDeclaration.ts';
import { LinqXDocument } from './XDocument.ts';
import { LinqXDocumentType } from './XDocumentType.ts';
import { LinqXElement } from './XElement.ts';
import { LinqXName } from './XName.ts';
import { LinqXNamespace } from './XNamespace.ts';
import { LinqXNode } from './XNode.ts';
import { LinqXObject } from './XObject.ts';
import { LinqXProcessingInstruction } from './XProcessingInstruction.ts';
import { LinqXCData, LinqXText } from './XText.ts';

export const xmlTypes: readonly TypeDefinition[] = [
  LinqExtensions,
  LinqLoadOptions,
  LinqSaveOptions,
  LinqXAttribute,
  LinqXCData,
  LinqXComment,
  LinqXContainer,
  LinqXDeclaration,
  LinqXDocument,
  LinqXDocumentType,
  LinqXElement,
  LinqXName,
  LinqXNamespace,
  LinqXNode,
  LinqXNodeDocumentOrderComparer,
  LinqXNodeEqualityComparer,
  LinqXObject,
  LinqXProcessingInstruction,
  LinqXText,
  XmlXmlException,
  XmlXmlNodeType,
];
