/** Members of XElement about what it holds. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { newArray } from '../../runtime/newArray.ts';
import { elementText, setElementText } from '../../runtime/xml/elementText.ts';
import {
  ancestorsAndSelf,
  children,
  descendantsAndSelf,
  elementsIn,
} from '../../runtime/xml/walk.ts';
import { XElement } from '../../runtime/xml/XElement.ts';
import type { XName } from '../../runtime/xml/XName.ts';
import { addContent, snapshot } from './content.ts';
import { edit, names } from './examples.ts';
import { givenValue } from './givenValue.ts';
import { elementSequence, namedElements, nodeSequence } from './sequences.ts';
import { valueText } from './valueText.ts';
import { xmlType } from './xmlTypeOf.ts';

const member = membersOf<XElement>();

const sample = 'XElement.Parse("<a>s<b>t<c/></b><![CDATA[u]]></a>")';

export const elementContentMembers: readonly MemberDeclaration[] = [
  member(
    'static IEnumerable<XElement> EmptySequence { get; }',
    () => newArray(xmlType('XElement'), []),
    'XElement.EmptySequence.Any() // false',
  ),
  member(
    'bool HasElements { get; }',
    (self, _types, environment) => firstElement(self, undefined, environment) !== null,
    `${sample}.HasElements // true`,
    'XElement.Parse("<a>t</a>").HasElements // false',
  ),
  member(
    'bool IsEmpty { get; }',
    ({ isEmpty }) => isEmpty,
    'XElement.Parse("<a/>").IsEmpty // true',
    'XElement.Parse("<a></a>").IsEmpty // false',
  ),
  member(
    'XName Name { get; set; }',
    {
      get: ({ name }) => name,
      set(self, value) {
        self.name = givenValue(value);
      },
    },
    `${edit('<a>t</a>', 'e.Name = "b";')} // "<b>t</b>"`,
  ),
  member(
    'string Value { get; set; }',
    {
      get: (self, _types, environment) => elementText(self, environment),
      set: (self, value, _types, environment) =>
        setElementText(self, givenValue(value), environment),
    },
    `${sample}.Value // "stu"`,
    'new XElement("a").Value // ""',
    `${edit('<a><b/></a>', 'e.Value = "<";')} // "<a>&lt;</a>"`,
    `${edit('<a><b/></a>', 'e.Value = "";')} // "<a></a>"`,
    `${edit('<a/>', 'e.Value = null;')} // throws System.ArgumentNullException`,
  ),
  member(
    'IEnumerable<XElement> AncestorsAndSelf()',
    (self, _types, environment) => elementSequence(() => ancestorsAndSelf(self, environment)),
    `${names(`${sample}.Element("b").AncestorsAndSelf()`)} // "b,a"`,
  ),
  member(
    'IEnumerable<XElement> AncestorsAndSelf(XName? name)',
    (self, name, _types, environment) =>
      namedElements(name, () => ancestorsAndSelf(self, environment)),
    `${names(`${sample}.Element("b").AncestorsAndSelf("b")`)} // "b"`,
  ),
  member(
    'IEnumerable<XNode> DescendantNodesAndSelf()',
    (self, _types, environment) => nodeSequence(() => descendantsAndSelf(self, environment)),
    `${sample}.DescendantNodesAndSelf().Count() // 6`,
  ),
  member(
    'IEnumerable<XElement> DescendantsAndSelf()',
    (self, _types, environment) => elementSequence(() => descendantsAndSelf(self, environment)),
    `${names(`${sample}.DescendantsAndSelf()`)} // "a,b,c"`,
  ),
  member(
    'IEnumerable<XElement> DescendantsAndSelf(XName? name)',
    (self, name, _types, environment) =>
      namedElements(name, () => descendantsAndSelf(self, environment)),
    `${names(`${sample}.DescendantsAndSelf("a")`)} // "a"`,
  ),
  member('void RemoveAll()', removeAll, `${edit("<a b='1'>t</a>", 'e.RemoveAll();')} // "<a />"`),
  member(
    'void ReplaceAll(object? content)',
    (self, content, _types, environment) => replaceAll(self, content, environment),
    `${edit("<a b='1'>t<c/></a>", 'e.ReplaceAll(e.Elements());')} // "<a><c /></a>"`,
  ),
  member(
    'void ReplaceAll(params object[]? content)',
    (self, content, _types, environment) => replaceAll(self, content, environment),
    `${edit("<a b='1'>t</a>", 'e.ReplaceAll(new XAttribute("c", 1), 2);')} // "<a c=\\"1\\">2</a>"`,
  ),
  member(
    'void SetElementValue(XName name, object? value)',
    (self, name, value, _types, environment) => setElementValue(self, name, value, environment),
    `${edit('<a><b/><c/></a>', 'e.SetElementValue("b", null); e.SetElementValue("c", 1); e.SetElementValue("d", 2m);')} // "<a><c>1</c><d>2</d></a>"`,
  ),
  member(
    'void SetValue(object value)',
    (self, value, _types, environment) => setElementText(self, valueText(value), environment),
    `${edit('<a><b/></a>', 'e.SetValue(false);')} // "<a>false</a>"`,
    `${edit('<a/>', 'e.SetValue(new XElement("b"));')} // throws System.ArgumentException`,
  ),
];

function firstElement(
  self: XElement,
  name: XName | undefined,
  environment: Environment,
): XElement | null {
  for (const element of elementsIn(children(self, environment), name)) return element;
  return null;
}

function removeAll(self: XElement, _types: unknown, environment: Environment): void {
  self.removeAttributes(environment);
  self.removeNodes(environment);
}

function replaceAll(self: XElement, content: unknown, environment: Environment): void {
  const items = snapshot(content, environment);
  removeAll(self, undefined, environment);
  addContent(self, items, environment);
}

function setElementValue(
  self: XElement,
  name: XName,
  value: NonNullable<unknown> | null,
  environment: Environment,
): void {
  const element = firstElement(self, name, environment);
  if (value === null) {
    element?.remove();
    return;
  }
  const target = element ?? new XElement(name);
  setElementText(target, valueText(value), environment);
  if (!element) addContent(self, target, environment);
}
