/** What `System.Xml.XPath.Extensions` makes of the values of XPath. */
import type { XPath } from '../../../lib/xpath/XPath.ts';
import { Box } from '../../runtime/Box.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, InvalidOperationException } from '../../runtime/exceptions.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { isDocument, isDocumentType, isElement, isText } from '../../runtime/xml/kindsOfNodes.ts';
import { compileNetXPath, evaluateXPath } from '../../runtime/xml/xpath/evaluateXPath.ts';
import { placeOf } from '../../runtime/xml/xpath/LinqTree.ts';
import type { LinqNode } from '../../runtime/xml/xpath/LinqTree.ts';
import type { NamespaceResolver } from '../../runtime/xml/xpath/NamespaceResolver.ts';
import type { XAttribute } from '../../runtime/xml/XAttribute.ts';
import type { XElement } from '../../runtime/xml/XElement.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { xmlType } from '../System.Xml.Linq/xmlTypeOf.ts';
import { SystemDouble } from '../System/Double.ts';

/** `XPathEvaluate`: a boolean, a string, a double, or the objects of the nodes. */
export function evaluated(
  node: XNode,
  expression: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): NonNullable<unknown> {
  const xpath = compiled(node, expression, resolver, environment);
  if (xpath.type === 'node-set') {
    return new Sequence(objectType(), () => objectsOf(xpath, node, environment));
  }
  return boxed(xpath, node, environment);
}

/** `XPathSelectElements`. @throws InvalidOperationException for a value that is no node-set */
export function selectedElements(
  node: XNode,
  expression: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): Sequence {
  const xpath = compiled(node, expression, resolver, environment);
  if (xpath.type !== 'node-set') throw unexpected(boxed(xpath, node, environment));
  return new Sequence(xmlType('XElement'), () => elementsOf(xpath, node, environment));
}

/** `XPathSelectElement` */
export function selectedElement(
  node: XNode,
  expression: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): XElement | null {
  const found = selectedElements(node, expression, resolver, environment);
  const { done, value } = found[Symbol.iterator]().next();
  return done === true ? null : (value as XElement);
}

function compiled(
  node: XNode,
  expression: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): XPath<LinqNode> {
  checkNavigable(node);
  return compileNetXPath(expression, resolver, environment);
}

/** Whether XPath can start at a node. @throws ArgumentException */
export function checkNavigable(node: XNode): void {
  const isBlank = isText(node) && isDocument(node.container);
  if (!isBlank && !isDocumentType(node)) return;
  const type = isBlank ? 'Whitespace' : 'DocumentType';
  throw new ArgumentException(`This XPathNavigator cannot be created on a node of type ${type}.`);
}

function boxed(
  xpath: XPath<LinqNode>,
  node: XNode,
  environment: Environment,
): NonNullable<unknown> {
  const value = evaluateXPath(xpath, node, environment);
  return typeof value === 'number' ? new Box(SystemDouble.construct(), value) : value;
}

function* objectsOf(
  xpath: XPath<LinqNode>,
  node: XNode,
  environment: Environment,
): Generator<XNode | XAttribute> {
  const nodes = evaluateXPath(xpath, node, environment);
  if (typeof nodes !== 'object') return;
  for (const each of nodes) {
    const object = placeOf(each);
    yield object;
    // A text node is all the texts that stand side by side.
    if (!isText(object) || !object.container) continue;
    for (let next = object.next; isText(next); next = next.next) {
      environment.spend();
      yield next;
    }
  }
}

function* elementsOf(
  xpath: XPath<LinqNode>,
  node: XNode,
  environment: Environment,
): Generator<XElement> {
  for (const object of objectsOf(xpath, node, environment)) {
    if (!isElement(object)) throw unexpected(object);
    yield object;
  }
}

function unexpected(value: NonNullable<unknown>): InvalidOperationException {
  return new InvalidOperationException(
    `The XPath expression evaluated to unexpected type ${typeOf(value)?.toString()}.`,
  );
}
