import { formatFloat, doubleSize } from '../lib/dotnet-format/formatNumber.ts';
import { invariantNumberFormat } from '../lib/dotnet-format/NumberFormat.ts';
import { partsOf } from '../lib/dotnet-time/ticks.ts';
import { readErrorAt } from '../lib/newtonsoft/JsonReader.ts';
import { JsonToken } from '../lib/newtonsoft/JsonToken.ts';
import { JsonTextReader } from '../lib/newtonsoft/JsonTextReader.ts';
import { findIllegalCharacter, isName, isNCName } from '../lib/xml/characters.ts';
import { escapeAttribute, escapeText } from '../lib/xml/print.ts';

export interface JsonAsXmlOptions {
  /** Whether a text that looks like a date is written as .NET writes a DateTime. */
  readonly dates: boolean;
  /** Between a prefix and a name. */
  readonly separator: string;
  /** What the names of members begin with that declare namespaces. */
  readonly namespacePrefix: string | undefined;
  /** The member that holds attributes. */
  readonly attributeBlock: string | undefined;
}

/** A JSON value with its scalars as the texts that they become; null for null. */
type Value = string | null | readonly Value[] | ReadonlyMap<string, Value>;

const nil = ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/**
 * JSON as XML in the way of Azure API Management, as live services answer: one member at the top is
 * the root, anything else stands in `<Document>`; an array is its elements one after the other under
 * its name; null is `xsi:nil`; `true` is `True`. Names that XML does not have are escaped as .NET's
 * XmlConvert does (`_x0020_`). A name has a prefix where a namespace was declared for it.
 * @throws JsonReadError, NoXmlCharacter
 */
export function jsonAsXml(text: string, options: JsonAsXmlOptions): string {
  const value = readValue(text, options.dates);
  const writer = new Writer(options);
  const [only] = value instanceof Map && value.size === 1 ? value : [];
  if (only && !isList(only[1]) && !writer.isSpecial(only[0])) {
    return writer.element(only[0], only[1], noPrefixes);
  }
  return writer.element('Document', value, noPrefixes);
}

const noPrefixes: ReadonlySet<string> = new Set();

/** The JSON holds a character that no XML document can hold. */
export class NoXmlCharacter extends Error {
  constructor() {
    super('The text holds a character that XML cannot hold.');
    this.name = 'NoXmlCharacter';
  }
}

class Writer {
  readonly #options: JsonAsXmlOptions;
  /** What names of members begin with that declare prefixes. */
  readonly #declares: string | undefined;

  constructor(options: JsonAsXmlOptions) {
    this.#options = options;
    const { namespacePrefix, separator } = options;
    this.#declares = namespacePrefix && `${namespacePrefix}${separator}`;
  }

  /** Whether a member is no element: a declaration of a namespace, or the attributes. */
  isSpecial(name: string): boolean {
    return this.#declared(name) !== undefined || name === this.#options.attributeBlock;
  }

