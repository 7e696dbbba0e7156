/** Members of XElement about its attributes and namespaces. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  defaultNamespaceOf,
  namespaceOfPrefix,
  prefixOfNamespace,
} from '../../runtime/xml/prefixes.ts';
import { attributesOf } from '../../runtime/xml/walk.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import type { XElement } from '../../runtime/xml/XElement.ts';
import type { XName } from '../../runtime/xml/XName.ts';
import { addContent, snapshot } from './content.ts';
import { edit } from './examples.ts';
import { attributeSequence, namedAttributes } from './sequences.ts';
import { valueText } from './valueText.ts';

const member = membersOf<XElement>();

const sample = "XElement.Parse(\"<a b='1' c='2'/>\")";
const inNamespaces = "XElement.Parse(\"<a xmlns='u' xmlns:p='v'><b/></a>\").Elements().First()";

export const elementAttributeMembers: readonly MemberDeclaration[] = [
  member(
    'XAttribute? FirstAttribute { get; }',
    ({ attributes }) => attributes.first,
    `${sample}.FirstAttribute.Value // "1"`,
    'new XElement("a").FirstAttribute // null',
  ),
  member(
    'XAttribute? LastAttribute { get; }',
    ({ attributes }) => attributes.last,
    `${sample}.LastAttribute.Value // "2"`,
  ),
  member(
    'bool HasAttributes { get; }',
    ({ attributes }) => attributes.first !== null,
    `${sample}.HasAttributes // true`,
  ),
  member(
    'XAttribute? Attribute(XName? name)',
    (self, name, _types, environment) => name && self.attribute(name, environment),
    `${sample}.Attribute("c").Value // "2"`,
    `${sample}.Attribute("d") // null`,
  ),
  member(
    'IEnumerable<XAttribute> Attributes()',
    (self, _types, environment) => attributeSequence(() => attributesOf(self, environment)),
    `string.Join(" ", ${sample}.Attributes()) // "b=\\"1\\" c=\\"2\\""`,
  ),
  member(
    'IEnumerable<XAttribute> Attributes(XName? name)',
    (self, name, _types, environment) =>
      namedAttributes(name, () => attributesOf(self, environment)),
    `${sample}.Attributes("c").Count() // 1`,
  ),
  member(
    'XNamespace GetDefaultNamespace()',
    (self, _types, environment) => defaultNamespaceOf(self, environment),
    `${inNamespaces}.GetDefaultNamespace().NamespaceName // "u"`,
  ),
  member(
    'XNamespace? GetNamespaceOfPrefix(string prefix)',
    (self, prefix, _types, environment) => namespaceOfPrefix(prefix, self, environment),
    `${inNamespaces}.GetNamespaceOfPrefix("p").NamespaceName // "v"`,
    `${inNamespaces}.GetNamespaceOfPrefix("q") // null`,
    `${inNamespaces}.GetNamespaceOfPrefix("") // throws System.ArgumentException`,
  ),
  member(
    'string? GetPrefixOfNamespace(XNamespace ns)',
    (self, namespace, _types, environment) => prefixOfNamespace(namespace, self, environment),
    `${inNamespaces}.GetPrefixOfNamespace("v") // "p"`,
    `${inNamespaces}.GetPrefixOfNamespace("u") // null`,
  ),
  member(
    'void RemoveAttributes()',
    (self, _types, environment) => self.removeAttributes(environment),
    `${edit("<a b='1' c='2'>t</a>", 'e.RemoveAttributes();')} // "<a>t</a>"`,
  ),
  member(
    'void ReplaceAttributes(object? content)',
    (self, content, _types, environment) => replaceAttributes(self, content, environment),
    `${edit("<a b='1' c='2'/>", 'e.ReplaceAttributes(e.Attributes("c"));')} // "<a c=\\"2\\" />"`,
  ),
  member(
    'void ReplaceAttributes(params object[]? content)',
    (self, content, _types, environment) => replaceAttributes(self, content, environment),
    `${edit("<a b='1'/>", 'e.ReplaceAttributes(new XAttribute("c", 1), new XAttribute("d", 2));')} // "<a c=\\"1\\" d=\\"2\\" />"`,
  ),
  member(
    'void SetAttributeValue(XName name, object? value)',
    (self, name, value, _types, environment) => setAttributeValue(self, name, value, environment),
    `${edit("<a b='1' c='2'/>", 'e.SetAttributeValue("b", null); e.SetAttributeValue("c", 3); e.SetAttributeValue("d", true);')} // "<a c=\\"3\\" d=\\"true\\" />"`,
  ),
];

function replaceAttributes(self: XElement, content: unknown, environment: Environment): void {
  const items = snapshot(content, environment);
  self.removeAttributes(environment);
  addContent(self, items, environment);
}

function setAttributeValue(
  self: XElement,
  name: XName,
  value: NonNullable<unknown> | null,
  environment: Environment,
): void {
  const attribute = self.attribute(name, environment);
  if (value === null) attribute?.remove();
  else if (attribute) attribute.value = valueText(value);
  else self.addAttribute(new XAttribute(name, valueText(value)), environment);
}
