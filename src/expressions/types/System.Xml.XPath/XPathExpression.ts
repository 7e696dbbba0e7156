import { NullReferenceException } from '../../runtime/exceptions.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { Box } from '../../runtime/Box.ts';
import { compareObjects } from '../../runtime/collections/compareObjects.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { Comparer } from '../../runtime/order.ts';
import { NetXPath } from '../../runtime/xml/xpath/NetXPath.ts';
import { SystemDouble } from '../System/Double.ts';
import { existing } from '../System.Globalization/CultureInfo.ts';
import { compiledOf } from './compiledOf.ts';
import { navigator } from './examples.ts';
import { keyComparison } from './keyComparison.ts';
import { resultTypes } from './XPathResultType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XPathExpression: NetXPath;
  }
}

const member = membersOf<NetXPath>();

const typeNames = {
  boolean: 'Boolean',
  number: 'Number',
  string: 'String',
  'node-set': 'NodeSet',
} as const;

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathexpression */
export const XPathXPathExpression = defineType({
  name: 'System.Xml.XPath.XPathExpression',
  kind: 'class',
  represents: NetXPath,
  members: [
    member(
      'static XPathExpression Compile(string? xpath)',
      (xpath, _types, environment) => NetXPath.compile(xpath, null, environment),
      'XPathExpression.Compile("a").Expression // "a"',
      'XPathExpression.Compile("a[") // throws System.Xml.XPath.XPathException',
      'XPathExpression.Compile("p:a").Expression // "p:a"',
    ),
    member(
      'static XPathExpression Compile(string? xpath, IXmlNamespaceResolver? nsResolver)',
      (xpath, resolver, _types, environment) => NetXPath.compile(xpath, resolver, environment),
      'XPathExpression.Compile("p:a", new XmlNamespaceManager(new NameTable())) // throws System.Xml.XPath.XPathException',
      'XPathExpression.Compile("@xml:id", new XmlNamespaceManager(new NameTable())).Expression // "@xml:id"',
    ),
    member(
      'string Expression { get; }',
      ({ text }) => text,
      'XPathExpression.Compile(" a | b ").Expression // " a | b "',
    ),
    member(
      'XPathResultType ReturnType { get; }',
      (self, _types, environment) => {
        const type = self.typeOf(environment);
        return type === undefined ? resultTypes.Any : resultTypes[typeNames[type]];
      },
      'XPathExpression.Compile("1 + 1").ReturnType // XPathResultType.Number',
      'XPathExpression.Compile("p:a").ReturnType // XPathResultType.NodeSet',
      'XPathExpression.Compile("f()").ReturnType // XPathResultType.Any',
    ),
    member(
      'XPathExpression Clone()',
      (self) => self.clone(),
      'XPathExpression.Compile("a").Clone().Expression // "a"',
    ),
    member(
      'void SetContext(XmlNamespaceManager? nsManager)',
      (self, resolver, _types, environment) => self.setContext(resolver, environment),
      expressing(
        'p:b',
        'var m = new XmlNamespaceManager(new NameTable()); m.AddNamespace("p", "u"); e.SetContext(m);',
        'n.Select(e).Count',
        '1',
      ),
      expressing('p:b', '', 'n.Select(e).Count', 'throws System.Xml.XPath.XPathException'),
    ),
    member(
      'void SetContext(IXmlNamespaceResolver? nsResolver)',
      (self, resolver, _types, environment) => self.setContext(resolver, environment),
      expressing('q:b', 'e.SetContext(n);', 'n.Select(e).Count', '1'),
      expressing(
        'r:b',
        'e.SetContext(n);',
        'n.Select(e).Count',
        'throws System.Xml.XPath.XPathException',
      ),
    ),
    member(
      'void AddSort(object? expr, System.Collections.IComparer? comparer)',
      (self, expr, comparer: Comparer | null, _types, environment) =>
        self.addSort(keyOf(expr, environment), (x, y) => {
          if (comparer === null) throw new NullReferenceException();
          return compareObjects(comparer, boxed(x), boxed(y));
        }),
      expressing(
        'b',
        'e.AddSort("@k", StringComparer.Ordinal);',
        'n.SelectSingleNode(e).Value',
        '"two"',
      ),
      expressing(
        'b',
        'e.AddSort(null, StringComparer.Ordinal);',
        '1',
        'throws System.Xml.XPath.XPathException',
      ),
    ),
    member(
      'void AddSort(object? expr, XmlSortOrder order, XmlCaseOrder caseOrder, string? lang, XmlDataType dataType)',
      (self, expr, order, caseOrder, lang: string | null, dataType, _types, environment) => {
        if (lang !== null) existing(lang);
        self.addSort(keyOf(expr, environment), keyComparison(order, caseOrder, dataType));
      },
      expressing(
        'b',
        'e.AddSort("@k", XmlSortOrder.Ascending, XmlCaseOrder.None, "", XmlDataType.Number);',
        'n.SelectSingleNode(e).Value',
        '"one"',
      ),
      expressing(
        'b',
        'e.AddSort("@k", XmlSortOrder.Descending, XmlCaseOrder.None, "", XmlDataType.Text);',
        'n.SelectSingleNode(e).Value',
        '"one"',
      ),
    ),
  ],
});

/** @throws XPathException */
function keyOf(expression: unknown, environment: Environment): NetXPath {
  if (typeof expression === 'string') return NetXPath.compile(expression, null, environment);
  return compiledOf(expression instanceof NetXPath ? expression : null);
}

function boxed(key: string | number | boolean): NonNullable<unknown> {
  return typeof key === 'number' ? new Box(SystemDouble.construct(), key) : key;
}

/** What a navigator `n` makes of an expression `e` to which something was done. */
function expressing(xpath: string, statements: string, result: string, value: string): string {
  const start = navigator("<a xmlns:q='u'><b k='9'>one</b><b k='10'>two</b><q:b/></a>");
  return `((Func<object>)(() => { var n = ${start}; var e = XPathExpression.Compile("${xpath}"); ${statements} return ${result}; }))() // ${value}`;
}
