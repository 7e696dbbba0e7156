import { nameEnd } from '../../../lib/xml/characters.ts';
import { ArgumentException, ArgumentNullException, XmlException } from '../exceptions.ts';
import { XNamespace } from './XNamespace.ts';

/** The name of an element or attribute: System.Xml.Linq.XName. Names of the same parts are equal. */
export class XName {
  readonly namespace: XNamespace;
  readonly localName: string;

  /** The local name must be known to be an NCName; see `nameIn`. */
  constructor(namespace: XNamespace, localName: string) {
    this.namespace = namespace;
    this.localName = localName;
  }

  get namespaceName(): string {
    return this.namespace.name;
  }

  /** `{namespace}local`, or the local name of a name in no namespace. */
  get expanded(): string {
    const { namespaceName, localName } = this;
    return namespaceName === '' ? localName : `{${namespaceName}}${localName}`;
  }

  static areEqual(one: XName | null, other: XName | null): boolean {
    if (one === other) return true;
    if (one === null || other === null) return false;
    return one.localName === other.localName && one.namespaceName === other.namespaceName;
  }
}

/** `XNamespace.GetName`. @throws XmlException, ArgumentNullException */
export function nameIn(namespace: XNamespace, localName: string): XName {
  return new XName(namespace, verifyNCName(localName));
}

/** `XName.Get` of `{namespace}local` or `local`. @throws ArgumentException, XmlException */
export function nameOf(expanded: string): XName {
  if (expanded === '') throw invalidExpandedName(expanded);
  if (!expanded.startsWith('{')) return nameIn(XNamespace.none, expanded);
  const brace = expanded.lastIndexOf('}');
  if (brace <= 1 || brace === expanded.length - 1) throw invalidExpandedName(expanded);
  return nameIn(new XNamespace(expanded.slice(1, brace)), expanded.slice(brace + 1));
}

function invalidExpandedName(expanded: string): ArgumentException {
  return new ArgumentException(`'${expanded}' is an invalid expanded name.`);
}

/** XmlConvert.VerifyNCName: a name without a colon. @throws XmlException, ArgumentNullException */
export function verifyNCName(name: string): string {
  if (name === '') {
    throw new ArgumentNullException('name', 'The empty string "" is not a valid local name.');
  }
  const colon = name.indexOf(':');
  const end = nameEnd(colon < 0 ? name : name.slice(0, colon), 0);
  if (end !== name.length) throw badName(name, end);
  return name;
}

/** XmlConvert.VerifyName: a name that may have colons. @throws XmlException, ArgumentNullException */
export function verifyName(name: string): string {
  if (name === '') {
    throw new ArgumentNullException('name', 'The empty string "" is not a valid name.');
  }
  const end = nameEnd(name, 0);
  if (end !== name.length) throw badName(name, end);
  return name;
}

function badName(name: string, at: number): XmlException {
  const { shown, hexadecimal } = describeCharacter(name, at);
  return new XmlException(
    at === 0
      ? `Name cannot begin with the '${shown}' character, hexadecimal value ${hexadecimal}.`
      : `The '${shown}' character, hexadecimal value ${hexadecimal}, cannot be included in a name.`,
  );
}

/** How messages of System.Xml show a character. */
export function describeCharacter(
  text: string,
  at: number,
): { readonly shown: string; readonly hexadecimal: string } {
  const codePoint = text.codePointAt(at) ?? 0;
  const digits = codePoint.toString(16).toUpperCase().padStart(2, '0');
  const shown = codePoint === 0 ? '.' : String.fromCodePoint(codePoint);
  return { shown: shown.toWellFormed(), hexadecimal: `0x${digits}` };
}
