/** Texts as trees: the static `Parse` of XElement and XDocument. */
import { isBlank } from '../../../lib/xml/characters.ts';
import { resolveNamespaces, xmlNamespace } from '../../../lib/xml/namespaces.ts';
import type { ExpandedName, Namespaces } from '../../../lib/xml/namespaces.ts';
import type {
  XmlAttribute,
  XmlDeclaration,
  XmlDocument,
  XmlElement,
  XmlNode,
} from '../../../lib/xml/nodes.ts';
import { parseXml } from '../../../lib/xml/parse.ts';
import { SourceText } from '../../../lib/source/SourceText.ts';
import type { Environment } from '../Environment.ts';
import { XmlException } from '../exceptions.ts';
import { XAttribute } from './XAttribute.ts';
import { XComment } from './XComment.ts';
import type { XContainer } from './XContainer.ts';
import { XDeclaration } from './XDeclaration.ts';
import { XDocument } from './XDocument.ts';
import { XDocumentType } from './XDocumentType.ts';
import { XElement } from './XElement.ts';
import { throwXmlProblem } from './xmlProblem.ts';
import { XName } from './XName.ts';
import { XNamespace } from './XNamespace.ts';
import type { XNode } from './XNode.ts';
import { XProcessingInstruction } from './XProcessingInstruction.ts';
import { XCData, XText } from './XText.ts';

/** Values of `System.Xml.Linq.LoadOptions`, which are flags. */
export const loadOptions = {
  None: 0,
  PreserveWhitespace: 1,
  SetBaseUri: 2,
  SetLineInfo: 4,
} as const;

/** `XElement.Parse` @throws XmlException, LimitExceeded */
export function parseElement(text: string, options: number, environment: Environment): XElement {
  const read = readXml(text, environment);
  const reader = new TreeReader(read, options);
  // A well-formed document has a root element: the parser says so otherwise.
  return reader.element(read.document.root!);
}

/** `XDocument.Parse` @throws XmlException, LimitExceeded */
export function parseDocument(text: string, options: number, environment: Environment): XDocument {
  const read = readXml(text, environment);
  const reader = new TreeReader(read, options);
  return reader.document(read.document.children);
}

interface ReadXml {
  readonly document: XmlDocument;
  readonly names: Namespaces['names'];
}

/** Nodes and attributes of one text. */
const mostNodes = 500_000;

function readXml(text: string, environment: Environment): ReadXml {
  environment.spend(1 + (text.length >> 5));
  // A byte order mark is for bytes; in a string it is a character that has no place there.
  if (text.startsWith('\u{feff}')) {
    throw new XmlException('Data at the root level is invalid.', null, 1, 1);
  }
  const source = new SourceText('xml', text);
  const limits = {
    length: environment.limits.maxStringLength,
    nodes: Math.min(mostNodes, environment.limits.maxItems),
    depth: 1000,
    attributes: 1000,
    problems: 20,
  };
  // No entity is ever declared, so none can grow or reach out: a document type is kept as text.
  const { document, problems } = parseXml(source, { doctype: 'keep', normalize: true, limits });
  if (!document || problems.length > 0) throwXmlProblem(problems, limits);
  checkVersion(document);
  const { names, problems: nameProblems } = resolveNamespaces(document);
  if (nameProblems.length > 0) throwXmlProblem(nameProblems, limits);
  return { document, names };
}

/** The parser takes all of XML 1.x, .NET only 1.0. @throws XmlException */
function checkVersion({ source, children: [first] }: XmlDocument): void {
  if (first?.kind !== 'declaration' || first.version === undefined) return;
  if (first.version === '1.0') return;
  const { line, column } = source.positionAt(first.span.start + first.raw.indexOf(first.version));
  throw new XmlException(`Version number '${first.version}' is invalid.`, null, line, column);
}

/** Makes nodes of what was read. Recursion is as deep as the parser lets elements be. */
class TreeReader {
  readonly #names: Namespaces['names'];
  readonly #keepsSpace: boolean;
  readonly #known = new Map<string, XName>();
  readonly #namespaces = new Map<string, XNamespace>([['', XNamespace.none]]);

  constructor({ names }: ReadXml, options: number) {
    this.#names = names;
    this.#keepsSpace = (options & loadOptions.PreserveWhitespace) !== 0;
  }

  document(nodes: readonly XmlNode[]): XDocument {
    const document = new XDocument();
    for (const node of nodes) {
      if (node.kind === 'declaration') document.declaration = declarationOf(node);
    }
    this.#append(document, nodes, false);
    return document;
  }

  element(read: XmlElement, keepsSpace = false): XElement {
    const element = new XElement(this.#nameOf(read));
    let keeps = keepsSpace;
    for (const attribute of read.attributes) {
      const name = this.#nameOf(attribute);
      element.appendAttribute(new XAttribute(name, attribute.value.text));
      if (name.localName === 'space' && name.namespaceName === xmlNamespace) {
        keeps = attribute.value.text === 'preserve';
      }
    }
    this.#append(element, read.children, keeps);
    if (!element.nodes.first && !read.selfClosing) element.isEmptyText = true;
    return element;
  }

  /** White space between markup counts only when asked for, or where xml:space says so. */
  #append(container: XContainer, nodes: readonly XmlNode[], keepsSpace: boolean): void {
    const keeps = keepsSpace || this.#keepsSpace;
    for (const node of nodes) {
      const own = this.#node(node, keeps, keepsSpace);
      if (own) container.append(own);
    }
  }

  #node(node: XmlNode, keepsBlank: boolean, keepsSpace: boolean): XNode | undefined {
    switch (node.kind) {
      case 'element':
        return this.element(node, keepsSpace);
      case 'text': {
        const { text } = node.value;
        return text === '' || (!keepsBlank && isBlank(text)) ? undefined : new XText(text);
      }
      case 'cdata':
        return new XCData(node.value.text);
      case 'comment':
        return new XComment(node.value);
      case 'instruction':
        return new XProcessingInstruction(node.target, node.value);
      case 'doctype':
        return new XDocumentType(node.name, {
          publicId: node.publicId ?? null,
          systemId: node.systemId ?? null,
          internalSubset: node.internalSubset ?? '',
        });
      default:
        return undefined;
    }
  }

  #nameOf(node: XmlElement | XmlAttribute): XName {
    // Names without namespace are those that were reported, and then nothing is made.
    const { namespace, local }: Pick<ExpandedName, 'namespace' | 'local'> = this.#names.get(node)!;
    const { name } = node;
    const known = this.#known.get(name);
    if (known?.namespaceName === namespaceOfName(namespace, name)) return known;
    const own = new XName(this.#namespace(namespaceOfName(namespace, name)), local);
    this.#known.set(name, own);
    return own;
  }

  #namespace(name: string): XNamespace {
    const known = this.#namespaces.get(name);
    if (known) return known;
    const namespace = new XNamespace(name);
    this.#namespaces.set(name, namespace);
    return namespace;
  }
}

/** In .NET's trees the attribute `xmlns` is in no namespace. */
function namespaceOfName(namespace: string, name: string): string {
  return name === 'xmlns' ? '' : namespace;
}

function declarationOf({ version, encoding, standalone }: XmlDeclaration): XDeclaration {
  return new XDeclaration(version ?? null, encoding ?? null, standalone ?? null);
}
