/**
 * XML as JSON: what a JsonSerializer with default settings writes of a node, by Newtonsoft's
 * XmlNodeConverter (https://www.newtonsoft.com/json/help/html/ConvertingJSONandXML.htm). Names are
 * written as they stand, and no namespace but those that attributes declare, as before its version 8.
 */
import { xmlNamespace, xmlnsNamespace } from '../../../lib/xml/namespaces.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { DeclaredPrefixes } from '../../runtime/xml/DeclaredPrefixes.ts';
import {
  isDocument,
  isDocumentType,
  isElement,
  isPlainText,
  isText,
} from '../../runtime/xml/kindsOfNodes.ts';
import { attributesOf, children } from '../../runtime/xml/walk.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import { XComment } from '../../runtime/xml/XComment.ts';
import type { XContainer } from '../../runtime/xml/XContainer.ts';
import { XDeclaration } from '../../runtime/xml/XDeclaration.ts';
import type { XElement } from '../../runtime/xml/XElement.ts';
import type { XName } from '../../runtime/xml/XName.ts';
import type { XObject } from '../../runtime/xml/XObject.ts';
import { XProcessingInstruction } from '../../runtime/xml/XProcessingInstruction.ts';
import type { JsonSink } from './JsonSink.ts';

/** The namespace of attributes that speak to the converter. */
const jsonNamespace = 'http://james.newtonking.com/projects/json';

type Part = XObject | XDeclaration;

/** @throws LimitExceeded */
export function writeXml(node: XObject, sink: JsonSink, environment: Environment): void {
  new XmlNodeConverter(sink, environment).writeRoot(node);
}

class XmlNodeConverter {
  readonly #sink: JsonSink;
  readonly #environment: Environment;
  readonly #prefixes: DeclaredPrefixes;

  constructor(sink: JsonSink, environment: Environment) {
    this.#sink = sink;
    this.#environment = environment;
    this.#prefixes = new DeclaredPrefixes(environment);
  }

  writeRoot(node: XObject): void {
    if (isElement(node)) this.#prefixes.pushAncestors(node);
    this.#sink.startObject();
    this.#write(node, true);
    this.#sink.end();
  }

