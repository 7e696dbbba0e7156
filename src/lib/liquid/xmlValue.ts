import { hasErrors } from '../source/Diagnostic.ts';
import { SourceText } from '../source/SourceText.ts';
import { isBlank } from '../xml/characters.ts';
import { resolveNamespaces, xmlnsNamespace } from '../xml/namespaces.ts';
import type { Namespaces } from '../xml/namespaces.ts';
import type { XmlElement } from '../xml/nodes.ts';
import { parseXml } from '../xml/parse.ts';
import { LiquidError } from './LiquidError.ts';
import { LiquidHash, MapHash } from './values.ts';
import type { LiquidValue } from './values.ts';

/** What an element with `xsi:nil="true"` is. */
export type Nil = 'blank' | 'null';

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

const limits = {
  depth: 256,
  attributes: 1000,
  problems: 1,
  nodes: 500_000,
  length: 16 * 1024 * 1024,
};

/**
 * What a template sees of an XML text: a hash with the document element under its local name, in
 * which elements are found by their local names, in any case: Microsoft's own templates say
 * `body.envelope.body` of SOAP. Elements of one name are a list. A document type is refused. A blank text is nothing.
 * @throws LiquidError
 */
export function liquidOfXml(text: string, nil: Nil): LiquidValue {
  if (isBlank(text)) return null;
  const source = new SourceText('body', text);
  const { document, problems } = parseXml(source, { normalize: true, limits });
  const [problem] = problems;
  const element = document?.children.find((node) => node.kind === 'element');
  if (!document || !element || hasErrors(problems)) {
    throw new LiquidError(`The body is no XML: ${problem?.message ?? 'it has no element.'}`);
  }
  const { names, problems: nameProblems } = resolveNamespaces(document);
  if (nameProblems[0]) throw new LiquidError(`The body is no XML: ${nameProblems[0].message}`);
  const reading = new Reading(names, nil);
  return new MapHash(new Map([[reading.localName(element), reading.valueOf(element)]]));
}

class Reading {
  readonly #names: Namespaces['names'];
  readonly #nil: Nil;

  constructor(names: Namespaces['names'], nil: Nil) {
    this.#names = names;
    this.#nil = nil;
  }

  localName(element: XmlElement): string {
    return this.#names.get(element)?.local ?? element.name;
  }

  /** Text, or a hash when there is more to an element than text. */
  valueOf(element: XmlElement): LiquidValue {
    if (this.#isNil(element)) return this.#nil === 'null' ? null : '';
    const hasMore =
      element.children.some(({ kind }) => kind === 'element') ||
      this.#attributes(element).length > 0;
    return hasMore ? new ElementHash(this, element) : textIn(element);
  }

  /** Attributes by local name, without those that XML itself reads. */
  #attributes(element: XmlElement): (readonly [name: string, value: string])[] {
    const attributes: (readonly [string, string])[] = [];
    for (const attribute of element.attributes) {
      const name = this.#names.get(attribute);
      if (name?.namespace === schemaInstance || name?.namespace === xmlnsNamespace) continue;
      attributes.push([name?.local ?? attribute.name, attribute.value.text]);
    }
    return attributes;
  }

  #isNil(element: XmlElement): boolean {
    return element.attributes.some((attribute) => {
      const name = this.#names.get(attribute);
      const value = attribute.value.text.trim();
      return name?.namespace === schemaInstance && name.local === 'nil' && /^(true|1)$/.test(value);
    });
  }

  /** Members of an element: its children, then its attributes, each also as `@name`, then `#text`. */
  membersOf(element: XmlElement): Map<string, LiquidValue> {
    const members = new Map<string, LiquidValue>();
    const lists = new Map<string, LiquidValue[]>();
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const name = this.localName(child);
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      list.push(this.valueOf(child));
    }
    for (const [name, list] of lists) members.set(name, list.length === 1 ? list[0]! : list);
    for (const [name, value] of this.#attributes(element)) {
      members.set(`@${name}`, value);
      if (!members.has(name)) members.set(name, value);
    }
    const own = ownText(element);
    if (!isBlank(own)) members.set('#text', own);
    return members;
  }
}

/** An element that holds more than text. What is in it is read when it is first looked into. */
class ElementHash extends LiquidHash {
  readonly #reading: Reading;
  readonly #element: XmlElement;
  #members: MapHash | undefined;
  #text: string | undefined;

  constructor(reading: Reading, element: XmlElement) {
    super();
    this.#reading = reading;
    this.#element = element;
  }

  get #all(): MapHash {
    return (this.#members ??= new MapHash(this.#reading.membersOf(this.#element)));
  }

  get(name: string): LiquidValue | undefined {
    return this.#all.get(name);
  }

  entries(): Iterable<readonly [string, LiquidValue]> {
    return this.#all.entries();
  }

  /** As XElement.Value: all text within. */
  override get text(): string {
    return (this.#text ??= textIn(this.#element));
  }

  /** The only one of its name: a loop over it is one round, as over a list of several. */
  override get isItem(): boolean {
    return true;
  }
}

function textIn(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text' || child.kind === 'cdata') text += child.value.text;
    else if (child.kind === 'element') text += textIn(child);
  }
  return text;
}

function ownText({ children }: XmlElement): string {
  return children
    .filter((child) => child.kind === 'text' || child.kind === 'cdata')
    .map(({ value }) => value.text)
    .join('');
}
