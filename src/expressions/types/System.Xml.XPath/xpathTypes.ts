/** The table of the types of System.Xml.XPath, and what they are made of. */
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { XmlIXmlNamespaceResolver } from '../System.Xml/IXmlNamespaceResolver.ts';
import { XmlNameTable, XmlXmlNameTable } from '../System.Xml/NameTable.ts';
import { XmlXmlNamespaceManager } from '../System.Xml/XmlNamespaceManager.ts';
import { XmlXmlNamespaceScope } from '../System.Xml/XmlNamespaceScope.ts';
import { XPathExtensions } from './Extensions.ts';
import { XPathXPathException } from './XPathException.ts';

export const xpathTypes: readonly TypeDefinition[] = [
  XPathExtensions,
  XPathXPathException,
  XmlIXmlNamespaceResolver,
  XmlNameTable,
  XmlXmlNameTable,
  XmlXmlNamespaceManager,
  XmlXmlNamespaceScope,
];
