import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { iterate } from '../../runtime/iterate.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { compareDocumentOrder } from '../../runtime/xml/documentOrder.ts';
import {
  ancestors,
  ancestorsAndSelf,
  attributesOf,
  children,
  descendants,
  descendantsAndSelf,
} from '../../runtime/xml/walk.ts';
import type { XAttribute } from '../../runtime/xml/XAttribute.ts';
import type { XElement } from '../../runtime/xml/XElement.ts';
import type { XName } from '../../runtime/xml/XName.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { edit, names } from './examples.ts';
import {
  attributeSequence,
  elementSequence,
  namedAttributes,
  namedElements,
  nodeSequence,
} from './sequences.ts';
import { xmlType } from './xmlTypeOf.ts';

const member = membersOf<never>();

const sample = 'XElement.Parse("<a><b p=\'1\'><c/>t</b><b p=\'2\'><c/></b></a>").Elements("b")';

type Walk<From, To> = (from: From, environment: Environment) => Iterable<To>;

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.extensions */
export const LinqExtensions = defineType({
  name: 'System.Xml.Linq.Extensions',
  kind: 'class',
  members: [
    ...elements('Ancestors<T>', 'T', 'T : XNode', ancestors, 'a,a', '"a"', 'a,a'),
    ...elements('AncestorsAndSelf', 'XElement', '', ancestorsAndSelf, 'b,a,b,a', '"b"', 'b,b'),
    ...elements('Descendants<T>', 'T', 'T : XContainer', descendants, 'c,c', '"c"', 'c,c'),
    ...elements('DescendantsAndSelf', 'XElement', '', descendantsAndSelf, 'b,c,b,c', '"b"', 'b,b'),
    ...elements('Elements<T>', 'T', 'T : XContainer', children, 'c,c', '"d"', ''),
    member(
      'static IEnumerable<XAttribute> Attributes(this IEnumerable<XElement> source)',
      (source, _types, environment) =>
        attributeSequence(() => walked(source, attributesOf, environment)),
      `string.Join(",", ${sample}.Attributes()) // "p=\\"1\\",p=\\"2\\""`,
    ),
    member(
      'static IEnumerable<XAttribute> Attributes(this IEnumerable<XElement> source, XName? name)',
      (source, name, _types, environment) =>
        namedAttributes(name, () => walked(source, attributesOf, environment)),
      `${sample}.Attributes("p").Count() // 2`,
      `${sample}.Attributes("q").Count() // 0`,
    ),
    member(
      'static IEnumerable<XNode> DescendantNodes<T>(this IEnumerable<T> source) where T : XContainer',
      (source, _types, environment) => nodeSequence(() => walked(source, descendants, environment)),
      `${sample}.DescendantNodes().Count() // 3`,
    ),
    member(
      'static IEnumerable<XNode> DescendantNodesAndSelf(this IEnumerable<XElement> source)',
      (source, _types, environment) =>
        nodeSequence(() => walked(source, descendantsAndSelf, environment)),
      `${sample}.DescendantNodesAndSelf().Count() // 5`,
    ),
    member(
      'static IEnumerable<XNode> Nodes<T>(this IEnumerable<T> source) where T : XContainer',
      (source, _types, environment) => nodeSequence(() => walked(source, children, environment)),
      `${sample}.Nodes().Count() // 3`,
    ),
    member(
      'static IEnumerable<T> InDocumentOrder<T>(this IEnumerable<T> source) where T : XNode',
      (source, [type], environment) =>
        new Sequence(type!, () => inDocumentOrder(source, environment).values()),
      `string.Join(",", ${sample}.Nodes().Reverse().InDocumentOrder()) // "<c />,t,<c />"`,
    ),
    member(
      'static void Remove(this IEnumerable<XAttribute?> source)',
      removeEach,
      `${edit("<a><b p='1'/><b p='2'/></a>", 'e.Elements().Attributes("p").Remove();')} // "<a><b /><b /></a>"`,
    ),
    member(
      'static void Remove<T>(this IEnumerable<T?> source) where T : XNode',
      removeEach,
      `${edit('<a><b/>t<b/></a>', 'e.Elements("b").Remove();')} // "<a>t</a>"`,
    ),
  ],
});

/** A walk to elements, with and without a name. */
function elements<From extends XNode>(
  method: string,
  type: string,
  constraint: string,
  walk: Walk<From, XNode>,
  all: string,
  name: string,
  named: string,
): MemberDeclaration[] {
  const where = constraint && ` where ${constraint}`;
  const call = method.replace('<T>', '');
  return [
    {
      signature: `static IEnumerable<XElement> ${method}(this IEnumerable<${type}> source)${where}`,
      implementation: (source: unknown, _types: unknown, environment: Environment) =>
        elementSequence(() => walked(source, walk, environment)),
      examples: [`${names(`${sample}.${call}()`)} // "${all}"`],
    },
    {
      signature: `static IEnumerable<XElement> ${method}(this IEnumerable<${type}> source, XName? name)${where}`,
      implementation: (
        source: unknown,
        wanted: XName | null,
        _types: unknown,
        environment: Environment,
      ) => namedElements(wanted, () => walked(source, walk, environment)),
      examples: [`${names(`${sample}.${call}(${name})`)} // "${named}"`],
    },
  ];
}

/** What each of some nodes leads to; nulls lead nowhere. */
function* walked<From extends XNode | XElement, To>(
  source: unknown,
  walk: Walk<From, To>,
  environment: Environment,
): Generator<To> {
  for (const node of iterate(source, xmlType('XNode'))) {
    environment.spend();
    if (node !== null) yield* walk(node as From, environment);
  }
}

function inDocumentOrder(source: unknown, environment: Environment): XNode[] {
  const nodes = [...iterate(source, xmlType('XNode'))] as XNode[];
  environment.allowItems(nodes.length);
  return nodes.toSorted((one, other) => compareDocumentOrder(one, other, environment));
}

/** The source is read to its end before anything is removed, as it may depend on that. */
function removeEach(source: unknown, _types: unknown, environment: Environment): void {
  const found = [...iterate(source, xmlType('XNode'))] as (XNode | XAttribute | null)[];
  environment.spend(found.length);
  for (const each of found) each?.remove();
}
