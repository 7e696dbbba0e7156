/**
 * Members of XPathNavigator that would change a tree: navigators of System.Xml.Linq refuse to, as
 * `CanEdit` says. Those that take readers or return writers are left out, like the classes.
 */
import type { NodeKind } from '../../../lib/xpath/XPathTree.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentNullException,
  InvalidCastException,
  InvalidOperationException,
  NotSupportedException,
} from '../../runtime/exceptions.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { LinqTree } from '../../runtime/xml/xpath/LinqTree.ts';
import { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { moving, navigator } from './examples.ts';

type Kinds = readonly NodeKind[];

const contents: Kinds = ['element', 'text', 'processing-instruction', 'comment'];
const contentsOfRoot: Kinds = ['element', 'processing-instruction', 'comment'];

/** Whether an edit would make sense where the navigator stands; that is asked first. */
type Check = (at: NodeKind, given: NodeKind | undefined, argument: unknown) => boolean;

const anywhere: Check = () => true;
const atContent: Check = (at) => contents.includes(at);
const atValue: Check = (at) => at === 'element' || at === 'attribute';

/** What XPath has texts for. */
const typedValues =
  /^System\.(?:Boolean|S?Byte|Byte\[\]|DateTime(?:Offset)?|Decimal|Double|U?Int(?:16|32|64)|Single|String|TimeSpan|Uri)$/;

const atTypedValue: Check = (at, _given, value) => {
  if (!atValue(at, undefined, value)) return false;
  const type = typeOf(value as NonNullable<unknown>)?.toString() ?? '';
  if (typedValues.test(type)) return true;
  throw new InvalidCastException(
    `Xml type 'xdt:untypedAtomic' does not support a conversion from Clr type '${type}' to Clr type 'System.String'.`,
  );
};

const asChild: Check = (at, given) => {
  if (given === undefined) return true;
  if (at === 'root') return contentsOfRoot.includes(given);
  return at === 'element' && contents.includes(given);
};

const asSibling: Check = (at, given) =>
  given === undefined || (contents.includes(at) && contents.includes(given));

/** @throws InvalidCastException, InvalidOperationException, NotSupportedException */
function refuseWith(check: Check): (self: Navigator, ...args: unknown[]) => never {
  return (self, ...args) => {
    const environment = args.at(-1) as Environment;
    const [given] = args;
    const kind = given instanceof Navigator ? given.kind(environment) : undefined;
    if (check(self.kind(environment), kind, given)) throw new NotSupportedException();
    throw new InvalidOperationException(
      'Operation is not valid due to the current position of the navigator.',
    );
  };
}

/** Of `OuterXml`. */
export const refuseNode = refuseWith(atContent);

/** Of `InnerXml`: to take nothing out of what is empty is no edit. */
export function refuseContent(
  self: Navigator,
  markup: string | null,
  types: unknown,
  environment: Environment,
): void {
  if (markup === null) throw new ArgumentNullException('value');
  const kind = self.kind(environment);
  const isContainer = kind === 'root' || kind === 'element';
  const isEmpty = new LinqTree(environment).firstChildOf(self.node) === null;
  if (isContainer && isEmpty && markup === '') return;
  refuseWith((at) => isContainer || at === 'attribute')(self, types, environment);
}

const start = navigator('<a><b/></a>', 'b');
const element = 'string? prefix, string? localName, string? namespaceURI, string? value';

/** Signature, an example's call, and what is asked of the position. */
const refused: readonly (readonly [signature: string, call: string, check: Check])[] = [
  ['void AppendChild(string newChild)', 'AppendChild("<c/>")', anywhere],
  ['void AppendChild(XPathNavigator newChild)', 'AppendChild(n)', asChild],
  [`void AppendChildElement(${element})`, 'AppendChildElement("", "c", "", "t")', anywhere],
  [`void CreateAttribute(${element})`, 'CreateAttribute("", "c", "", "t")', anywhere],
  ['void DeleteRange(XPathNavigator? lastSiblingToDelete)', 'DeleteRange(n)', anywhere],
  ['void DeleteSelf()', 'DeleteSelf()', anywhere],
  ['void InsertAfter(string newSibling)', 'InsertAfter("<c/>")', anywhere],
  ['void InsertAfter(XPathNavigator newSibling)', 'InsertAfter(n)', asSibling],
  ['void InsertBefore(string newSibling)', 'InsertBefore("<c/>")', anywhere],
  ['void InsertBefore(XPathNavigator newSibling)', 'InsertBefore(n)', asSibling],
  [`void InsertElementAfter(${element})`, 'InsertElementAfter("", "c", "", "t")', anywhere],
  [`void InsertElementBefore(${element})`, 'InsertElementBefore("", "c", "", "t")', anywhere],
  ['void PrependChild(string newChild)', 'PrependChild("<c/>")', anywhere],
  ['void PrependChild(XPathNavigator newChild)', 'PrependChild(n)', asChild],
  [`void PrependChildElement(${element})`, 'PrependChildElement("", "c", "", "t")', anywhere],
  ['void ReplaceSelf(string newNode)', 'ReplaceSelf("<c/>")', atContent],
  ['void ReplaceSelf(XPathNavigator newNode)', 'ReplaceSelf(n)', atContent],
  ['void SetTypedValue(object typedValue)', 'SetTypedValue(1)', atTypedValue],
  ['void SetValue(string? value)', 'SetValue("t")', anywhere],
];

export const navigatorEditMembers: readonly MemberDeclaration[] = [
  {
    signature: 'bool CanEdit { get; }',
    implementation: () => false,
    examples: [`${start}.CanEdit // false`],
  },
  ...refused.map(([signature, call, check]) => ({
    signature,
    implementation: refuseWith(check),
    examples: [
      `${moving(start, `n.${call}; return n.Name;`)} // throws System.NotSupportedException`,
    ],
  })),
];
