import { defineType, membersOf } from '../../declare/defineType.ts';
import { newArray } from '../../runtime/newArray.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import { attributeText } from '../../runtime/xml/writeNode.ts';
import { conversionMembers } from './conversionMembers.ts';
import { edit } from './examples.ts';
import { givenValue } from './givenValue.ts';
import { valueText } from './valueText.ts';
import { xmlType } from './xmlTypeOf.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XAttribute: XAttribute;
  }
}

const member = membersOf<XAttribute>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xattribute */
export const LinqXAttribute = defineType({
  name: 'System.Xml.Linq.XAttribute',
  kind: 'class',
  base: 'XObject',
  represents: XAttribute,
  behaviour: { text: (value: XAttribute) => attributeText(value) },
  members: [
    member(
      'XAttribute(XName name, object value)',
      (name, value) => new XAttribute(name, valueText(value)),
      'new XAttribute("a", "<\\"").ToString() // "a=\\"&lt;&quot;\\""',
      'new XAttribute("a", true).Value // "true"',
      'new XAttribute("a", null) // throws System.ArgumentNullException',
      'new XAttribute(XNamespace.Xmlns + "a", "") // throws System.ArgumentException',
    ),
    member(
      'XAttribute(XAttribute other)',
      (other) => other.copy(),
      'new XAttribute(new XAttribute("a", 1)).Value // "1"',
    ),
    member(
      'static IEnumerable<XAttribute> EmptySequence { get; }',
      () => newArray(xmlType('XAttribute'), []),
      'XAttribute.EmptySequence.Any() // false',
    ),
    member(
      'bool IsNamespaceDeclaration { get; }',
      (self) => self.isNamespaceDeclaration,
      'new XAttribute("xmlns", "u").IsNamespaceDeclaration // true',
      'new XAttribute("a", "u").IsNamespaceDeclaration // false',
    ),
    member(
      'XName Name { get; }',
      ({ name }) => name,
      'new XAttribute("a", 1).Name.LocalName // "a"',
    ),
    member(
      'XAttribute? NextAttribute { get; }',
      ({ next }) => next,
      'XElement.Parse("<a b=\'1\' c=\'2\'/>").FirstAttribute.NextAttribute.Value // "2"',
      'new XAttribute("a", 1).NextAttribute // null',
    ),
    member(
      'XAttribute? PreviousAttribute { get; }',
      ({ previous }) => previous,
      'XElement.Parse("<a b=\'1\' c=\'2\'/>").LastAttribute.PreviousAttribute.Value // "1"',
    ),
    member(
      'string Value { get; set; }',
      {
        get: ({ value }) => value,
        set(self, value) {
          self.value = givenValue(value);
        },
      },
      'new XAttribute("a", 1) { Value = "2" }.Value // "2"',
      'new XAttribute("a", 1) { Value = null } // throws System.ArgumentNullException',
    ),
    member(
      'void Remove()',
      (self) => self.remove(),
      `${edit("<a b='1' c='2'/>", 'e.FirstAttribute.Remove();')} // "<a c=\\"2\\" />"`,
      'new XAttribute("a", 1).Remove() // throws System.InvalidOperationException',
    ),
    member(
      'void SetValue(object value)',
      (self, value) => {
        self.value = valueText(value);
      },
      `${edit("<a b='1'/>", 'e.FirstAttribute.SetValue(2.5);')} // "<a b=\\"2.5\\" />"`,
    ),
    ...conversionMembers<XAttribute>({
      type: 'XAttribute',
      parameter: 'attribute',
      textOf: ({ value }) => value,
    }),
  ],
});
