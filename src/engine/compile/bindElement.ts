import { closest } from '../../lib/source/closest.ts';
import type { MappedText } from '../../lib/xml/decode.ts';
import type { XmlAttribute, XmlElement, XmlNode } from '../../lib/xml/nodes.ts';
import type { ChildSpec, ElementSpec } from '../declaration/element.ts';
import { generalAttributes } from '../declaration/generalAttributes.ts';
import type { BodyReads } from '../declaration/Value.ts';
import type { ValueSpec } from '../declaration/ValueKind.ts';
import type { Binding } from './Binding.ts';
import { isStrayText } from '../document/refuseAround.ts';
import { bindStatements } from './bindStatements.ts';
import type { BoundStatement } from './bindStatements.ts';
import { bindValue, constant } from './bindValue.ts';
import { readElementText, readMarkup } from './elementText.ts';
import { assumedValue } from './References.ts';
import { reportNotRun } from './reportNotRun.ts';

/** An element checked against its declaration, with its values compiled and its blocks still apart. */
export interface BoundElement {
  readonly xml: XmlElement;
  /** By camel-case name: values, and BoundElements (alone or in lists) for what holds more than text. */
  readonly members: ReadonlyMap<string, unknown>;
  readonly statements: readonly BoundStatement[] | undefined;
  /** Whether only its text counts: then it is `members.get('content')`. */
  readonly isText: boolean;
  /** Whether a named value in it is only assumed to exist, so that it cannot be compiled. */
  readonly isAssumed: boolean;
  /** Bodies that its own values and those of its children read; not those of policies within. */
  readonly reads: BodyReads;
}

export function bindElement(
  spec: ElementSpec,
  xml: XmlElement,
  binding: Binding,
  isPolicy: boolean,
): BoundElement {
  const members = new Map<string, unknown>();
  bindAttributes(spec, xml, binding, isPolicy, members);
  const statements = spec.statements ? bindStatements(xml.children, binding) : undefined;
  if (spec.policies) refuseOthers(spec.policies, xml, binding);
  if (!spec.statements && !spec.markup) bindChildren(spec, xml, binding, members);
  if (spec.content) bindContent(spec.content, readText(spec, xml, binding), xml, binding, members);
  else refuseText(xml, binding);
  const isText = !spec.attributes && !spec.children && !spec.statements;
  const { start, end } = xml.span;
  const isAssumed = binding.text.filled.text.slice(start, end).includes(assumedValue);
  return { xml, members, statements, isText, isAssumed, reads: readsOf(members.values()) };
}

function bindAttributes(
  spec: ElementSpec,
  xml: XmlElement,
  binding: Binding,
  isPolicy: boolean,
  members: Map<string, unknown>,
): void {
  const specs = spec.attributes ?? {};
  const known = Object.keys(specs);
  for (const attribute of xml.attributes) {
    const declared = specs[attribute.name];
    if (declared)
      members.set(camelCase(attribute.name), bindAttribute(declared, attribute, binding));
    else if (
      !spec.anyAttributes &&
      !(isPolicy && Object.hasOwn(generalAttributes, attribute.name))
    ) {
      const hint = hintForAttribute(attribute.name, known, spec.children);
      binding.text.report('APIM1002', attribute.nameSpan, [xml.name, attribute.name], hint);
    }
  }
  for (const [name, declared] of Object.entries(specs)) {
    if (!xml.attributes.some((attribute) => attribute.name === name)) {
      bindAbsent(
        declared,
        () => binding.text.report('APIM1003', xml.nameSpan, [xml.name, name]),
        name,
        members,
      );
    }
  }
}

function hintForAttribute(
  name: string,
  known: readonly string[],
  children: ElementSpec['children'],
): string | undefined {
  const element = [name, `set-${name}`].find((each) => children && Object.hasOwn(children, each));
  if (element !== undefined) return `It is an element: write <${element}>…</${element}> within.`;
  const near = closest(name, known);
  if (near !== undefined) return `Did you mean '${near}'?`;
  return known.length > 0 ? `It has: ${known.join(', ')}.` : undefined;
}

function bindAttribute(
  spec: ValueSpec<unknown>,
  attribute: XmlAttribute,
  binding: Binding,
): unknown {
  const site = { name: attribute.name, span: attribute.valueSpan };
  const { notYet } = spec.options;
  if (notYet === true) reportNotRun(attribute.name, attribute.nameSpan, binding);
  const value = bindValue(spec, attribute.value, site, binding);
  if (Array.isArray(notYet) && notYet.includes(value)) {
    reportNotRun(`${attribute.name}="${attribute.value.text}"`, attribute.nameSpan, binding);
  }
  return value;
}

function bindAbsent(
  { options }: ValueSpec<unknown>,
  report: () => void,
  name: string,
  members: Map<string, unknown>,
): void {
  if (options.required) report();
  else if (options.default !== undefined) {
    const value = options.expressions ? constant(options.default) : options.default;
    members.set(camelCase(name), value);
  }
}

function readText({ markup }: ElementSpec, xml: XmlElement, { text }: Binding): MappedText {
  return markup ? readMarkup(xml, text.filled.text) : readElementText(xml);
}

function bindContent(
  spec: ValueSpec<unknown>,
  text: MappedText,
  xml: XmlElement,
  binding: Binding,
  members: Map<string, unknown>,
): void {
  if (text.text.trim() === '' && spec.options.default === undefined && spec.options.required) {
    // An element without text is an empty text, where any text will do.
    if (spec.kind.parse('') === undefined) {
      binding.text.report('APIM1028', xml.nameSpan, [xml.name]);
      return;
    }
  }
  const site = { name: xml.name, span: contentSpan(xml) };
  members.set('content', bindValue(spec, text, site, binding));
}

