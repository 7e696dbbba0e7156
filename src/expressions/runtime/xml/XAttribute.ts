import { xmlNamespace, xmlnsNamespace } from '../../../lib/xml/namespaces.ts';
import { ArgumentException, InvalidOperationException } from '../exceptions.ts';
import type { Link } from './Chain.ts';
import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import type { XName } from './XName.ts';
import { XObject } from './XObject.ts';

/** System.Xml.Linq.XAttribute. */
export class XAttribute extends XObject implements Link<XAttribute> {
  readonly name: XName;
  next: XAttribute | null = null;
  previous: XAttribute | null = null;
  #value: string;

  /** @throws ArgumentException when it would declare a namespace that it must not */
  constructor(name: XName, value: string) {
    super();
    this.name = name;
    this.#value = value;
    checkDeclaration(name, value);
  }

  override get nodeType(): NodeType {
    return nodeTypes.Attribute;
  }

  get value(): string {
    return this.#value;
  }

  /** @throws ArgumentException */
  set value(value: string) {
    checkDeclaration(this.name, value);
    this.#value = value;
  }

  get isNamespaceDeclaration(): boolean {
    const { namespaceName, localName } = this.name;
    return namespaceName === '' ? localName === 'xmlns' : namespaceName === xmlnsNamespace;
  }

  /** The prefix that a namespace declaration declares; empty for the default namespace. */
  get declaredPrefix(): string {
    return this.name.namespaceName === '' ? '' : this.name.localName;
  }

  copy(): XAttribute {
    return new XAttribute(this.name, this.value);
  }

  /** @throws InvalidOperationException */
  remove(): void {
    const { parent } = this;
    if (!parent) throw new InvalidOperationException('The parent is missing.');
    parent.removeAttribute(this);
  }
}

const onlyXml =
  "The prefix 'xml' is bound to the namespace name 'http://www.w3.org/XML/1998/namespace'. Other prefixes must not be bound to this namespace name, and it must not be declared as the default namespace.";
const onlyXmlns =
  "The prefix 'xmlns' is bound to the namespace name 'http://www.w3.org/2000/xmlns/'. It must not be declared. Other prefixes must not be bound to this namespace name, and it must not be declared as the default namespace.";

/** Namespaces in XML 1.0 §2.2 and §3. @throws ArgumentException */
function checkDeclaration({ namespaceName, localName }: XName, value: string): void {
  if (namespaceName === xmlnsNamespace) {
    if (value === '') {
      throw new ArgumentException(
        `The prefix '${localName}' cannot be bound to the empty namespace name.`,
      );
    }
    if (value === xmlNamespace ? localName !== 'xml' : localName === 'xml') {
      throw new ArgumentException(onlyXml);
    }
    if (value === xmlnsNamespace || localName === 'xmlns') throw new ArgumentException(onlyXmlns);
  } else if (namespaceName === '' && localName === 'xmlns') {
    if (value === xmlNamespace) throw new ArgumentException(onlyXml);
    if (value === xmlnsNamespace) throw new ArgumentException(onlyXmlns);
  }
}
