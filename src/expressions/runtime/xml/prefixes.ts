/** What the namespace declarations around an element say. */
import { ArgumentException } from '../exceptions.ts';
import type { Allowance } from './OwedWork.ts';
import type { XAttribute } from './XAttribute.ts';
import type { XElement } from './XElement.ts';
import { XNamespace } from './XNamespace.ts';

/** `XElement.GetDefaultNamespace` */
export function defaultNamespaceOf(element: XElement, work: Allowance): XNamespace {
  const declaration = declarationOf('xmlns', element, work);
  return declaration ? new XNamespace(declaration.value) : XNamespace.none;
}

/** `XElement.GetNamespaceOfPrefix` @throws ArgumentException */
export function namespaceOfPrefix(
  prefix: string,
  element: XElement,
  work: Allowance,
): XNamespace | null {
  if (prefix === '') throw new ArgumentException(`'${prefix}' is an invalid prefix.`);
  if (prefix === 'xmlns') return XNamespace.xmlns;
  const declaration = declarationOf(prefix, element, work);
  if (declaration) return new XNamespace(declaration.value);
  return prefix === 'xml' ? XNamespace.xml : null;
}

/** `XElement.GetPrefixOfNamespace`: the nearest prefix that no nearer declaration hides. */
export function prefixOfNamespace(
  namespace: XNamespace,
  element: XElement,
  work: Allowance,
): string | null {
  const hidden = new Set<string>();
  for (let at: XElement | null = element; at; at = at.parent) {
    const own = declarationsOf(at, work);
    for (const { declaredPrefix, value } of own) {
      if (value === namespace.name && declaredPrefix !== '' && !hidden.has(declaredPrefix)) {
        return declaredPrefix;
      }
    }
    for (const { declaredPrefix } of own) hidden.add(declaredPrefix);
  }
  if (namespace.name === XNamespace.xml.name) return 'xml';
  return namespace.name === XNamespace.xmlns.name ? 'xmlns' : null;
}

function declarationOf(
  localName: string,
  element: XElement,
  work: Allowance,
): XAttribute | undefined {
  for (let at: XElement | null = element; at; at = at.parent) {
    const found = declarationsOf(at, work).find(({ name }) => name.localName === localName);
    if (found) return found;
  }
  return undefined;
}

/** The namespace declarations of an element, in order. */
function declarationsOf(element: XElement, work: Allowance): XAttribute[] {
  work.spend(1 + (element.attributes.size >> 4));
  const found: XAttribute[] = [];
  for (let at = element.attributes.first; at; at = at.next) {
    if (at.isNamespaceDeclaration) found.push(at);
  }
  return found;
}
