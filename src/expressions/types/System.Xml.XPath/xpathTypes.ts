/** The table of the types of System.Xml.XPath, and what they are made of. */
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { XmlIXmlNamespaceResolver } from '../System.Xml/IXmlNamespaceResolver.ts';
import { XmlNameTable, XmlXmlNameTable } from '../System.Xml/NameTable.ts';
import { XmlXmlNamespaceManager } from '../System.Xml/XmlNamespaceManager.ts';
import { XmlXmlNamespaceScope } from '../System.Xml/XmlNamespaceScope.ts';
import { XmlXmlNodeOrder } from '../System.Xml/XmlNodeOrder.ts';
import { XPathExtensions } from './Extensions.ts';
import { XPathIXPathNavigable } from './IXPathNavigable.ts';
import { XPathXmlCaseOrder, XPathXmlDataType, XPathXmlSortOrder } from './sorting.ts';
import { XPathXPathExpression } from './XPathExpression.ts';
import { XPathXPathItem } from './XPathItem.ts';
import { XPathXPathNamespaceScope } from './XPathNamespaceScope.ts';
import { XPathXPathNavigator } from './XPathNavigator.ts';
import { XPathXPathNodeIterator } from './XPathNodeIterator.ts';
import { XPathXPathNodeType } from './XPathNodeType.ts';
import { XPathXPathResultType } from './XPathResultType.ts';
import { XPathXPathException } from './XPathException.ts';

export const xpathTypes: readonly TypeDefinition[] = [
  XPathExtensions,
  XPathIXPathNavigable,
  XPathXPathException,
  XPathXPathExpression,
  XPathXPathItem,
  XPathXPathNamespaceScope,
  XPathXPathNavigator,
  XPathXPathNodeIterator,
  XPathXPathNodeType,
  XPathXPathResultType,
  XPathXmlCaseOrder,
  XPathXmlDataType,
  XPathXmlSortOrder,
  XmlIXmlNamespaceResolver,
  XmlNameTable,
  XmlXmlNameTable,
  XmlXmlNamespaceManager,
  XmlXmlNamespaceScope,
  XmlXmlNodeOrder,
];
