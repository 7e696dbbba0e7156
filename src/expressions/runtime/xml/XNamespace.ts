import { xmlNamespace, xmlnsNamespace } from '../../../lib/xml/namespaces.ts';

/** A namespace of names: System.Xml.Linq.XNamespace. Two of the same name are equal. */
export class XNamespace {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  static readonly none = new XNamespace('');
  static readonly xml = new XNamespace(xmlNamespace);
  static readonly xmlns = new XNamespace(xmlnsNamespace);

  static areEqual(one: XNamespace | null, other: XNamespace | null): boolean {
    return one === other || (one !== null && one.name === other?.name);
  }
}
