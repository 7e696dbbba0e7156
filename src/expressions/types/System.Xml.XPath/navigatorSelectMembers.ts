/** Members of XPathNavigator that find nodes. */
import type { XPathValue } from '../../../lib/xpath/Context.ts';
import type { Axis } from '../../../lib/xpath/Expression.ts';
import { XPathError } from '../../../lib/xpath/XPathError.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { Box } from '../../runtime/Box.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { XPathException } from '../../runtime/exceptions.ts';
import { LinqTree } from '../../runtime/xml/xpath/LinqTree.ts';
import type { LinqNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { Navigator, NodeTest } from '../../runtime/xml/xpath/Navigator.ts';
import type { NamespaceResolver } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import { NetXPath } from '../../runtime/xml/xpath/NetXPath.ts';
import { NodeIterator } from '../../runtime/xml/xpath/NodeIterator.ts';
import { SystemDouble } from '../System/Double.ts';
import { moving, navigator } from './examples.ts';
import { compiledOf } from './compiledOf.ts';
import { nodesAlong } from './navigatorMoveMembers.ts';
import { ofName, ofType } from './nodeTests.ts';

const member = membersOf<Navigator>();

const start = navigator("<a xmlns:p='u'><b>1</b><p:c><b>2</b>t</p:c></a>");
const inner = `${start}.SelectSingleNode("*/b")`;

function listed(iterator: string): string {
  return `string.Join(",", ${iterator}.Cast<XPathNavigator>().Select(x => x.Name + x.Value))`;
}

export const navigatorSelectMembers: readonly MemberDeclaration[] = [
  member(
    'XPathExpression Compile(string? xpath)',
    (_self, xpath, _types, environment) => NetXPath.compile(xpath, null, environment),
    `${start}.Compile("b").Expression // "b"`,
  ),
  member(
    'object Evaluate(string? xpath)',
    (self, xpath, _types, environment) =>
      evaluate(self, compiled(xpath, null, environment), null, environment),
    `${start}.Evaluate("count(//b)") // 2.0`,
    `${start}.Evaluate("p:c") // throws System.Xml.XPath.XPathException`,
  ),
  member(
    'object Evaluate(string? xpath, IXmlNamespaceResolver? resolver)',
    (self, xpath, resolver, _types, environment) =>
      evaluate(self, compiled(xpath, resolver, environment), null, environment),
    `${moving(start, 'return (string)n.Evaluate("string(p:c)", n);')} // "2t"`,
  ),
  member(
    'object Evaluate(XPathExpression? expr)',
    (self, expression, _types, environment) => evaluate(self, expression, null, environment),
    `${start}.Evaluate(XPathExpression.Compile("b = 1")) // true`,
  ),
  member(
    'object Evaluate(XPathExpression? expr, XPathNodeIterator? context)',
    (self, expression, context, _types, environment) =>
      evaluate(self, expression, context, environment),
    `${moving(start, 'var i = n.Select("//b"); i.MoveNext(); i.MoveNext(); return n.Evaluate(XPathExpression.Compile("concat(., position(), last())"), i) + "";')} // "222"`,
  ),
  member(
    'bool Matches(string? xpath)',
    (self, xpath, _types, environment) => {
      const pattern = compiled(xpath, null, environment);
      if (pattern.typeOf(environment) !== 'node-set') throw nodeSetExpected();
      return pattern.matches(self.node, environment);
    },
    `${inner}.Matches("b") // true`,
    `${inner}.Matches("a/b") // false`,
    `${inner}.Matches("b[. = 2]") // true`,
    `${inner}.Matches("1") // throws System.Xml.XPath.XPathException`,
  ),
  member(
    'bool Matches(XPathExpression? expr)',
    (self, expression, _types, environment) =>
      compiledOf(expression).matches(self.node, environment),
    `${inner}.Matches(XPathExpression.Compile("*/b")) // true`,
  ),
  member(
    'XPathNodeIterator Select(string? xpath)',
    (self, xpath, _types, environment) =>
      select(self, compiled(xpath, null, environment), environment),
    `${listed(`${start}.Select("//b")`)} // "b1,b2"`,
    `${start}.Select("1") // throws System.Xml.XPath.XPathException`,
  ),
  member(
    'XPathNodeIterator Select(string? xpath, IXmlNamespaceResolver? resolver)',
    (self, xpath, resolver, _types, environment) =>
      select(self, compiled(xpath, resolver, environment), environment),
    `${moving(start, `return ${listed('n.Select("p:c/b", n)')};`)} // "b2"`,
  ),
  member(
    'XPathNodeIterator Select(XPathExpression? expr)',
    (self, expression, _types, environment) => select(self, expression, environment),
    `${start}.Select(XPathExpression.Compile("*")).Count // 2`,
  ),
  member(
    'XPathNavigator? SelectSingleNode(string? xpath)',
    (self, xpath, _types, environment) =>
      selectFirst(self, compiled(xpath, null, environment), environment),
    `${start}.SelectSingleNode("//b[2]") // null`,
    `${start}.SelectSingleNode("b").Value // "1"`,
  ),
  member(
    'XPathNavigator? SelectSingleNode(string? xpath, IXmlNamespaceResolver? resolver)',
    (self, xpath, resolver, _types, environment) =>
      selectFirst(self, compiled(xpath, resolver, environment), environment),
    `${moving(start, 'return n.SelectSingleNode("p:c", n).Name;')} // "p:c"`,
  ),
  member(
    'XPathNavigator? SelectSingleNode(XPathExpression? expression)',
    (self, expression, _types, environment) => selectFirst(self, expression, environment),
    `${start}.SelectSingleNode(XPathExpression.Compile("//text()")).Value // "1"`,
  ),
  ...along(
    'SelectChildren',
    () => 'child',
    false,
    [`${listed(`${start}.SelectChildren(XPathNodeType.Element)`)} // "b1,p:c2t"`],
    [`${listed(`${start}.SelectChildren("c", "u")`)} // "p:c2t"`],
  ),
  ...along(
    'SelectAncestors',
    (matchSelf) => (matchSelf ? 'ancestor-or-self' : 'ancestor'),
    true,
    [`${listed(`${inner}.SelectAncestors(XPathNodeType.Element, false)`)} // "p:c2t,a12t"`],
    [`${listed(`${inner}.SelectAncestors("b", "", true)`)} // "b2"`],
  ),
  ...along(
    'SelectDescendants',
    (matchSelf) => (matchSelf ? 'descendant-or-self' : 'descendant'),
    true,
    [`${listed(`${start}.SelectDescendants(XPathNodeType.Text, false)`)} // "1,2,t"`],
    [`${listed(`${start}.SelectDescendants("b", "", false)`)} // "b1,b2"`],
  ),
];

/** A walk to nodes of a type, and one to elements of a name. */
function along(
  method: string,
  axisFor: (matchSelf: boolean) => Axis,
  hasSelf: boolean,
  typeExamples: readonly string[],
  nameExamples: readonly string[],
): MemberDeclaration[] {
  const self = hasSelf ? ', bool matchSelf' : '';
  const walk =
    (testOf: (...args: never[]) => NodeTest, count: number) =>
    (from: Navigator, ...args: unknown[]): NodeIterator => {
      const test = testOf(...(args.slice(0, count) as never[]));
      const environment = args.at(-1) as Environment;
      const axis = axisFor(hasSelf && args[count] === true);
      return new NodeIterator(from, () => nodesThat(test, axis, from.node, environment));
    };
  return [
    {
      signature: `XPathNodeIterator ${method}(XPathNodeType type${self})`,
      implementation: walk(ofType, 1),
      examples: typeExamples,
    },
    {
      signature: `XPathNodeIterator ${method}(string name, string namespaceURI${self})`,
      implementation: walk(ofName, 2),
      examples: nameExamples,
    },
  ];
}

function nodesThat(
  test: NodeTest,
  axis: Axis,
  node: LinqNode,
  environment: Environment,
): LinqNode[] {
  const tree = new LinqTree(environment);
  const found: LinqNode[] = [];
  for (const each of nodesAlong(axis, node, environment)) {
    environment.spend();
    if (test(each, tree)) found.push(each);
  }
  return found;
}

function compiled(
  text: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): NetXPath {
  return NetXPath.compile(text, resolver, environment);
}

/** A boxed boolean, number or text, or an iterator. */
function evaluate(
  self: Navigator,
  expression: NetXPath | null,
  context: NodeIterator | null,
  environment: Environment,
): NonNullable<unknown> {
  const start = context?.current ?? self;
  const place = context ? { position: context.position, size: context.count } : undefined;
  const value: XPathValue<LinqNode> = compiledOf(expression).evaluate(
    start.node,
    environment,
    place,
  );
  if (typeof value === 'number') return new Box(SystemDouble.construct(), value);
  return typeof value === 'object' ? new NodeIterator(start, () => value) : value;
}

/** @throws XPathException for what gives no nodes */
function select(
  self: Navigator,
  expression: NetXPath | null,
  environment: Environment,
): NodeIterator {
  const found = evaluate(self, expression, null, environment);
  if (found instanceof NodeIterator) return found;
  throw nodeSetExpected();
}

function selectFirst(
  self: Navigator,
  expression: NetXPath | null,
  environment: Environment,
): Navigator | null {
  const [first] = select(self, expression, environment).nodes;
  return first ? self.at(first) : null;
}

function nodeSetExpected(): XPathException {
  return new XPathException(new XPathError('nodeSetExpected').message);
}
