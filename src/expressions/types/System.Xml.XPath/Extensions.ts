import { defineType, membersOf } from '../../declare/defineType.ts';
import { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { NameTable } from '../../runtime/xml/xpath/NameTable.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { checkNavigable, evaluated, selectedElement, selectedElements } from './evaluated.ts';

const member = membersOf<never>();

const order =
  "XElement.Parse(\"<o:order xmlns:o='urn:o' id='7'><o:line qty='2'>pen</o:line><o:line qty='3'>ink</o:line></o:order>\")";

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.extensions */
export const XPathExtensions = defineType({
  name: 'System.Xml.XPath.Extensions',
  kind: 'class',
  members: [
    member(
      'static XPathNavigator CreateNavigator(this XNode node)',
      (node) => navigatorAt(node, null),
      `${order}.CreateNavigator().Name // "o:order"`,
      'new XDocumentType("a", null, null, null).CreateNavigator() // throws System.ArgumentException',
    ),
    member(
      'static XPathNavigator CreateNavigator(this XNode node, XmlNameTable? nameTable)',
      (node, nameTable) => navigatorAt(node, nameTable),
      `((Func<bool>)(() => { var t = new NameTable(); return ${order}.CreateNavigator(t).NameTable == t; }))() // true`,
    ),
    member(
      'static object XPathEvaluate(this XNode node, string? expression)',
      (node, expression, _types, environment) => evaluated(node, expression, null, environment),
      `${order}.XPathEvaluate("sum(*/@qty)") // 5.0`,
      `${order}.XPathEvaluate("string(@id)") // "7"`,
      `${order}.XPathEvaluate("*/@qty > 2") // true`,
      `((IEnumerable<object>)${order}.XPathEvaluate("@id")).Cast<XAttribute>().First().Value // "7"`,
      `${order}.XPathEvaluate("o:line") // throws System.Xml.XPath.XPathException`,
      `${order}.XPathEvaluate("line[") // throws System.Xml.XPath.XPathException`,
    ),
    member(
      'static object XPathEvaluate(this XNode node, string? expression, IXmlNamespaceResolver? resolver)',
      (node, expression, resolver, _types, environment) =>
        evaluated(node, expression, resolver, environment),
      `${withPrefix('e.XPathEvaluate("count(p:line)", m)')} // 2.0`,
      `${withPrefix('e.XPathEvaluate("q:line", m)')} // throws System.Xml.XPath.XPathException`,
    ),
    member(
      'static XElement? XPathSelectElement(this XNode node, string? expression)',
      (node, expression, _types, environment) =>
        selectedElement(node, expression, null, environment),
      `${order}.XPathSelectElement("*[. = 'ink']").Value // "ink"`,
      `${order}.XPathSelectElement("line") // null`,
      `${order}.XPathSelectElement("@id") // throws System.InvalidOperationException`,
    ),
    member(
      'static XElement? XPathSelectElement(this XNode node, string? expression, IXmlNamespaceResolver? resolver)',
      (node, expression, resolver, _types, environment) =>
        selectedElement(node, expression, resolver, environment),
      `${withPrefix('e.XPathSelectElement("p:line[2]", m).Value')} // "ink"`,
      `${withPrefix('new XDocument(e).XPathSelectElement("/p:order/p:line", m).Value')} // "pen"`,
    ),
    member(
      'static IEnumerable<XElement> XPathSelectElements(this XNode node, string? expression)',
      (node, expression, _types, environment) =>
        selectedElements(node, expression, null, environment),
      `string.Join(",", ${order}.XPathSelectElements("*[@qty > 1]").Select(x => x.Value)) // "pen,ink"`,
      `${order}.XPathSelectElements("1") // throws System.InvalidOperationException`,
    ),
    member(
      'static IEnumerable<XElement> XPathSelectElements(this XNode node, string? expression, IXmlNamespaceResolver? resolver)',
      (node, expression, resolver, _types, environment) =>
        selectedElements(node, expression, resolver, environment),
      `${withPrefix('e.XPathSelectElements("//p:line", m).Count()')} // 2`,
    ),
  ],
});

/** @throws ArgumentException */
function navigatorAt(node: XNode, nameTable: NameTable | null): Navigator {
  checkNavigable(node);
  return new Navigator(node, nameTable ?? new NameTable());
}

/** Something of the order `e`, whose namespace has the prefix `p` in `m`. */
function withPrefix(expression: string): string {
  return `((Func<object>)(() => { var e = ${order}; var m = new XmlNamespaceManager(new NameTable()); m.AddNamespace("p", "urn:o"); return ${expression}; }))()`;
}
