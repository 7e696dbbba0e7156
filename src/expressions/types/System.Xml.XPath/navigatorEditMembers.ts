/**
 * Members of XPathNavigator that would change a tree: navigators of System.Xml.Linq refuse to, as
 * `CanEdit` says. Those that take readers or return writers are left out, like the classes.
 */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { NotSupportedException } from '../../runtime/exceptions.ts';
import { moving, navigator } from './examples.ts';

/** @throws NotSupportedException */
export function refuse(): never {
  throw new NotSupportedException();
}

const start = navigator('<a><b/></a>', 'b');
const element = 'string? prefix, string localName, string? namespaceURI, string? value';

/** Signature and an example's arguments. */
const refused: readonly (readonly [signature: string, call: string])[] = [
  ['void AppendChild(string newChild)', 'AppendChild("<c/>")'],
  ['void AppendChild(XPathNavigator newChild)', 'AppendChild(n)'],
  [`void AppendChildElement(${element})`, 'AppendChildElement("", "c", "", "t")'],
  [`void CreateAttribute(${element})`, 'CreateAttribute("", "c", "", "t")'],
  ['void DeleteRange(XPathNavigator lastSiblingToDelete)', 'DeleteRange(n)'],
  ['void DeleteSelf()', 'DeleteSelf()'],
  ['void InsertAfter(string newSibling)', 'InsertAfter("<c/>")'],
  ['void InsertAfter(XPathNavigator newSibling)', 'InsertAfter(n)'],
  ['void InsertBefore(string newSibling)', 'InsertBefore("<c/>")'],
  ['void InsertBefore(XPathNavigator newSibling)', 'InsertBefore(n)'],
  [`void InsertElementAfter(${element})`, 'InsertElementAfter("", "c", "", "t")'],
  [`void InsertElementBefore(${element})`, 'InsertElementBefore("", "c", "", "t")'],
  ['void PrependChild(string newChild)', 'PrependChild("<c/>")'],
  ['void PrependChild(XPathNavigator newChild)', 'PrependChild(n)'],
  [`void PrependChildElement(${element})`, 'PrependChildElement("", "c", "", "t")'],
  ['void ReplaceSelf(string newNode)', 'ReplaceSelf("<c/>")'],
  ['void ReplaceSelf(XPathNavigator newNode)', 'ReplaceSelf(n)'],
  ['void SetTypedValue(object typedValue)', 'SetTypedValue(1)'],
  ['void SetValue(string value)', 'SetValue("t")'],
];

export const navigatorEditMembers: readonly MemberDeclaration[] = [
  {
    signature: 'bool CanEdit { get; }',
    implementation: () => false,
    examples: [`${start}.CanEdit // false`],
  },
  ...refused.map(([signature, call]) => ({
    signature,
    implementation: refuse,
    examples: [
      `${moving(start, `n.${call}; return n.Name;`)} // throws System.NotSupportedException`,
    ],
  })),
];