function contentSpan(xml: XmlElement): { start: number; end: number } {
  const first = xml.children[0];
  const last = xml.children.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : xml.startTagSpan;
}

/** `@{ … }` between the policies, as if it could do something there. */
function strayTextHint(node: XmlNode): string | undefined {
  const isCode = node.kind === 'text' && /^\s*@[({]/.test(node.raw);
  if (!isCode) return undefined;
  return (
    'An expression gives a value: it stands in an attribute, or as the content of an element ' +
    "such as 'value', 'set-body' or 'trace'."
  );
}

/** Reports the text of an element that holds elements alone. */
export function refuseText(xml: XmlElement, { text }: Pick<Binding, 'text'>): void {
  for (const node of xml.children) {
    if (isStrayText(node)) {
      text.report('APIM1013', node.span, [xml.name], strayTextHint(node));
      return;
    }
  }
}

function refuseOthers(policies: readonly string[], xml: XmlElement, binding: Binding): void {
  for (const child of elementsOf(xml.children)) {
    if (!policies.includes(child.name) && child.name !== 'base') {
      reportChild(xml, child, policies, false, binding);
    }
  }
}

function bindChildren(
  spec: ElementSpec,
  xml: XmlElement,
  binding: Binding,
  members: Map<string, unknown>,
): void {
  const specs = Object.entries(spec.children ?? {});
  const found = new Map<string, BoundElement[]>();
  let latest = -1;
  for (const child of elementsOf(xml.children)) {
    const name = Object.hasOwn(spec.children ?? {}, child.name)
      ? child.name
      : reportUnknown(spec, xml, child, binding);
    const at = specs.findIndex(([each]) => each === name);
    const declared = specs[at]?.[1];
    if (name === undefined || !declared) continue;
    if (at < latest && !spec.anyOrder) {
      const hint = `The order is: ${specs.map(([name]) => name).join(', ')}.`;
      const args = [xml.name, child.name, specs[latest]![0]];
      binding.text.report('APIM1012', child.nameSpan, args, hint);
    }
    latest = Math.max(latest, at);
    const list = found.get(name) ?? [];
    found.set(name, list);
    const inner = { ...binding, path: `${binding.path}/${child.name}[${list.length + 1}]` };
    if (declared.element.notYet) reportNotRun(child.name, child.nameSpan, binding);
    list.push(bindElement(declared.element, child, inner, false));
  }
  for (const [name, declared] of specs) {
    members.set(camelCase(name), occurrences(name, declared, found.get(name) ?? [], xml, binding));
  }
}

/** The child that was probably meant: what else is wrong with it is told in the same go. */
function reportUnknown(
  { children = {}, attributes = {}, content }: ElementSpec,
  xml: XmlElement,
  child: XmlElement,
  binding: Binding,
): string | undefined {
  const known = Object.keys(children);
  if (!Object.hasOwn(attributes, child.name)) {
    return reportChild(xml, child, known, content !== undefined, binding);
  }
  const hint = `It is an attribute: write ${child.name}="…" in the tag of '${xml.name}'.`;
  binding.text.report('APIM1009', child.nameSpan, [xml.name, child.name, ...known], hint);
  return undefined;
}

function occurrences(
  name: string,
  { occurs }: ChildSpec,
  elements: readonly BoundElement[],
  xml: XmlElement,
  binding: Binding,
): unknown {
  if (elements.length === 0 && (occurs === 'once' || occurs === 'some')) {
    binding.text.report('APIM1010', xml.nameSpan, [xml.name, name]);
  }
  if (occurs === 'many' || occurs === 'some') return elements;
  for (const extra of elements.slice(1)) {
    binding.text.report('APIM1011', extra.xml.nameSpan, [xml.name, name]);
  }
  return elements[0];
}

/** Gives the child that was probably meant. */
function reportChild(
  xml: XmlElement,
  child: XmlElement,
  known: readonly string[],
  isText: boolean,
  binding: Binding,
): string | undefined {
  const near = closest(child.name, known);
  const list = known.length > 0 ? `It may hold: ${known.join(', ')}.` : undefined;
  const hint = near ? `Did you mean '${near}'?` : isText ? undefined : list;
  binding.text.report('APIM1009', child.nameSpan, [xml.name, child.name, ...known], hint);
  return near;
}

export function* elementsOf(nodes: readonly XmlNode[]): Generator<XmlElement> {
  for (const node of nodes) if (node.kind === 'element') yield node;
}

/** `failed-validation-httpcode` → `failedValidationHttpcode`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Which bodies the values among these members read. */
function readsOf(members: Iterable<unknown>): BodyReads {
  let requestBody = false;
  let responseBody = false;
  for (const member of members) {
    for (const each of Array.isArray(member) ? (member as unknown[]) : [member]) {
      const reads = hasReads(each) ? each.reads : undefined;
      requestBody ||= reads?.requestBody ?? false;
      responseBody ||= reads?.responseBody ?? false;
    }
  }
  return { requestBody, responseBody };
}

function hasReads(value: unknown): value is { readonly reads: BodyReads } {
  return (
    (typeof value === 'function' || typeof value === 'object') && value !== null && 'reads' in value
  );
}
