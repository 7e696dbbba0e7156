/** Members of XPathNavigator that tell of the node it stands on. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { xmlNamespace } from '../../../lib/xml/namespaces.ts';
import type { NodeKind } from '../../../lib/xpath/XPathTree.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { isElement } from '../../runtime/xml/kindsOfNodes.ts';
import { LinqTree, placeOf } from '../../runtime/xml/xpath/LinqTree.ts';
import type { LinqNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { navigatedText } from '../../runtime/xml/xpath/writeNavigator.ts';
import type { XAttribute } from '../../runtime/xml/XAttribute.ts';
import { XNode } from '../../runtime/xml/XNode.ts';
import { prefixDictionary } from '../System.Xml/prefixDictionary.ts';
import { navigator } from './examples.ts';
import { refuseContent, refuseNode } from './navigatorEditMembers.ts';
import { nodeTypes } from './XPathNodeType.ts';
import type { NodeType } from './XPathNodeType.ts';

const member = membersOf<Navigator>();

const order = "<p:a xmlns:p='u' xmlns='d' b='1' p:c='2'>t<e/></p:a>";

const typeOfKind: Readonly<Record<NodeKind, NodeType>> = {
  root: nodeTypes.Root,
  element: nodeTypes.Element,
  attribute: nodeTypes.Attribute,
  namespace: nodeTypes.Namespace,
  text: nodeTypes.Text,
  comment: nodeTypes.Comment,
  'processing-instruction': nodeTypes.ProcessingInstruction,
};

export const navigatorNodeMembers: readonly MemberDeclaration[] = [
  member('string BaseURI { get; }', () => '', `${navigator(order)}.BaseURI // ""`),
  member(
    'bool HasAttributes { get; }',
    ({ node }, _types, environment) => new LinqTree(environment).attributesOf(node).length > 0,
    `${navigator(order)}.HasAttributes // true`,
    `${navigator("<a xmlns:p='u'/>")}.HasAttributes // false`,
  ),
  member(
    'bool HasChildren { get; }',
    ({ node }, _types, environment) => new LinqTree(environment).firstChildOf(node) !== null,
    `${navigator(order)}.HasChildren // true`,
    `${navigator(order, 'text()')}.HasChildren // false`,
  ),
  member(
    'bool IsEmptyElement { get; }',
    ({ node }) => node instanceof XNode && isElement(node) && node.isEmpty,
    `${navigator('<a/>')}.IsEmptyElement // true`,
    `${navigator('<a></a>')}.IsEmptyElement // false`,
  ),
  member(
    'string LocalName { get; }',
    ({ node }, _types, environment) => new LinqTree(environment).localNameOf(node),
    `${navigator(order)}.LocalName // "a"`,
    `${navigator(order, 'text()')}.LocalName // ""`,
  ),
  member(
    'string Name { get; }',
    ({ node }, _types, environment) => {
      const tree = new LinqTree(environment);
      const prefix = tree.prefixOf(node);
      const localName = tree.localNameOf(node);
      return prefix === '' ? localName : `${prefix}:${localName}`;
    },
    `${navigator(order)}.Name // "p:a"`,
    `${navigator(order, 'namespace::p')}.Name // "p"`,
  ),
  member(
    'string NamespaceURI { get; }',
    ({ node }, _types, environment) => new LinqTree(environment).namespaceOf(node),
    `${navigator(order)}.NamespaceURI // "u"`,
    `${navigator(order, '@b')}.NamespaceURI // ""`,
  ),
  member(
    'XmlNameTable NameTable { get; }',
    ({ nameTable }) => nameTable,
    `${navigator(order)}.NameTable.Get("") // ""`,
  ),
  member(
    'XPathNodeType NodeType { get; }',
    (self, _types, environment) => typeOfKind[self.kind(environment)],
    `${navigator(order)}.NodeType // XPathNodeType.Element`,
    `${navigator(order, 'namespace::*')}.NodeType // XPathNodeType.Namespace`,
    'new XDocument().CreateNavigator().NodeType // XPathNodeType.Root',
  ),
  member(
    'string Prefix { get; }',
    ({ node }, _types, environment) => new LinqTree(environment).prefixOf(node),
    `${navigator(order)}.Prefix // "p"`,
    `${navigator(order, '*')}.Prefix // ""`,
  ),
  member(
    'object? UnderlyingObject { get; }',
    ({ node }) => placeOf(node),
    `((XAttribute)${navigator(order, '@b')}.UnderlyingObject).Value // "1"`,
  ),
  member(
    'string XmlLang { get; }',
    languageOf,
    `${navigator("<a xml:lang='en'><b/></a>", 'b')}.XmlLang // "en"`,
    `${navigator('<a/>')}.XmlLang // ""`,
  ),
  member(
    'string InnerXml { get; set; }',
    { get: innerXml, set: refuseContent },
    `${navigator('<a><b/>t</a>')}.InnerXml // "<b />t"`,
    `${navigator("<a b='1'/>", '@b')}.InnerXml // "1"`,
  ),
  member(
    'string OuterXml { get; set; }',
    { get: outerXml, set: refuseNode },
    `${navigator("<a xmlns='u' b='1'><c/></a>")}.OuterXml // "<a b=\\"1\\" xmlns=\\"u\\">\\n  <c />\\n</a>"`,
    `${navigator("<a b='1'/>", '@b')}.OuterXml // "b=\\"1\\""`,
  ),
  member(
    'string GetAttribute(string? localName, string? namespaceURI)',
    ({ node }, localName, namespaceName, _types, environment) =>
      attributeNamed(node, localName, namespaceName, environment)?.value ?? '',
    `${navigator(order)}.GetAttribute("c", "u") // "2"`,
    `${navigator(order)}.GetAttribute("c", "") // ""`,
  ),
  member(
    'string GetNamespace(string? name)',
    (self, prefix, _types, environment) => {
      if (prefix === null) return '';
      const there = self.clone();
      if (there.moveToNamespace(prefix, environment)) return there.value(environment);
      return prefix.startsWith('xml') ? (self.lookupNamespace(prefix, environment) ?? '') : '';
    },
    `${navigator(order)}.GetNamespace("p") // "u"`,
    `${navigator(order)}.GetNamespace("q") // ""`,
    `${navigator(order)}.GetNamespace("xmlns") // "http://www.w3.org/2000/xmlns/"`,
  ),
  member(
    'IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope)',
    (self, scope, _types, environment) =>
      prefixDictionary(self.namespacesInScope(scope, environment), environment),
    `string.Join(",", ${navigator(order)}.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml)) // "[p, u],[, d]"`,
    `${navigator(order, '*')}.GetNamespacesInScope(XmlNamespaceScope.Local).Count // 0`,
  ),
  member(
    'string? LookupNamespace(string? prefix)',
    (self, prefix, _types, environment) =>
      prefix === null ? null : self.lookupNamespace(prefix, environment),
    `${navigator(order, '@b')}.LookupNamespace("p") // "u"`,
    `${navigator(order)}.LookupNamespace("q") // null`,
  ),
  member(
    'string? LookupPrefix(string? namespaceURI)',
    (self, namespaceName, _types, environment) =>
      namespaceName === null ? null : self.lookupPrefix(namespaceName, environment),
    `${navigator(order)}.LookupPrefix("u") // "p"`,
    `${navigator(order)}.LookupPrefix("v") // null`,
  ),
];

export function attributeNamed(
  node: LinqNode,
  localName: string | null,
  namespaceName: string | null,
  environment: Environment,
): XAttribute | undefined {
  return new LinqTree(environment)
    .attributesOf(node)
    .find(({ name }) => name.localName === localName && name.namespaceName === namespaceName);
}

function languageOf(self: Navigator, _types: unknown, environment: Environment): string {
  const there = self.clone();
  do {
    const found = attributeNamed(there.node, 'lang', xmlNamespace, environment);
    if (found) return found.value;
  } while (there.moveToParent(environment));
  return '';
}

function innerXml(self: Navigator, _types: unknown, environment: Environment): string {
  switch (self.kind(environment)) {
    case 'root':
    case 'element':
      return navigatedText(childrenOf(self.node, environment), environment);
    case 'attribute':
    case 'namespace':
      return self.value(environment);
    default:
      return '';
  }
}

function outerXml(self: Navigator, _types: unknown, environment: Environment): string {
  const tree = new LinqTree(environment);
  const name = tree.localNameOf(self.node);
  switch (tree.kindOf(self.node)) {
    case 'attribute': {
      const prefix = tree.prefixOf(self.node);
      return `${prefix === '' ? '' : `${prefix}:`}${name}="${self.value(environment)}"`;
    }
    case 'namespace':
      return `xmlns${name === '' ? '' : `:${name}`}="${self.value(environment)}"`;
    default:
      return navigatedText([self.node], environment);
  }
}

export function* childrenOf(node: LinqNode, environment: Environment): Generator<LinqNode> {
  const tree = new LinqTree(environment);
  for (let at = tree.firstChildOf(node); at; at = tree.nextSiblingOf(at)) yield at;
}
