/** Nodes as text: XNode.ToString and Save. */
import { xmlNamespace, xmlnsNamespace } from '../../../lib/xml/namespaces.ts';
import { ArgumentException } from '../exceptions.ts';
import { DeclaredPrefixes } from './DeclaredPrefixes.ts';
import { isDocument, isDocumentType, isElement, isText } from './kindsOfNodes.ts';
import { nodeTypes } from './nodeTypes.ts';
import { visit } from './walk.ts';
import { WrittenNamespaces } from './WrittenNamespaces.ts';
import type { XAttribute } from './XAttribute.ts';
import { XComment } from './XComment.ts';
import type { XElement } from './XElement.ts';
import type { XName } from './XName.ts';
import { XmlTextWriter } from './XmlTextWriter.ts';
import type { XNode } from './XNode.ts';
import { owing } from './OwedWork.ts';
import type { Allowance } from './OwedWork.ts';
import { XProcessingInstruction } from './XProcessingInstruction.ts';

/** Values of `System.Xml.Linq.SaveOptions`, which are flags. */
export const saveOptions = { None: 0, DisableFormatting: 1, OmitDuplicateNamespaces: 2 } as const;

/** `ToString(SaveOptions)`. @throws LimitExceeded, XmlException, ArgumentException */
export function xmlText(node: XNode, options: number = saveOptions.None): string {
  return owing((work) => new NodeWriter(options, work).write(node).text);
}

/** What `Save` writes: a declaration, then the node. @throws as `xmlText` */
export function savedText(
  node: XNode,
  options: number,
  encoding: string,
  standalone: string | null,
): string {
  return owing((work) => {
    const writer = new NodeWriter(options, work);
    writer.declaration(encoding, standalone);
    return writer.write(node).text;
  });
}

/** `XAttribute.ToString()` @throws LimitExceeded, ArgumentException */
export function attributeText(attribute: XAttribute): string {
  return owing((work) => {
    const writer = new XmlTextWriter(false, work);
    const { namespaceName, localName } = attribute.name;
    const prefix = namespaceName === '' ? '' : (prefixAround(attribute, work) ?? 'p0');
    writer.attribute(qualified(prefix, localName), attribute.value);
    return writer.text.slice(1);
  });
}

function prefixAround({ parent, name }: XAttribute, work: Allowance): string | undefined {
  const prefixes = new DeclaredPrefixes(work);
  if (parent) {
    prefixes.pushAncestors(parent);
    prefixes.push(parent);
  }
  return prefixFor(prefixes, name.namespaceName, false);
}

function prefixFor(
  prefixes: DeclaredPrefixes,
  namespace: string,
  takesDefault: boolean,
): string | undefined {
  if (namespace === '') return '';
  const prefix = prefixes.prefixOf(namespace, takesDefault);
  if (prefix !== undefined) return prefix;
  if (namespace === xmlNamespace) return 'xml';
  return namespace === xmlnsNamespace ? 'xmlns' : undefined;
}

class NodeWriter {
  readonly #out: XmlTextWriter;
  readonly #written: WrittenNamespaces;
  readonly #prefixes: DeclaredPrefixes;
  readonly #work: Allowance;
  /** The names of the elements that are open, as written. */
  readonly #open: string[] = [];

  constructor(options: number, work: Allowance) {
    this.#work = work;
    this.#prefixes = new DeclaredPrefixes(work);
    this.#out = new XmlTextWriter((options & saveOptions.DisableFormatting) === 0, work);
    this.#written = new WrittenNamespaces((options & saveOptions.OmitDuplicateNamespaces) !== 0);
  }

  get text(): string {
    return this.#out.text;
  }

  declaration(encoding: string, standalone: string | null): void {
    this.#out.declaration(encoding, standalone);
  }

  write(top: XNode): this {
    if (isElement(top)) this.#prefixes.pushAncestors(top);
    visit(
      top,
      (node) => this.#start(node),
      (container) => {
        if (isElement(container)) this.#endElement(container);
      },
    );
    return this;
  }

  /** Writes a node, of an element its start tag. */
  #start(node: XNode): void {
    this.#work.spend();
    if (isElement(node)) this.#startElement(node);
    else if (!isDocument(node)) this.#writeLeaf(node);
  }

  #writeLeaf(node: XNode): void {
    if (node.nodeType === nodeTypes.CDATA && isText(node)) this.#out.cdata(node.value);
    else if (isText(node)) this.#out.string(node.value);
    else if (node instanceof XComment) this.#out.comment(node.value);
    else if (node instanceof XProcessingInstruction) {
      this.#out.processingInstruction(node.target, node.data);
    } else if (isDocumentType(node)) {
      const { name, publicId, systemId, internalSubset } = node;
      this.#out.documentType(name, publicId, systemId, internalSubset);
    }
  }

  #startElement(element: XElement): void {
    this.#prefixes.push(element);
    const { namespaceName, localName } = element.name;
    const wished = prefixFor(this.#prefixes, namespaceName, true);
    if (wished === 'xmlns')
      throw new ArgumentException('Prefix "xmlns" is reserved for use by XML.');
    const prefix = this.#written.startElement(wished, namespaceName);
    const name = qualified(prefix, localName);
    this.#open.push(name);
    this.#out.startElement(name);
    for (let at = element.attributes.first; at; at = at.next) this.#writeAttribute(at);
    for (const needed of this.#written.needed()) {
      this.#out.attribute(declarationName(needed.prefix), needed.namespace);
    }
    if (!element.isEmpty) this.#out.endStartTag();
  }

  #writeAttribute(attribute: XAttribute): void {
    const { name, value } = attribute;
    if (attribute.isNamespaceDeclaration) {
      const prefix = attribute.declaredPrefix;
      if (this.#written.declare(prefix, value)) this.#out.attribute(declarationName(prefix), value);
      return;
    }
    const prefix = isOfXml(attribute) ? 'xml' : this.#prefixOf(name);
    this.#out.attribute(qualified(prefix, name.localName), value);
  }

  #prefixOf({ namespaceName }: XName): string {
    const wished = prefixFor(this.#prefixes, namespaceName, false);
    return this.#written.attribute(wished, namespaceName);
  }

  #endElement(element: XElement): void {
    const name = this.#open.pop() ?? '';
    if (element.isEmpty) this.#out.endEmptyElement();
    else this.#out.endElement(name, element.nodes.first !== null);
    this.#written.endElement();
    this.#prefixes.pop();
  }
}

/** Whether it is `xml:lang` or `xml:space`, which bind nothing. @throws ArgumentException */
function isOfXml({ name, value }: XAttribute): boolean {
  if (name.namespaceName !== xmlNamespace) return false;
  if (name.localName !== 'space') return name.localName === 'lang';
  if (/^[ \t\r\n]*(?:default|preserve)[ \t\r\n]*$/.test(value)) return true;
  throw new ArgumentException(`'${value}' is an invalid xml:space value.`);
}

function qualified(prefix: string, localName: string): string {
  return prefix === '' ? localName : `${prefix}:${localName}`;
}

function declarationName(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
}
