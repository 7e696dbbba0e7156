import { isBlank } from '../lib/xml/characters.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../lib/xml/nodes.ts';

export interface XmlAsJsonOptions {
  /** Names without `@` and `#`, so that they can be written as JavaScript writes members. */
  readonly isFriendly: boolean;
  /** Whether an element that stands alone is an array, too. */
  readonly arrays: boolean;
}

/**
 * A document as JSON in the way of Azure API Management, as live services answer: attributes begin
 * with `@`, text beside attributes or elements is `#text`, the colon of a prefix is `$`, what the XML
 * declaration says stands beside the root, elements that repeat are an array, comments are left out.
 * What `javascript-friendly` means is on no page: here the same without `@` and `#`.
 */
export function xmlAsJson(document: XmlDocument, options: XmlAsJsonOptions): string {
  const members = new Members();
  for (const node of document.children) {
    if (node.kind === 'declaration') {
      const { version, encoding, standalone } = node;
      for (const [name, value] of Object.entries({ version, encoding, standalone })) {
        if (value !== undefined) members.add(name, JSON.stringify(value));
      }
    }
  }
  if (document.root) {
    members.add(nameOf(document.root.name), elementJson(document.root, options));
  }
  return members.json();
}

function elementJson(element: XmlElement, options: XmlAsJsonOptions): string {
  const { isFriendly, arrays } = options;
  const members = new Members();
  for (const { name, value } of element.attributes) {
    members.add(isFriendly ? nameOf(name) : `@${nameOf(name)}`, JSON.stringify(value.text));
  }
  const text = textOf(element.children);
  const children = element.children.filter((node) => node.kind === 'element');
  if (children.length === 0 && element.attributes.length === 0) {
    // An element without content is null, as Newtonsoft has it; one with an end tag is empty text.
    return element.selfClosing ? 'null' : JSON.stringify(text);
  }
  if (text !== '') members.add(isFriendly ? '$text' : '#text', JSON.stringify(text));
  for (const child of children) {
    members.add(nameOf(child.name), elementJson(child, options), arrays);
  }
  return members.json();
}

/** White space between elements is no content. */
function textOf(nodes: readonly XmlNode[]): string {
  const texts = nodes.filter((node) => node.kind === 'text' || node.kind === 'cdata');
  const hasElements = nodes.some((node) => node.kind === 'element');
  return texts
    .filter(({ kind, value }) => kind === 'cdata' || !hasElements || !isBlank(value.text))
    .map(({ value }) => value.text)
    .join('');
}

function nameOf(name: string): string {
  return name.replaceAll(':', '$');
}

/** Members of an object in the order in which their names come up. */
class Members {
  readonly #values = new Map<string, string[]>();
  readonly #arrays = new Set<string>();

  /** Names that come up more than once are arrays; so are those that are told to be. */
  add(name: string, json: string, isArray = false): void {
    const values = this.#values.get(name);
    if (values) values.push(json);
    else this.#values.set(name, [json]);
    if (isArray || values) this.#arrays.add(name);
  }

  json(): string {
    const members = [...this.#values].map(([name, values]) => {
      const value = this.#arrays.has(name) ? `[${values.join(',')}]` : values[0]!;
      return `${JSON.stringify(name)}:${value}`;
    });
    return `{${members.join(',')}}`;
  }
}
