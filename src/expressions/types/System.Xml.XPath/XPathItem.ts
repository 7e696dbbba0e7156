import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { FormatException, InvalidCastException } from '../../runtime/exceptions.ts';
import { typeObject } from '../../runtime/TypeObject.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import type { Navigator } from '../../runtime/xml/xpath/Navigator.ts';
import { box } from '../../runtime/boxing.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { xmlValues } from '../System.Xml.Linq/xmlValues.ts';
import { SystemString } from '../System/String.ts';
import { navigator } from './examples.ts';

const member = membersOf<Navigator>();

const seven = navigator('<a>7</a>');

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathitem, without XmlType: there are no
 * schemas here. Every item is a node whose value is a text.
 */
export const XPathXPathItem = defineType({
  name: 'System.Xml.XPath.XPathItem',
  kind: 'class',
  members: [
    member('bool IsNode { get; }', () => true, `${seven}.IsNode // true`),
    member(
      'string Value { get; }',
      (self, _types, environment) => self.value(environment),
      `${navigator('<a>x<b>y</b></a>')}.Value // "xy"`,
      `${navigator("<a b='1'/>", '@b')}.Value // "1"`,
    ),
    member(
      'object TypedValue { get; }',
      (self, _types, environment) => self.value(environment),
      `${seven}.TypedValue // "7"`,
    ),
    member(
      'Type ValueType { get; }',
      () => typeObject(SystemString.construct()),
      `${seven}.ValueType == typeof(string) // true`,
    ),
    ...typed('bool', 'Boolean', '1', 'true'),
    ...typed(
      'DateTime',
      'DateTime',
      '2024-01-02T03:04:05Z',
      'new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)',
    ),
    ...typed('double', 'Double', '1.5', '1.5'),
    ...typed('int', 'Int', ' 7 ', '7'),
    ...typed('long', 'Long', '7', '7L'),
    member(
      'object ValueAs(Type returnType)',
      (self, returnType: TypeObject, _types, environment) => valueAs(self, returnType, environment),
      `${seven}.ValueAs(typeof(int)) // 7`,
      `${seven}.ValueAs(typeof(string)) // "7"`,
      `${seven}.ValueAs(typeof(XElement)) // throws System.InvalidCastException`,
    ),
    member(
      'object ValueAs(Type returnType, IXmlNamespaceResolver? nsResolver)',
      (self, returnType: TypeObject, _resolver, _types, environment) =>
        valueAs(self, returnType, environment),
      `${seven}.ValueAs(typeof(decimal), null) // 7m`,
    ),
  ],
});

/** `ValueAsInt` and its like. */
function typed(keyword: string, name: string, text: string, value: string): MemberDeclaration[] {
  return [
    {
      signature: `${keyword} ValueAs${name} { get; }`,
      implementation: (self: Navigator, _types: unknown, environment: Environment) =>
        read(keyword, self, environment),
      examples: [
        `${navigator(`<a>${text}</a>`)}.ValueAs${name} // ${value}`,
        `${navigator('<a>x</a>')}.ValueAs${name} // throws System.FormatException`,
      ],
    },
  ];
}

/** @throws FormatException, OverflowException */
function read(keyword: string, self: Navigator, environment: Environment): unknown {
  const text = self.value(environment);
  if (keyword === 'bool' && /[A-Z]/.test(text)) {
    throw new FormatException(`The string '${text}' is not a valid Boolean value.`);
  }
  return xmlValues.find((value) => value.keyword === keyword)?.read(text, environment);
}

/** The types of XML Schema that have a class of .NET. @throws InvalidCastException */
function valueAs(
  self: Navigator,
  { type }: TypeObject,
  environment: Environment,
): NonNullable<unknown> {
  const { registry } = SystemString;
  if (type === SystemString.construct() || type === objectType()) return self.value(environment);
  const keyword = valueKeywords.find((each) => registry.named(each) === type);
  if (keyword === undefined) {
    throw new InvalidCastException(
      `Xml type 'xdt:untypedAtomic' does not support a conversion from Clr type 'String' to Clr type '${typeObject(type).name}'.`,
    );
  }
  return box(read(keyword, self, environment), type) ?? self.value(environment);
}

const valueKeywords = [
  'bool',
  'DateTime',
  'DateTimeOffset',
  'decimal',
  'double',
  'float',
  'int',
  'long',
  'TimeSpan',
  'uint',
  'ulong',
];
