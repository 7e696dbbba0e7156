import type { Diagnostic } from '../source/Diagnostic.ts';
import type { SourceText, Span } from '../source/SourceText.ts';
import { isNCName } from './characters.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './nodes.ts';
import type { XmlProblem } from './problems.ts';
import { xmlProblem } from './problems.ts';

/** Bound to the prefix `xml` in every document: Namespaces §3. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Bound to the prefix `xmlns` in every document: Namespaces §3. */
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** An expanded name, with the prefix it was written with. */
export interface ExpandedName {
  /** Empty when there is none. */
  readonly prefix: string;
  readonly local: string;
  /** Empty when the name is in no namespace. */
  readonly namespace: string;
}

export interface Namespaces {
  /** Elements and attributes whose prefix is declared, and no others. */
  readonly names: ReadonlyMap<XmlElement | XmlAttribute, ExpandedName>;
  /** In the order of the text. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Gives the elements and attributes of a document their namespaces, by Namespaces in XML 1.0, third
 * edition (https://www.w3.org/TR/xml-names/). For namespace names as XML 1.0 §3.3.3 reports them,
 * parse with `normalize`.
 */
export function resolveNamespaces({ source, children }: XmlDocument): Namespaces {
  const resolver = new Resolver(source);
  for (const child of children) resolver.resolve(child);
  const problems = resolver.problems.toSorted((a, b) => a.span.start - b.span.start);
  return { names: resolver.names, problems };
}

class Resolver {
  readonly names = new Map<XmlElement | XmlAttribute, ExpandedName>();
  readonly problems: Diagnostic[] = [];
  readonly #source: SourceText;
  /** For each prefix, what it stands for here, below it what it stands for further out. */
  readonly #scopes = new Map<string, string[]>([
    ['', ['']],
    ['xml', [xmlNamespace]],
    ['xmlns', [xmlnsNamespace]],
  ]);

  constructor(source: SourceText) {
    this.#source = source;
  }

  resolve(node: XmlNode): void {
    // Namespaces §7.
    if (node.kind === 'instruction' && node.target.includes(':')) {
      this.#report('XML1507', node.span, node.target);
    }
    if (node.kind !== 'element') return;
    const declared = node.attributes.filter((attribute) => this.#declare(attribute));
    this.#name(node);
    for (const attribute of node.attributes) this.#name(attribute);
    this.#checkUnique(node);
    for (const child of node.children) this.resolve(child);
    for (const { name } of declared) this.#scopes.get(prefixDeclaredBy(name) ?? '')?.pop();
  }

  /** Whether the attribute declares a namespace; one that must not is reported, and does not. */
  #declare(attribute: XmlAttribute): boolean {
    const prefix = prefixDeclaredBy(attribute.name);
    if (prefix === undefined) return false;
    const namespace = attribute.value.text;
    const problem = problemOfDeclaring(prefix, namespace);
    if (problem !== undefined) {
      this.#report(problem, attribute.nameSpan, prefix);
      return false;
    }
    const scope = this.#scopes.get(prefix);
    if (scope === undefined) this.#scopes.set(prefix, [namespace]);
    else scope.push(namespace);
    return true;
  }

  #name(node: XmlElement | XmlAttribute): void {
    const { name, kind } = node;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (!isNCName(local) || colon === 0) return this.#report('XML1502', node.nameSpan, name);
    // Namespaces §3, "Reserved Prefixes and Namespace Names".
    if (kind === 'element' && prefix === 'xmlns')
      return this.#report('XML1506', node.nameSpan, name);
    // Namespaces §6.2: the default namespace does not apply to attributes.
    const bare = kind === 'attribute' && prefix === '';
    const namespace = bare
      ? name === 'xmlns'
        ? xmlnsNamespace
        : ''
      : this.#scopes.get(prefix)?.at(-1);
    if (namespace === undefined) this.#report('XML1501', node.nameSpan, prefix);
    else this.names.set(node, { prefix, local, namespace });
  }

  /** Namespaces §6.3. Attributes that are written alike were reported when they were read. */
  #checkUnique({ attributes }: XmlElement): void {
    const first = new Map<string, XmlAttribute>();
    for (const attribute of attributes) {
      const name = this.names.get(attribute);
      if (name === undefined || name.prefix === '') continue;
      const key = `${name.local}:${name.namespace}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, attribute);
      else if (other.name !== attribute.name) {
        this.#report('XML1503', attribute.nameSpan, other.name, attribute.name);
      }
    }
  }

  #report(code: XmlProblem, span: Span, ...values: string[]): void {
    this.problems.push(xmlProblem(code, this.#source, span, values));
  }
}

/** The prefix that an attribute of this name declares, empty for `xmlns`; undefined for others. */
function prefixDeclaredBy(name: string): string | undefined {
  if (name === 'xmlns') return '';
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
}

/** Namespaces §2.2 "No Prefix Undeclaring" and §3 "Reserved Prefixes and Namespace Names". */
function problemOfDeclaring(prefix: string, namespace: string): XmlProblem | undefined {
  if (prefix === 'xml' && namespace === xmlNamespace) return undefined;
  if (prefix === 'xml' || prefix === 'xmlns') return 'XML1504';
  if (namespace === xmlNamespace || namespace === xmlnsNamespace) return 'XML1504';
  return prefix !== '' && namespace === '' ? 'XML1505' : undefined;
}