  element(name: string, value: Value, outer: ReadonlySet<string>): string {
    const members = value instanceof Map ? [...value] : [];
    const declared = members.flatMap(([member]) => this.#declared(member) ?? []);
    const prefixes = declared.length === 0 ? outer : new Set([...outer, ...declared]);
    const special = members.filter(([member]) => this.isSpecial(member));
    const attributes = special.map(([member, held]) => this.#attributes(member, held, prefixes));
    const tag = this.#nameOf(name, prefixes);
    const start = `<${tag}${attributes.join('')}${value === null ? nil : ''}`;
    const content = this.#content(name, value, prefixes);
    return content === '' ? `${start} />` : `${start}>${content}</${tag}>`;
  }

  #content(name: string, value: Value, prefixes: ReadonlySet<string>): string {
    if (value === null) return '';
    if (typeof value === 'string') return escapeText(held(value));
    if (isList(value)) return value.map((item) => this.element(name, item, prefixes)).join('');
    return [...value]
      .filter(([member]) => !this.isSpecial(member))
      .map(([member, content]) => this.#member(member, content, prefixes))
      .join('');
  }

  #member(name: string, value: Value, prefixes: ReadonlySet<string>): string {
    const isRepeated = isList(value) && value.length > 0;
    return isRepeated ? this.#content(name, value, prefixes) : this.element(name, value, prefixes);
  }

  /** The prefix that a member declares; empty for the default namespace. */
  #declared(name: string): string | undefined {
    if (this.#declares === undefined) return undefined;
    if (name === this.#options.namespacePrefix) return '';
    if (!name.startsWith(this.#declares)) return undefined;
    const prefix = name.slice(this.#declares.length);
    return isNCName(prefix) ? prefix : undefined;
  }

  #attributes(name: string, value: Value, prefixes: ReadonlySet<string>): string {
    const prefix = this.#declared(name);
    if (prefix !== undefined) {
      return attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, scalarOf(value));
    }
    if (!(value instanceof Map)) return '';
    return [...value]
      .map(([key, content]) => attribute(this.#nameOf(key, prefixes), scalarOf(content)))
      .join('');
  }

  #nameOf(name: string, prefixes: ReadonlySet<string>): string {
    const at = name.indexOf(this.#options.separator);
    const prefix = at > 0 ? name.slice(0, at) : '';
    if (!prefixes.has(prefix) || prefix === '') return encodeName(name);
    return `${prefix}:${encodeName(name.slice(at + this.#options.separator.length))}`;
  }
}

/** @throws NoXmlCharacter */
function held(text: string): string {
  if (findIllegalCharacter(text) >= 0) throw new NoXmlCharacter();
  return text;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(held(value))}"`;
}

function scalarOf(value: Value): string {
  return typeof value === 'string' ? value : '';
}

/** XmlConvert.EncodeLocalName: each character that may not stand in a name as `_xHHHH_`. */
function encodeName(name: string): string {
  if (isNCName(name)) return name;
  const encoded = Array.from(name, (character, at) =>
    isNCName(at === 0 ? character : `a${character}`) ? character : escaped(character),
  ).join('');
  return isName(encoded) ? encoded : '_';
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  return `_x${code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xffff ? 8 : 4, '0')}_`;
}

function readValue(text: string, dates: boolean): Value {
  const reader = new JsonTextReader(text);
  const read = (): boolean => (dates ? reader.read() : reader.readWithoutDates());
  const next = (): boolean => {
    while (read()) if (reader.token !== JsonToken.Comment) return true;
    return false;
  };
  if (!next()) return null;
  const value = valueAt(reader, next);
  // Nothing but comments may follow, which reading finds out.
  next();
  return value;
}

function valueAt(reader: JsonTextReader, next: () => boolean): Value {
  const proceed = (): void => {
    if (!next()) throw readErrorAt(reader, 'Unexpected end of JSON.');
  };
  switch (reader.token) {
    case JsonToken.StartObject: {
      const members = new Map<string, Value>();
      for (proceed(); !isEnd(reader.token); proceed()) {
        const { value: name } = reader;
        proceed();
        const value = valueAt(reader, next);
        if (typeof name === 'string') members.set(name, value);
      }
      return members;
    }
    case JsonToken.StartArray:
    case JsonToken.StartConstructor: {
      const items: Value[] = [];
      for (proceed(); !isEnd(reader.token); proceed()) items.push(valueAt(reader, next));
      return items;
    }
    default:
      return scalarText(reader);
  }
}

function isEnd(token: number): boolean {
  return (
    token === JsonToken.EndArray ||
    token === JsonToken.EndObject ||
    token === JsonToken.EndConstructor
  );
}

/** As .NET writes the value with the invariant culture. */
function scalarText({ value }: JsonTextReader): string | null {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') {
    return formatFloat(value, '', invariantNumberFormat, doubleSize) ?? String(value);
  }
  if (typeof value === 'object') return value && dateText(value.ticks);
  return String(value);
}

/** `03/14/2026 09:26:53`. */
function dateText(ticks: bigint): string {
  const { year, month, day, hour, minute, second } = partsOf(ticks);
  const date = [digits(month, 2), digits(day, 2), digits(year, 4)].join('/');
  return `${date} ${[hour, minute, second].map((part) => digits(part, 2)).join(':')}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