  #write(part: Part, isNamed: boolean): void {
    this.#environment.spend();
    if (part instanceof XDeclaration) this.#writeDeclaration(part, isNamed);
    else if (isDocument(part)) this.#writeGroups(part, isNamed);
    else if (isElement(part)) this.#writeElement(part, isNamed);
    else if (isDocumentType(part)) {
      const { name, publicId, systemId, internalSubset } = part;
      const parts = { name, public: publicId, system: systemId, internalSubset };
      this.#writeParts('!DOCTYPE', parts, isNamed);
    } else if (part instanceof XComment) {
      if (isNamed) this.#sink.comment(part.value);
    } else if (!isForConverter(part)) {
      this.#name(part, isNamed);
      this.#sink.value(valueOf(part));
    }
  }

  #writeDeclaration({ version, encoding, standalone }: XDeclaration, isNamed: boolean): void {
    this.#writeParts('?xml', { version, encoding, standalone }, isNamed);
  }

  /** The parts of a declaration, those that are empty left out. */
  #writeParts(name: string, parts: Record<string, string | null>, isNamed: boolean): void {
    if (isNamed) this.#sink.name(name);
    this.#sink.startObject();
    for (const [part, value] of Object.entries(parts)) {
      if (!value) continue;
      this.#sink.name(`@${part}`);
      this.#sink.value(value);
    }
    this.#sink.end();
  }

  #writeElement(element: XElement, isNamed: boolean): void {
    if (isArray(element) && holdsItsLike(element)) return this.#writeGroups(element, false);
    this.#prefixes.push(element);
    this.#name(element, isNamed);
    const attributes = [...attributesOf(element, this.#environment)];
    const [first] = attributes;
    const only = element.nodes.size === 1 ? element.nodes.first : null;
    if (
      isPlainText(only) &&
      !attributes.some((each) => each.name.namespaceName !== jsonNamespace)
    ) {
      this.#sink.value(only.value);
    } else if (!first && element.nodes.size === 0) {
      this.#sink.value(element.isEmpty ? null : '');
    } else {
      this.#sink.startObject();
      for (const attribute of attributes) this.#write(attribute, true);
      this.#writeGroups(element, true);
      this.#sink.end();
    }
    this.#prefixes.pop();
  }

  /** Nodes of one name are written as an array, where the first of them stands. */
  #writeGroups(container: XContainer, areNamed: boolean): void {
    const groups = new Map<string, Part[]>();
    for (const part of this.#partsOf(container)) {
      const name = this.#nameOf(part);
      const group = groups.get(name);
      if (group) group.push(part);
      else groups.set(name, [part]);
    }
    for (const [name, group] of groups) this.#writeGroup(name, group, areNamed);
  }

  #writeGroup(name: string, group: readonly Part[], isNamed: boolean): void {
    const [first] = group;
    if (!first) return;
    if (group.length === 1 && !isArray(first)) return this.#write(first, isNamed);
    if (isNamed) this.#sink.name(name);
    this.#sink.startArray();
    for (const part of group) this.#write(part, false);
    this.#sink.end();
  }

  *#partsOf(container: XContainer): Generator<Part> {
    if (isDocument(container) && container.declaration) yield container.declaration;
    yield* children(container, this.#environment);
  }

  #name(part: XObject, isNamed: boolean): void {
    if (isNamed) this.#sink.name(this.#nameOf(part));
  }

  #nameOf(part: Part): string {
    if (part instanceof XDeclaration) return '?xml';
    if (part instanceof XAttribute) {
      const isForJson = part.name.namespaceName === jsonNamespace;
      return isForJson ? `$${part.name.localName}` : `@${this.#fullName(part.name)}`;
    }
    if (isElement(part)) return this.#fullName(part.name);
    if (part instanceof XProcessingInstruction) return `?${part.target}`;
    if (part instanceof XComment) return '#comment';
    if (isDocumentType(part)) return '!DOCTYPE';
    return isPlainText(part) ? '#text' : '#cdata-section';
  }

  #fullName({ namespaceName, localName }: XName): string {
    const prefix = this.#prefixOf(namespaceName);
    return prefix ? `${prefix}:${localName}` : localName;
  }

  #prefixOf(namespace: string): string | undefined {
    if (namespace === '') return undefined;
    if (namespace === xmlNamespace) return 'xml';
    if (namespace === xmlnsNamespace) return 'xmlns';
    return this.#prefixes.prefixOf(namespace, true);
  }
}

function valueOf(part: XObject): string {
  if (part instanceof XAttribute || isText(part)) return part.value;
  return part instanceof XProcessingInstruction ? part.data : '';
}

/** What speaks to the converter is not written. */
function isForConverter(part: XObject): boolean {
  if (!(part instanceof XAttribute)) return false;
  const { namespaceName, localName } = part.name;
  if (namespaceName === xmlnsNamespace) return part.value === jsonNamespace;
  return namespaceName === jsonNamespace && localName === 'Array';
}

/** Whether `json:Array="true"` asks for an array of one. */
function isArray(part: Part): boolean {
  if (part instanceof XDeclaration || !isElement(part)) return false;
  for (let at = part.attributes.first; at; at = at.next) {
    const { namespaceName, localName } = at.name;
    if (namespaceName === jsonNamespace && localName === 'Array') {
      return ['true', '1'].includes(at.value.trim());
    }
  }
  return false;
}

/** Whether all that an element holds has its name: then it is an array of arrays. */
function holdsItsLike({ name, nodes }: XElement): boolean {
  for (let at = nodes.first; at; at = at.next) {
    if (!isElement(at) || at.name.localName !== name.localName) return false;
  }
  return nodes.first !== null;
}
